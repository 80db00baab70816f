import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { ChatDetails, Thread } from '../../agent-chat/index.ts'
import { useSession } from '../../react/index.ts'
import { isTransient } from '../chat/api-errors.ts'
import { isMe } from '../chat/participants.ts'
import { useCursorRestart } from '../chat/use-cursor-restart.ts'
import { furtherPage } from '../lib/further-page.ts'
import { usePolling } from '../lib/use-polling.ts'
import { chatsIn, isFleeting } from '../live/follow-updates.ts'
import { useIsLive } from '../live/use-live.ts'
import { useAgentChat } from '../session/services.tsx'
import { useAccount } from '../session/use-account.ts'
import { useQueryKey } from '../session/use-query-key.ts'
import {
  type ThreadPages,
  threadIds,
  threadsOf,
  withKnownEvents,
  withNewThread,
} from './thread-pages.ts'

/** The most events LiveChat gives at a time: the fewer pages, the shorter the way to the start. */
export const eventsPerPage = 100

export interface Conversation {
  chat: ChatDetails | undefined
  /** Oldest first. */
  threads: Thread[]
  error: Error | null
  /** Milliseconds since 1970: the chat is as it was then, since looking for news fails for now. */
  staleSince: number | undefined
  isLoading: boolean
  hasOlder: boolean
  isLoadingOlder: boolean
  /** Whether it was an older thread that could not be loaded. */
  failedAtOlder: boolean
  loadOlder: () => void
  /** Polls now. */
  refresh: () => Promise<unknown>
}

/** An open chat: its latest thread kept up to date, older ones page by page. */
export function useConversation(chatId: string): Conversation {
  const agentChat = useAgentChat()
  const queries = useQueryClient()
  const enabled = useSession().status === 'signed-in'
  const isLive = useIsLive()
  const myId = useAccount()?.email
  const chatKey = useQueryKey('chat', chatId)

  const olderKey = useQueryKey('threads', chatId)
  const listed = () => queries.getQueryData<ThreadPages>(olderKey)
  const ask = (pageId: string | undefined, signal: AbortSignal) =>
    agentChat.listThreads(
      pageId === undefined ? { chatId, minEvents: eventsPerPage } : { chatId, pageId },
      { signal },
    )

  const look = async (signal: AbortSignal) => {
    const chat = await agentChat.getChat({ chatId }, { signal })
    const known = listed()
    // The thread it follows is no longer polled from now on, so its end is loaded first.
    if (known && chat.thread) {
      const pages = await withNewThread(known, chat.thread.id, (pageId) => ask(pageId, signal))
      // Pages that arrived meanwhile win; the next poll includes them.
      if (pages !== known && listed() === known) queries.setQueryData(olderKey, pages)
    }
    return chat
  }
  const shown = queries.getQueryData<ChatDetails>(chatKey)
  const opened = useQuery({
    queryKey: chatKey,
    ...usePolling(look, {
      enabled,
      isTold: isLive && shown !== undefined && isToldAbout(shown, myId),
      // An open conversation is polled more often than the list.
      share: 1 / 2,
    }),
    meta: {
      isChangedBy(update) {
        const about = chatsIn(update)
        return !isFleeting(update) && (about === 'all' || about.includes(chatId))
      },
    },
    enabled,
    structuralSharing: false,
  })
  const older = useInfiniteQuery({
    queryKey: olderKey,
    queryFn: async ({ pageParam, signal }) =>
      furtherPage(await ask(pageParam, signal), pageParam, listed()?.pages, threadIds),
    enabled,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageId,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
    structuralSharing: false,
  })

  const restart = useCursorRestart(async () => void (await older.refetch()))
  const loadOlder = async () => {
    // After a failure nothing loads by itself, so the agent asked for this.
    if (older.isError) restart.allow()
    if (older.data) await restart.goOn(() => older.fetchNextPage({ cancelRefetch: false }))
    else await older.refetch()
  }

  const isQuiet = opened.data !== undefined && isTransient(opened.error)
  const pages = older.data?.pages
  const latest = opened.data?.thread
  const drawn = useRef<Thread[]>([])
  const threads = useMemo(() => {
    drawn.current = withKnownEvents(threadsOf(pages ?? [], latest), drawn.current)
    return drawn.current
  }, [pages, latest])
  return {
    chat: opened.data,
    threads,
    error: (isQuiet ? null : opened.error) ?? (restart.isUnderWay ? null : older.error),
    staleSince: isQuiet ? opened.dataUpdatedAt : undefined,
    isLoading: opened.isLoading,
    hasOlder: older.hasNextPage,
    isLoadingOlder: older.isFetching || restart.isUnderWay,
    failedAtOlder: older.isError && !restart.isUnderWay,
    loadOlder: () => void loadOlder(),
    refresh: () => Promise.all([opened.refetch(), older.isError && older.refetch()]),
  }
}

/**
 * Whether LiveChat tells the agent of each message in a chat: only of one they are in or follow (docs/protocol.md 9.4). In a
 * closed one there are none.
 */
function isToldAbout(
  { isFollowed, thread, users }: ChatDetails,
  myId: string | undefined,
): boolean {
  return (
    thread?.active !== true ||
    isFollowed ||
    users.some((user) => user.type === 'agent' && user.present && isMe(user, myId))
  )
}
