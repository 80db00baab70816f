import type { Chat } from '../../agent-chat/index.ts'
import { rowsOf } from '../../react/inbox/inbox-internal.ts'
import type { ChatRows } from '../../react/inbox/index.ts'

export interface FrozenOrder {
  /** As they may be drawn. */
  shown: ChatRows
  /** How many more there are above. */
  newCount: number
}

/**
 * The chats in the order they had before: their content is new, but none is added, removed or moved. Only further pages
 * are added, below or above: also what belongs between the others, as a long chat that began before all of them. A list
 * without any of them is another list, and returned unchanged.
 *
 * @param frozen   The chats as they stood when the order was taken.
 * @param hadAbove There were pages above them, so that what comes there is no news.
 * @param find     Finds a chat as it is now, also one that has left the list.
 */
export function inFrozenOrder(
  frozen: ChatRows,
  now: ChatRows,
  hadAbove: boolean,
  find: (chatId: string) => Chat | undefined = () => undefined,
): FrozenOrder {
  const { gone, fresh, known, isSameList } = compare(frozen, now)
  if (!isSameList) return { shown: now, newCount: 0 }
  const start = now.ids.indexOf(frozen.ids.at(0) ?? '')
  const end = now.ids.indexOf(frozen.ids.at(frozen.length - 1) ?? '')
  const news = new Map<string, Chat>()
  const above: (readonly Chat[])[] = []
  const below: (readonly Chat[])[] = []
  for (const [page, place] of fresh) {
    for (const chat of page) if (known.has(chat.id)) news.set(chat.id, chat)
    const further = (isThere: (index: number, chat: Chat) => boolean) =>
      keepIn(page, (chat, index) => !known.has(chat.id) && isThere(place + index, chat))
    if (hadAbove) above.push(further((index) => index < start))
    if (end !== -1) below.push(further((index, chat) => index > end || beganBefore(chat, frozen)))
  }
  const renewed = frozen.pages.map((page) =>
    gone.has(page) ? page.map((chat) => news.get(chat.id) ?? find(chat.id) ?? chat) : page,
  )
  const shown = rowsOf([...above, ...renewed, ...below].filter((page) => page.length > 0))
  const further = new Set([...above, ...below].flat())
  const isShown = (chat: Chat) => known.has(chat.id) || further.has(chat)
  return { shown, newCount: countAbove(now, fresh, isShown) }
}

/** Whether the thread of a chat began before those of all others, which is how LiveChat sorts its pages. */
function beganBefore({ lastThread }: Chat, { pages }: ChatRows): boolean {
  const began = lastThread?.createdAt
  return began !== undefined && pages.every((page) => began < oldestOf(page))
}

const oldest = new WeakMap<readonly Chat[], number>()

/** When the oldest last thread of a page began; found once for each page. */
function oldestOf(page: readonly Chat[]): number {
  const known =
    oldest.get(page) ??
    Math.min(...page.map(({ lastThread }) => lastThread?.createdAt ?? Number.POSITIVE_INFINITY))
  oldest.set(page, known)
  return known
}

/** The same page when all of its chats stay. */
function keepIn(
  page: readonly Chat[],
  stays: (chat: Chat, index: number) => boolean,
): readonly Chat[] {
  return page.every(stays) ? page : page.filter(stays)
}

/** What differs between two lists, page by page: those that are the same in both hold nothing that is new to either. */
function compare(frozen: ChatRows, now: ChatRows) {
  const after = new Set(now.pages)
  const gone = new Set(frozen.pages.filter((page) => !after.has(page)))
  const known = new Set([...gone].flatMap((page) => page.map(({ id }) => id)))
  const before = new Set(frozen.pages)
  /** Pages that came, with the place of their first chat. */
  const fresh = new Map<readonly Chat[], number>()
  let place = 0
  let isSameList = false
  for (const page of now.pages) {
    if (!before.has(page)) fresh.set(page, place)
    isSameList ||= before.has(page) ? page.length > 0 : page.some(({ id }) => known.has(id))
    place += page.length
  }
  return { gone, known, fresh, isSameList }
}

/** How many chats are not shown above the last one that is; on a page that did not come anew all are. */
function countAbove(
  now: ChatRows,
  fresh: ReadonlyMap<readonly Chat[], number>,
  isShown: (chat: Chat) => boolean,
): number {
  let count = 0
  let sinceShown = 0
  const see = (isIt: boolean) => {
    if (isIt) count += sinceShown
    sinceShown = isIt ? 0 : sinceShown + 1
  }
  for (const page of now.pages) {
    if (fresh.has(page)) for (const chat of page) see(isShown(chat))
    else if (page.length > 0) see(true)
  }
  return count
}
