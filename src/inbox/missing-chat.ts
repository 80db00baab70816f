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
    isWithin(page, chat.lastThread?.createdAt) &&
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

/** Whether a page, sorted by when threads began, reaches over a time: its first and last chat do not tell. */
function isWithin(page: ChatPage, time: number | undefined): boolean {
  const [hasBefore, hasAfter] = [page.previousPageId !== undefined, page.nextPageId !== undefined]
  if (!hasBefore && !hasAfter) return true
  const first = page.chats[0]?.lastThread?.createdAt
  const last = page.chats.at(-1)?.lastThread?.createdAt
  if (time === undefined || first === undefined || last === undefined) return false
  const isNewestFirst = first >= last
  const isAfterFirst = isNewestFirst ? time < first : time > first
  const isBeforeLast = isNewestFirst ? time > last : time < last
  return (!hasBefore || isAfterFirst) && (!hasAfter || isBeforeLast)
}
