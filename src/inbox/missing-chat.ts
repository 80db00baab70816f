import type { Chat, ChatFilter, ChatPage } from '../agent-chat/index.ts'
import { isUnassigned } from './views.ts'

/**
 * Whether a page leaves out a chat that it would hold if the chat were as we know it.
 *
 * @param filter Which chats were asked for; undefined: not known, so that none is missing.
 */
export function isMissingFrom(page: ChatPage, filter: ChatFilter | undefined, chat: Chat): boolean {
  return (
    filter !== undefined &&
    fits(filter, chat) &&
    isWithin(timesCovered(page), chat.lastThread?.createdAt) &&
    page.chats.every(({ id }) => id !== chat.id)
  )
}

function fits({ active, groupIds, unassigned }: ChatFilter, chat: Chat): boolean {
  return (
    (active === undefined || active === (chat.lastThread?.active ?? false)) &&
    (groupIds === undefined || groupIds.some((group) => chat.groupIds.includes(group))) &&
    (unassigned === undefined || unassigned === isUnassigned(chat))
  )
}

/**
 * The time in which a page, sorted by when threads began, leaves out no thread, without its first and its last moment: the
 * first and the last chat of the page do not tell. Undefined when nothing is known of it.
 */
export function timesCovered(page: ChatPage): readonly [from: number, to: number] | undefined {
  const [hasBefore, hasAfter] = [page.previousPageId !== undefined, page.nextPageId !== undefined]
  if (!hasBefore && !hasAfter) return [-Infinity, Infinity]
  const first = page.chats[0]?.lastThread?.createdAt
  const last = page.chats.at(-1)?.lastThread?.createdAt
  if (first === undefined || last === undefined) return undefined
  const [hasOlder, hasNewer] = first >= last ? [hasAfter, hasBefore] : [hasBefore, hasAfter]
  return [hasOlder ? Math.min(first, last) : -Infinity, hasNewer ? Math.max(first, last) : Infinity]
}

function isWithin(times: ReturnType<typeof timesCovered>, time: number | undefined): boolean {
  if (!times) return false
  const [from, to] = times
  if (time === undefined) return from === -Infinity && to === Infinity
  return from < time && time < to
}
