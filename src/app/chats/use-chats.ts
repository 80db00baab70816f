import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Chat, ChatPage } from '../../agent-chat/index.ts'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { isPageRefused, isTransient } from '../chat/api-errors.ts'
import { useCursorRestart } from '../chat/use-cursor-restart.ts'
import { ownerOf } from '../session/cache-owner.ts'
import { useAgentChat } from '../session/services.tsx'
import { useAccount } from '../session/use-account.ts'
import {
  type ChatPages,
  chatsOf,
  foundIn,
  isTopLoaded,
  pageIdAt,
  pageOf,
  pagesToRefresh,
  withFreshPages,
} from './chat-pages.ts'
import { filterOf, isClientFiltered, type Listing, matchesView } from './chat-views.ts'
import { newsKey, useChatNews } from './use-chat-polling.ts'

/** Views that sift what LiveChat sends ask for more of it, or they would seem empty. */
const pageSize = { whole: 50, sifted: 100 }

/** A sifted view looks through so many pages by itself; then the agent decides. */
const sifting = 20

export interface Chats {
  /** Undefined until the first page is there. */
  chats: Chat[] | undefined
  found: number
  /** `found` counts all there are. */
  isCountWhole: boolean
  /** Why the last load failed; what was loaded before stays. */
  error: Error | null
  /** It was a further page that failed; the agent is at that end of the list. */
  failedAtEnd: boolean
  /** Milliseconds since 1970: what is shown is as it was then, since looking for news fails for now. */
  staleSince: number | undefined
  isLoading: boolean
  isRefreshing: boolean
  isLoadingMore: boolean
  hasMore: boolean
  /** More may be loaded without being asked for. */
  loadsAhead: boolean
  loadMore: () => void
  /** What the first page that is loaded was asked for by. */
  firstPageId: string | undefined
  /** The list goes on above: the agent came back to the middle of it. */
  hasAbove: boolean
  isLoadingAbove: boolean
  loadAbove: () => void
  /** Begins anew with the top of the list. */
  goToTop: () => Promise<void>
  /** Tells what is looked at, and so kept fresh. */
  look: (inView: readonly [string, string]) => void
  /** The page a chat is on: how to come back to it, and its first chat. Of a sifted view it is not told. */
  pageWith: (
    chatId: string | undefined,
  ) => { pageId: string | undefined; firstId: string } | undefined
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
  const agentChat = useAgentChat()
  const queries = useQueryClient()
  const state = useSession()
  const shown = sessionOf(state)
  const myId = useAccount()?.email
  const { show } = listing
  const queryKey = ['chats', shown && ownerOf(shown), listing]
  const loaded = () => queries.getQueryData<ChatPages>(queryKey)
  const write = (pages: ChatPages) => void queries.setQueryData(queryKey, pages)

