import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OpenedChat, Thread } from '../../agent-chat/index.ts'
import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { isPassing } from '../chats-error.ts'
import { useAgentChat } from '../session/agent-chat-context.ts'
import { ownerOf } from '../session/session-owner.ts'
import { useLookAgain } from '../use-look-again.ts'
import { threadsOf } from './threads-of.ts'

/** Enough to fill a window. */
const firstEvents = 30

export interface Conversation {
  chat: OpenedChat | undefined
  /** Oldest first. */
  threads: Thread[]
  error: Error | null
  /** Milliseconds since 1970: the chat is as it was then, since looking for news fails for now. */
  oldSince: number | undefined
  isLoading: boolean
  hasOlder: boolean
  isLoadingOlder: boolean
  /** It was an older thread that could not be loaded. */
  failedAtOlder: boolean
  loadOlder: () => void
  /** Looks for news now. */
  refresh: () => Promise<unknown>
}

/** An open chat: its latest thread kept fresh, the older ones page by page. */
export function useConversation(chatId: string): Conversation {
  const agentChat = useAgentChat()
  const state = useSession()
  const session = sessionOf(state)
  const owner = session && ownerOf(session)
  const live = state.status === 'signed-in'

  const opened = useQuery({
    queryKey: ['chat', owner, chatId],
    // An open conversation is looked at more closely than the list.
    ...useLookAgain((signal) => agentChat.getChat({ chatId }, { signal }), live, 1 / 2),
    enabled: live,
    structuralSharing: false,
  })
  const older = useInfiniteQuery({
    queryKey: ['threads', owner, chatId],
    queryFn: ({ pageParam, signal }) =>
      agentChat.listThreads(
        pageParam === undefined
          ? { chatId, minEvents: firstEvents }
          : { chatId, pageId: pageParam },
        { signal },
      ),
    enabled: live,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageId,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
    structuralSharing: false,
  })

  const isQuiet = opened.data !== undefined && isPassing(opened.error)
  const pages = older.data?.pages
  const latest = opened.data?.thread
  const threads = useMemo(() => threadsOf(pages ?? [], latest), [pages, latest])
  return {
    chat: opened.data,
    threads,
    error: (isQuiet ? null : opened.error) ?? older.error,
    oldSince: isQuiet ? opened.dataUpdatedAt : undefined,
    isLoading: opened.isLoading,
    hasOlder: older.hasNextPage,
    isLoadingOlder: older.isFetchingNextPage,
    failedAtOlder: older.isError,
    loadOlder: () =>
      void (older.data ? older.fetchNextPage({ cancelRefetch: false }) : older.refetch()),
    refresh: () => Promise.all([opened.refetch(), older.isError && older.refetch()]),
  }
}
