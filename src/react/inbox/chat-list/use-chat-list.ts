import { useMemo, useRef } from 'react'
import type { Chat } from '../../../agent-chat/index.ts'
import {
  type ChatListing,
  type ChatRows,
  createChatList,
  loadedRange,
  type View,
} from '../../../inbox/index.ts'
import { useAccountQuery } from '../agent/use-account.ts'
import { useMyId } from '../agent/use-my-id.ts'
import { useNewSession } from '../agent/use-new-session.ts'
import { useInbox } from '../inbox-provider.tsx'
import { isTransient } from '../pages/transient-error.ts'
import { foundIn, type PageStart, pageStartOf } from './chat-pages.ts'
import { isClientFiltered } from './list-filter.ts'
import { useChatPages } from './use-chat-pages.ts'
import { useChatPolling } from './use-chat-polling.ts'
import { type ListEdge, useFurtherPages } from './use-further-pages.ts'
import { useRefresh } from './use-refresh.ts'

/** A view that filters by itself looks through so many pages unasked; then the agent decides. */
const pagesFilteredUnasked = 20

/** Which chats of a view {@link useChatList} lists, and from where on. */
export interface ChatListOptions extends Partial<Omit<ChatListing, 'show'>> {
  /**
   * The page to begin with, when the list is no longer in memory; default: the top. `pageStartOf` tells it of a list that is left.
   */
  startAt?: string | undefined
}

/** What {@link useChatList} returns. */
export interface ChatListResult {
  /** Undefined until the first page is there, and who the agent is where that decides. */
  rows: ChatRows | undefined
  /** Finds a chat among them. */
  find: (chatId: string) => Chat | undefined
  isLoading: boolean
  /** The first page is there, or could not be had. */
  hasAsked: boolean
  count: { found: number; isComplete: boolean }
  above: ListEdge
  below: ListEdge
  /** More may be loaded below without being asked for. */
  loadsAhead: boolean
  /** Starts over at the top of the list. */
  goToTop: () => Promise<void>
  /** Tells which chats are in view, and so kept fresh. */
  setInView: (chatIds: readonly string[]) => void
  /** The id of the first page that is loaded. */
  firstPageId: string | undefined
  /** The page a chat is on; undefined in a view that filters by itself. */
  pageStartOf: (chatId: string | undefined) => PageStart | undefined
  /** Why the last load failed; what was loaded before stays. */
  error: Error | null
  /** Milliseconds since 1970: what is shown is as it was then, since polling fails for now. */
  staleSince: number | undefined
  isRefreshing: boolean
  /** Asks LiveChat for the list again. */
  refresh: () => void
  /** Does again what failed. */
  retry: () => void
}

/**
 * Gets the chats of a view, page by page and kept up to date; goes on by itself after the agent signed in again.
 *
 * @param view Default of the options: all groups, and the newest first.
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useChatList(
  view: View,
  { groupId, order = 'newest-first', startAt }: ChatListOptions = {},
): ChatListResult {
  const isFiltered = isClientFiltered(view)
  const myId = useMyId()
  const isAsking = useAccountQuery().isLoading
  const list = useChatPages({ show: view, groupId, order }, startAt)
  const { query } = list
  const inView = useRef<readonly string[]>([])
  const polling = useChatPolling(list, inView)
  const { above, below, isRestarting, retry: retryPage } = useFurtherPages(list)
  const { isRefreshing, failedAt, refresh } = useRefresh(() =>
    query.data ? polling.poll() : query.refetch({ cancelRefetch: false }),
  )

  // A poll nobody asked for is not worth an error when it may soon work again.
  const isStale = isTransient(polling.error) && failedAt <= polling.freshAt
  const retry = () => {
    if (!retryPage()) void refresh()
  }
  useNewSession(() => {
    if (query.error ?? polling.error) retry()
  })

  const pages = query.data?.pages
  const chatList = useMemo(
    () => createChatList({ show: view, groupId, order }, myId),
    [view, groupId, order, myId],
  )
  const loaded = useMemo(
    () => pages && loadedRange(pages, { show: view, order }),
    [pages, view, order],
  )
  // Without knowing whose, none would seem to be theirs.
  const isUnknown = view === 'mine' && myId === undefined && isAsking
  const rows = useInbox(({ chats }) => (loaded && !isUnknown ? chatList(chats, loaded) : undefined))
  const shownCount = rows?.length ?? 0
  return {
    rows,
    find: (chatId) => rows?.find(chatId),
    isLoading: query.isLoading || isUnknown,
    hasAsked: pages !== undefined || query.error !== null,
    count: {
      found: isFiltered ? shownCount : foundIn(pages ?? [], shownCount),
      isComplete: !isFiltered || !query.hasNextPage,
    },
    above,
    below,
    loadsAhead: !isFiltered || (pages?.length ?? 0) < pagesFilteredUnasked,
    goToTop: () => list.goToTop().catch(refresh),
    setInView(chatIds) {
      inView.current = chatIds
    },
    firstPageId: list.read()?.pageParams[0],
    pageStartOf(chatId) {
      const loaded = isFiltered ? undefined : list.read()
      return loaded && pageStartOf(loaded, chatId)
    },
    error: (isRestarting ? null : query.error) ?? (isStale ? null : polling.error),
    staleSince: isStale ? polling.freshAt : undefined,
    isRefreshing,
    refresh: () => void refresh(),
    retry,
  }
}
