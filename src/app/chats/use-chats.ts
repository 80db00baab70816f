import { useMemo, useRef } from 'react'
import type { Chat } from '../../agent-chat/index.ts'
import { type ChatRows, createChatList, loadedRange } from '../../inbox/index.ts'
import { isTransient } from '../chat/api-errors.ts'
import { useInbox } from '../session/services.tsx'
import { useAccount } from '../session/use-account.ts'
import { useNewSession } from '../session/use-new-session.ts'
import { foundIn, type PageStart, pageStartOf } from './chat-pages.ts'
import { isClientFiltered, type Listing } from './chat-views.ts'
import { useChatPages } from './use-chat-pages.ts'
import { useChatPolling } from './use-chat-polling.ts'
import { type ListEdge, useFurtherPages } from './use-further-pages.ts'
import { useRefresh } from './use-refresh.ts'

/** A view that filters by itself looks through so many pages unasked; then the agent decides. */
const pagesFilteredUnasked = 20

export interface Chats {
  /** Undefined until the first page is there. */
  rows: ChatRows | undefined
  /** Finds a chat among them. */
  find: (chatId: string) => Chat | undefined
  isLoading: boolean
  count: { found: number; isComplete: boolean }
  above: ListEdge
  below: ListEdge
  /** More may be loaded below without being asked for. */
  loadsAhead: boolean
  /** Starts over at the top of the list. */
  goToTop: () => Promise<void>
  /** Tells which chats are in view, and so kept fresh. */
  setInView: (firstAndLast: readonly [string, string]) => void
  /** The id of the first page that is loaded. */
  firstPageId: string | undefined
  /** The page a chat is on; undefined in a view that filters by itself. */
  pageStartOf: (chatId: string | undefined) => PageStart | undefined
  /** Why the last load failed; what was loaded before stays. */
  error: Error | null
  /** Milliseconds since 1970: what is shown is as it was then, since polling fails for now. */
  staleSince: number | undefined
  isRefreshing: boolean
  refresh: () => void
  /** Does again what failed. */
  retry: () => void
}

/**
 * The agent's chats, page by page and kept fresh; goes on by itself after the agent signed in again.
 *
 * @param enterAt The page to begin with, when the list is no longer in memory; undefined: the top.
 */
export function useChats(listing: Listing, enterAt: string | undefined): Chats {
  const { show } = listing
  const isFiltered = isClientFiltered(show)
  const myId = useAccount()?.email
  const list = useChatPages(listing, enterAt)
  const { query } = list
  const inView = useRef<readonly [string, string]>(undefined)
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
  const { groupId, order } = listing
  const chatList = useMemo(
    () => createChatList({ show, groupId, order }, myId),
    [show, groupId, order, myId],
  )
  const loaded = useMemo(() => pages && loadedRange(pages, { show, order }), [pages, show, order])
  const rows = useInbox(({ chats }) => loaded && chatList(chats, loaded))
  const shownCount = rows?.length ?? 0
  return {
    rows,
    find: (chatId) => rows?.find(chatId),
    isLoading: query.isLoading,
    count: {
      found: isFiltered ? shownCount : foundIn(pages ?? [], shownCount),
      isComplete: !isFiltered || !query.hasNextPage,
    },
    above,
    below,
    loadsAhead: !isFiltered || (pages?.length ?? 0) < pagesFilteredUnasked,
    goToTop: () => list.goToTop().catch(refresh),
    setInView(firstAndLast) {
      inView.current = firstAndLast
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
