import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Chat } from '../agent-chat/index.ts'
import { sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import { useAgentChat } from './agent-chat-context.ts'
import { type ChatPages, chatsOf, foundIn, withFreshHead } from './chat-pages.ts'
import { belongs, filterOf, isSifted, type Listing } from './chat-views.ts'
import { isPageRefused } from './chats-error.ts'
import { ownerOf } from './session-owner.ts'
import { useAccount } from './use-account.ts'
import { newsKey, useChatNews } from './use-chat-news.ts'

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
  /** It was a further page that failed; the agent is at the end of the list. */
  failedAtEnd: boolean
  isLoading: boolean
  isRefreshing: boolean
  isLoadingMore: boolean
  hasMore: boolean
  /** More may be loaded without being asked for. */
  loadsAhead: boolean
  loadMore: () => void
  refresh: () => void
  /** Does again what failed. */
  retry: () => void
}

/** The agent's chats, page by page and kept fresh; goes on by itself after the agent signed in again. */
export function useChats(listing: Listing): Chats {
  const agentChat = useAgentChat()
  const queries = useQueryClient()
  const state = useSession()
  const shown = sessionOf(state)
  const myId = useAccount()?.email
  const { show } = listing
  const queryKey = ['chats', shown && ownerOf(shown), listing]

  const askForHead = (signal: AbortSignal) =>
    agentChat.listChats(
      {
        filter: filterOf(listing),
        order: listing.order,
        limit: isSifted(show) ? pageSize.sifted : pageSize.whole,
      },
      { signal },
    )
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      if (pageParam !== undefined) return agentChat.listChats({ pageId: pageParam }, { signal })
      const head = await askForHead(signal)
      queries.setQueryData(newsKey(queryKey), head)
      return head
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageId,
    // The news keep it fresh; loading every page again would be slow, and the list would jump.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
    structuralSharing: false,
  })

  const news = useChatNews(queryKey, askForHead, query.data !== undefined)
  const tellNews = useEffectEvent((head: typeof news.head) => {
    if (!head || !query.data || query.data.pages[0] === head) return
    queries.setQueryData(queryKey, (old: ChatPages | undefined) => old && withFreshHead(old, head))
  })
  useEffect(() => tellNews(news.head), [news.head])

  /** One restart per page that was refused, or a server that refuses every page would keep us busy for ever. */
  const restarted = useRef(false)
  const loadMore = async () => {
    const { error, isFetchNextPageError } = await query.fetchNextPage({ cancelRefetch: false })
    if (!isFetchNextPageError) restarted.current = false
    else if (isPageRefused(error) && !restarted.current) {
      restarted.current = true
      queries.setQueryData(queryKey, (old: ChatPages | undefined) => old && firstPageOf(old))
      await query.refetch()
    }
  }
  /** Looking by itself is not worth showing. */
  const [asked, setAsked] = useState(false)
  const refresh = async () => {
    setAsked(true)
    await (query.data ? news.ask() : query.refetch({ cancelRefetch: false }))
    setAsked(false)
  }
  const retry = () => (query.isFetchNextPageError ? loadMore() : refresh())

  const error = query.error ?? news.error
  const session = state.status === 'signed-in' ? state.session : undefined
  const lastSession = useRef(session)
  const goOn = useEffectEvent(() => {
    if (error) void retry()
  })
  useEffect(() => {
    if (!session || session === lastSession.current) return
    lastSession.current = session
    goOn()
  }, [session])

  const pages = query.data?.pages
  const chats = useMemo(
    () => pages && chatsOf(pages).filter((chat) => belongs(show, chat, myId)),
    [pages, show, myId],
  )
  const shownCount = chats?.length ?? 0
  return {
    chats,
    found: isSifted(show) ? shownCount : foundIn(pages ?? [], shownCount),
    isCountWhole: !isSifted(show) || !query.hasNextPage,
    error,
    failedAtEnd: query.isFetchNextPageError,
    isLoading: query.isLoading,
    isRefreshing: asked,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    loadsAhead: !isSifted(show) || (pages?.length ?? 0) < sifting,
    loadMore: () => void loadMore(),
    refresh: () => void refresh(),
    retry: () => void retry(),
  }
}

function firstPageOf({ pages, pageParams }: ChatPages): ChatPages {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }
}