  const ask = (pageId: string | undefined, signal?: AbortSignal) =>
    agentChat.listChats(
      pageId === undefined
        ? {
            filter: filterOf(listing),
            order: listing.order,
            limit: isClientFiltered(show) ? pageSize.sifted : pageSize.whole,
          }
        : { pageId },
      signal && { signal },
    )
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      if (loaded()) return ask(pageParam, signal)
      const first = await ask(pageParam, signal).catch((error) => {
        // The page one left may be forgotten; the top never is.
        if (pageParam !== undefined && isPageRefused(error)) return ask(undefined, signal)
        throw error
      })
      queries.setQueryData(newsKey(queryKey), [])
      return first
    },
    initialPageParam: enterAt,
    getNextPageParam: (last: ChatPage) => last.nextPageId,
    getPreviousPageParam: (first: ChatPage) => first.previousPageId,
    // The news keep it fresh; loading every page again would be slow, and the list would jump.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
    structuralSharing: false,
  })

  const inView = useRef<readonly [string, string]>(undefined)
  const goToTop = async (signal?: AbortSignal) => {
    const top = await ask(undefined, signal)
    // A page on its way would bring back what was there.
    await queries.cancelQueries({ queryKey, exact: true })
    write({ pages: [top], pageParams: [undefined] })
  }
  const news = useChatNews(
    queryKey,
    async (signal) => {
      const list = loaded()
      const wanted = list ? pagesToRefresh(list, inView.current) : []
      const asking = wanted.map(async (pageId) => ({ pageId, page: await ask(pageId, signal) }))
      return Promise.all(asking).catch(async (error) => {
        if (!isPageRefused(error)) throw error
        await goToTop(signal)
        return []
      })
    },
    query.data !== undefined,
  )
  const told = useRef(new WeakSet(news.fresh && [news.fresh]))
  const tellNews = useEffectEvent((fresh: typeof news.fresh, busy: boolean) => {
    const list = loaded()
    // A page on its way would undo it when it arrives.
    if (!list || !fresh || busy || told.current.has(fresh)) return
    told.current.add(fresh)
    if (fresh.length > 0) write(withFreshPages(list, fresh))
  })
  useEffect(() => tellNews(news.fresh, query.isFetching), [news.fresh, query.isFetching])

  const restart = useCursorRestart(goToTop)
  const loadMore = () => restart.goOn(() => query.fetchNextPage({ cancelRefetch: false }))
  const loadAbove = () => restart.goOn(() => query.fetchPreviousPage({ cancelRefetch: false }))

  /** Looking by itself is not worth showing, nor that it failed when it may soon work again. */
  const [isRefreshing, setRefreshing] = useState(false)
  const [askedInVain, setAskedInVain] = useState(0)
  const refresh = async () => {
    setRefreshing(true)
    const { isError } = await (query.data ? news.ask() : query.refetch({ cancelRefetch: false }))
    if (isError) setAskedInVain(Date.now())
    setRefreshing(false)
  }
  const isQuiet = isTransient(news.error) && askedInVain <= news.freshAt
  const error = (restart.isUnderWay ? null : query.error) ?? (isQuiet ? null : news.error)

  const retry = () => {
    restart.allow()
    if (query.isFetchNextPageError) return loadMore()
    return query.isFetchPreviousPageError ? loadAbove() : refresh()
  }
  const session = state.status === 'signed-in' ? state.session : undefined
  const lastSession = useRef(session)
  const resume = useEffectEvent(() => {
    if (query.error ?? news.error) void retry()
  })
  useEffect(() => {
    if (!session || session === lastSession.current) return
    lastSession.current = session
    resume()
  }, [session])

  const pages = query.data?.pages
  const chats = useMemo(
    () => pages && chatsOf(pages).filter((chat) => matchesView(show, chat, myId)),
    [pages, show, myId],
  )
  const shownCount = chats?.length ?? 0
  return {
    chats,
    found: isClientFiltered(show) ? shownCount : foundIn(pages ?? [], shownCount),
    isCountWhole: !isClientFiltered(show) || !query.hasNextPage,
    error,
    failedAtEnd: query.isFetchNextPageError && !restart.isUnderWay,
    staleSince: isQuiet ? news.freshAt : undefined,
    isLoading: query.isLoading,
    isRefreshing,
    isLoadingMore: query.isFetchingNextPage || restart.isUnderWay,
    hasMore: query.hasNextPage,
    loadsAhead: !isClientFiltered(show) || (pages?.length ?? 0) < sifting,
    loadMore: () => void loadMore(),
    firstPageId: loaded()?.pageParams[0],
    hasAbove: pages !== undefined && !isTopLoaded(pages),
    isLoadingAbove: query.isFetchingPreviousPage || restart.isUnderWay,
    loadAbove: () => void loadAbove(),
    goToTop: () => goToTop().catch(() => refresh()),
    look: (now) => {
      inView.current = now
    },
    pageWith(chatId) {
      const list = isClientFiltered(show) ? undefined : loaded()
      const at = list ? pageOf(list.pages, chatId) : -1
      const firstId = list?.pages[at]?.chats[0]?.id
      return list && firstId !== undefined ? { pageId: pageIdAt(list, at), firstId } : undefined
    },
    refresh: () => void refresh(),
    retry: () => void retry(),
  }
}
