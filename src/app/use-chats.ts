import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useMemo, useRef } from 'react'
import type { Chat, ChatFilter } from '../agent-chat/index.ts'
import { sessionOf } from '../auth/index.ts'
import { useSession } from '../react/index.ts'
import { useAgentChat } from './agent-chat-context.ts'
import { chatsOf, foundIn } from './chat-pages.ts'
import { isPageRefused } from './chats-error.ts'
import { ownerOf } from './session-owner.ts'

export type Show = 'all' | 'active'

const filters: Record<Show, ChatFilter> = { all: {}, active: { active: true } }

const pageSize = 25

export interface Chats {
  /** Undefined until the first page is there. */
  chats: Chat[] | undefined
  found: number
  /** Why the last load failed; what was loaded before stays. */
  error: Error | null
  /** It was a further page that failed; the agent is at the end of the list. */
  failedAtEnd: boolean
  isLoading: boolean
  isRefreshing: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  refresh: () => void
  /** Does again what failed. */
  retry: () => void
}

/** The agent's chats, newest first, page by page; goes on by itself after the agent signed in again. */
export function useChats(show: Show): Chats {
  const agentChat = useAgentChat()
  const state = useSession()
  const shown = sessionOf(state)
  const query = useInfiniteQuery({
    queryKey: ['chats', shown && ownerOf(shown), show],
    queryFn: ({ pageParam, signal }) =>
      agentChat.listChats(
        pageParam === undefined
          ? { filter: filters[show], limit: pageSize }
          : { pageId: pageParam },
        { signal },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageId,
  })

  /** One restart per page that was refused, or a server that refuses every page would keep us busy for ever. */
  const restarted = useRef(false)
  const loadMore = async () => {
    const { error, isFetchNextPageError } = await query.fetchNextPage({ cancelRefetch: false })
    if (!isFetchNextPageError) restarted.current = false
    else if (isPageRefused(error) && !restarted.current) {
      restarted.current = true
      await query.refetch()
    }
  }
  const refresh = () => query.refetch({ cancelRefetch: false })
  const retry = () => (query.isFetchNextPageError ? loadMore() : refresh())

  const session = state.status === 'signed-in' ? state.session : undefined
  const lastSession = useRef(session)
  const goOn = useEffectEvent(() => {
    if (query.error) void retry()
  })
  useEffect(() => {
    if (!session || session === lastSession.current) return
    lastSession.current = session
    goOn()
  }, [session])

  const pages = query.data?.pages
  const chats = useMemo(() => pages && chatsOf(pages), [pages])
  return {
    chats,
    found: foundIn(pages ?? [], chats?.length ?? 0),
    error: query.error,
    failedAtEnd: query.isFetchNextPageError,
    isLoading: query.isLoading,
    isRefreshing: query.isRefetching,
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    loadMore: () => void loadMore(),
    refresh: () => void refresh(),
    retry: () => void retry(),
  }
}
