import type { Chat, ChatPage } from '../../../agent-chat/index.ts'
import { placesIn } from '../../../inbox/index.ts'

/**
 * A part of a list, page by page and without gaps: the `nextPageId` of each page leads to the one below. Also the ids
 * the pages were asked for by; undefined: the top of the list.
 */
export interface ChatPages {
  pages: ChatPage[]
  pageParams: (string | undefined)[]
}

/** A page loaded again, and the id it was requested by. */
export interface FreshPage {
  pageId: string | undefined
  page: ChatPage
}

export function chatIds(page: ChatPage): string[] {
  return page.chats.map(({ id }) => id)
}

export function hasChat(page: ChatPage, chatId: string): boolean {
  return placesIn(page.chats).has(chatId)
}

/**
 * The pages with each chat once. One that came twice has moved; its last place and content count.
 *
 * @param before Pages that have each chat once, so that only others need to be looked through.
 */
export function withEachChatOnce(
  pages: readonly ChatPage[],
  before: readonly ChatPage[] = [],
): ChatPage[] {
  const known = new Set(before)
  const once = [...pages]
  for (const [index, page] of pages.entries()) {
    if (known.has(page)) continue
    const isBelow = ({ id }: Chat) => once.some((other, at) => at > index && hasChat(other, id))
    const isHere = ({ id }: Chat) => hasChat(page, id)
    once[index] = keepChats(page, (chat) => !isBelow(chat))
    for (let above = 0; above < index; above += 1) {
      const other = once[above]
      if (other) once[above] = keepChats(other, (chat) => !isHere(chat))
    }
  }
  return once
}

/** How many chats there are: the newest estimate, but never fewer than are shown. */
export function foundIn(pages: readonly ChatPage[], shown: number): number {
  return Math.max(pages.at(-1)?.found ?? 0, shown)
}

/** Whether the list begins with these pages, or goes on above them. */
export function isTopLoaded(pages: readonly ChatPage[]): boolean {
  return pages[0]?.previousPageId === undefined
}

/** The id a page can be asked for again by; undefined: as the top of the list. */
export function pageIdAt({ pages, pageParams }: ChatPages, index: number): string | undefined {
  if (index > 0) return pages[index - 1]?.nextPageId
  return isTopLoaded(pages) ? undefined : pageParams[0]
}

/** Which page a chat is on; -1: on none. */
export function pageOf(pages: readonly ChatPage[], chatId: string | undefined): number {
  return chatId === undefined ? -1 : pages.findIndex((page) => hasChat(page, chatId))
}

/** How to come back to a page, and its first chat. */
export interface PageStart {
  /** Undefined: the top of the list. */
  pageId: string | undefined
  firstId: string
}

/** The page a chat is on. */
export function pageStartOf(list: ChatPages, chatId: string | undefined): PageStart | undefined {
  const index = pageOf(list.pages, chatId)
  const firstId = list.pages[index]?.chats[0]?.id
  return firstId === undefined ? undefined : { pageId: pageIdAt(list, index), firstId }
}

/**
 * The pages worth asking for again: the top, those in view, and the end if it is known, since with the oldest first
 * the news come there.
 *
 * @param inView Ids of the chats in view, which may be from anywhere: a list is not in the order of its pages.
 */
export function pagesToRefresh(
  { pages, pageParams }: ChatPages,
  inView: readonly string[],
): (string | undefined)[] {
  const seen = new Set(inView.map((id) => pageOf(pages, id)))
  const end = pages.length - 1
  const isWanted = (index: number) =>
    (index === 0 && isTopLoaded(pages)) ||
    seen.has(index) ||
    (index === end && pages[end]?.nextPageId === undefined)
  return pages.flatMap((_, index) =>
    isWanted(index) ? [pageIdAt({ pages, pageParams }, index)] : [],
  )
}

/**
 * The list with one of its pages asked for anew; the same list when that changes nothing.
 *
 * The last chat of the fresh page that was known from there on tells how far it reaches: whatever is missing up to
 * there is gone; what follows stays. When that chat is none, or itself came from far below, the fresh page is all we
 * know from there on. A chat on it is nowhere else.
 */
export function withFreshPage(old: ChatPages, { pageId, page: fresh }: FreshPage): ChatPages {
  const start = old.pages.findIndex((_, index) => pageIdAt(old, index) === pageId)
  const known = old.pages[start]
  if (!known || (known === fresh && old.pages.at(-1)?.found === fresh.found)) return old
  // Each chat was on one page, so that most need not be looked for on the others.
  const arrived = chatIds(fresh).filter((id) => !hasChat(known, id))
  const above = old.pages.slice(0, start).map((page) => without(page, arrived))
  const below = belowFresh(old.pages.slice(start), fresh).map((page) => without(page, arrived))
  const all = [...above, fresh, ...below]
  const pages = all
    .filter((page, index) => page.chats.length > 0 || index === 0 || index === all.length - 1)
    .map((page, index, kept) =>
      index === kept.length - 1 && page.found !== fresh.found
        ? { ...page, found: fresh.found }
        : page,
    )
  const pageParams = pages.map((_, index) => pageIdAt({ pages, pageParams: old.pageParams }, index))
  return { pages, pageParams }
}

/** Merges fresh pages from the lowest up, since each brings a new id for the page below it. */
export function withFreshPages(old: ChatPages, fresh: readonly FreshPage[]): ChatPages {
  return fresh.toReversed().reduce(withFreshPage, old)
}

/** What remains, below a fresh page, of the pages it replaces. */
function belowFresh(pages: readonly ChatPage[], fresh: ChatPage): ChatPage[] {
  if (fresh.nextPageId === undefined) return []
  const size = fresh.chats.length
  const near: Chat[] = []
  let count = 0
  for (; count < pages.length && near.length <= 2 * size; count += 1) {
    near.push(...(pages[count]?.chats ?? []))
  }
  const places = new Map(near.map((chat, index) => [chat.id, index]))
  const reach = places.get(fresh.chats.findLast((chat) => places.has(chat.id))?.id ?? '')
  if (reach === undefined || reach > 2 * size) return []
  let passed = 0
  const cut = pages.findIndex((page) => {
    passed += page.chats.length
    return passed > reach
  })
  const cutPage = pages[cut]
  if (!cutPage) return []
  const rest = cutPage.chats.slice(cutPage.chats.length - (passed - reach - 1))
  const [next, ...further] = pages.slice(cut + 1)
  if (rest.length === 0) return pages.slice(cut + 1)
  // Two short pages are merged, or each new chat would leave a page of its own.
  if (next && rest.length + next.chats.length <= size) {
    return [{ ...next, chats: [...rest, ...next.chats] }, ...further]
  }
  return [{ ...cutPage, chats: rest }, ...pages.slice(cut + 1)]
}

function without(page: ChatPage, ids: readonly string[]): ChatPage {
  const gone = ids.filter((id) => hasChat(page, id))
  return gone.length === 0 ? page : keepChats(page, ({ id }) => !gone.includes(id))
}

/** The same page when all of its chats stay. */
function keepChats(page: ChatPage, stays: (chat: Chat) => boolean): ChatPage {
  return page.chats.every(stays) ? page : { ...page, chats: page.chats.filter(stays) }
}
