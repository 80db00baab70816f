import type { Chat } from '../agent-chat/index.ts'
import { type ChatOrder, compareIn } from './chat-order.ts'
import { type ChatRows, rowsOf } from './chat-rows.ts'
import type { InboxChat } from './inbox-chat.ts'
import type { PersistentMap } from './persistent-map.ts'
import { type Compare, countBefore, type Pages, withItems } from './sorted-pages.ts'
import { isInView, type View } from './views.ts'

/** Which chats are listed, and in which order. */
export interface ChatListing {
  show: View
  /** Chats of this group alone. */
  groupId: number | undefined
  order: ChatOrder
}

/** How far a list is loaded: between its ends may be no gap. Undefined where it is loaded to the end. */
export interface LoadedRange {
  first: InboxChat | undefined
  last: InboxChat | undefined
}

/** Gives the rows of a list, which are the same object while nothing in it changes. */
export type ChatList = (chats: PersistentMap<InboxChat>, loaded: LoadedRange) => ChatRows

/** Creates a list that follows an inbox: what it costs to bring it up to date depends on what changed alone. */
export function createChatList(
  { show, groupId, order }: ChatListing,
  myId: string | undefined,
): ChatList {
  const compare = compareIn(order)
  const isListed = (chat: InboxChat | undefined): chat is InboxChat =>
    chat !== undefined &&
    (groupId === undefined || chat.groupIds.includes(groupId)) &&
    isInView(show, chat, myId)
  let known: PersistentMap<InboxChat> | undefined
  let pages: Pages<InboxChat> = []
  const cut = createCut(compare)
  const rows = createRows()
  return (chats, loaded) => {
    if (chats !== known) {
      const changes = known ? chats.changesSince(known) : [...chats.values()].map(added)
      pages = withItems(
        pages,
        changes.map(({ before }) => before).filter(isListed),
        changes.map(({ after }) => after).filter(isListed),
        compare,
      )
      known = chats
    }
    return rows(cut(pages, loaded))
  }
}

/** How far a list is loaded, by the pages it was loaded in. */
export function loadedRange(
  pages: readonly {
    chats: readonly Chat[]
    nextPageId: string | undefined
    previousPageId: string | undefined
  }[],
  { show, order }: Pick<ChatListing, 'show' | 'order'>,
): LoadedRange {
  const [top, end] = [pages[0], pages.at(-1)]
  // Open chats are few, and wherever we know of one from, it belongs there.
  const hasRange = show === 'all' || show === 'closed'
  const hasTop = !hasRange || top?.previousPageId === undefined
  const hasEnd = !hasRange || end?.nextPageId === undefined
  return {
    first: hasTop ? undefined : endsOf(top.chats, order).first,
    last: hasEnd ? undefined : lastOf(pages, order),
  }
}

function lastOf(
  pages: readonly { chats: readonly Chat[] }[],
  order: ChatOrder,
): InboxChat | undefined {
  const compare = compareIn(order)
  let last: InboxChat | undefined
  for (const { chats } of pages) {
    const one = endsOf(chats, order).last
    if (!isBefore(one, last, compare)) last = one ?? last
  }
  return last
}

/** The first and the last chat of a page in an order; goes with the page. */
const ends = {
  'newest-first': new WeakMap<readonly Chat[], LoadedRange>(),
  'oldest-first': new WeakMap<readonly Chat[], LoadedRange>(),
}

function endsOf(chats: readonly Chat[], order: ChatOrder): LoadedRange {
  const known = ends[order].get(chats)
  if (known) return known
  const sorted = chats.toSorted(compareIn(order))
  const found = { first: sorted[0], last: sorted.at(-1) }
  ends[order].set(chats, found)
  return found
}

function added(after: InboxChat) {
  return { before: undefined, after }
}

/** Creates what cuts pages at both ends, so that an end that is cut as before is the same page as before. */
function createCut(compare: Compare<InboxChat>) {
  const cutBefore = new WeakMap<readonly InboxChat[], { range: LoadedRange; page: InboxChat[] }>()
  function cutPage(page: readonly InboxChat[], range: LoadedRange): readonly InboxChat[] {
    const before = cutBefore.get(page)
    if (before && before.range.first === range.first && before.range.last === range.last) {
      return before.page
    }
    const kept = page.filter((chat) => isIn(chat, range, compare))
    cutBefore.set(page, { range, page: kept })
    return kept
  }
  return (pages: Pages<InboxChat>, range: LoadedRange): Pages<InboxChat> => {
    const { first, last } = range
    if (!first && !last) return pages
    const start = first ? countBefore(pages, (page) => isBefore(page.at(-1), first, compare)) : 0
    const end = last
      ? countBefore(pages, (page) => !isBefore(last, page[0], compare))
      : pages.length
    return pages
      .slice(start, end)
      .map((page, index, all) =>
        index === 0 || index === all.length - 1 ? cutPage(page, range) : page,
      )
      .filter((page) => page.length > 0)
  }
}

function isBefore<Item>(
  one: Item | undefined,
  other: Item | undefined,
  compare: Compare<Item>,
): boolean {
  return one !== undefined && other !== undefined && compare(one, other) < 0
}

function isIn(chat: InboxChat, { first, last }: LoadedRange, compare: Compare<InboxChat>): boolean {
  return !(isBefore(chat, first, compare) || isBefore(last, chat, compare))
}

/** Creates rows of pages; the same pages give the same rows. */
function createRows() {
  let rows: ChatRows | undefined
  return (pages: Pages<InboxChat>): ChatRows => {
    const isSame =
      rows?.pages.length === pages.length && pages.every((page, at) => page === rows?.pages[at])
    if (!isSame || !rows) rows = rowsOf(pages)
    return rows
  }
}
