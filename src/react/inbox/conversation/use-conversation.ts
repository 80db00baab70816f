import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Chat, ChatDetails, Thread } from '../../../agent-chat/index.ts'
import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { isJoined, openedChat } from '../../../inbox/index.ts'
import { useSession } from '../../use-session.ts'
import { useMyId } from '../agent/use-my-id.ts'
import { useQueryKey } from '../agent/use-query-key.ts'
import { useInbox, useServices } from '../inbox-provider.tsx'
import { isAboutAll } from '../live/follow-updates.ts'
import { useIsLive } from '../live/use-live-status.ts'
import { furtherPage } from '../pages/further-page.ts'
import { isTransient } from '../pages/transient-error.ts'
import { useCursorRestart } from '../pages/use-cursor-restart.ts'
import { usePolling } from '../pages/use-polling.ts'
import { useChat } from '../use-chat.ts'
import {
  type ThreadPages,
  threadIds,
  threadsAsKnown,
  threadsOf,
  withNewThread,
} from './thread-pages.ts'

/** The most events LiveChat gives at a time: the fewer pages, the shorter the way to the start. */
export const eventsPerPage = 100

/** What {@link useConversation} returns. */
export interface ConversationResult {
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
  /** Loads the threads before the first one that is loaded. */
  loadOlder: () => void
  /** Polls now. */
  refresh: () => Promise<unknown>
}

/**
 * Gets an open chat: its latest thread kept up to date, older ones page by page. Minutes after the last component that
 * shows it is gone, it is forgotten.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useConversation(chatId: string): ConversationResult {
  const { agentChat, queries } = useServices()
  const enabled = useSession().status === 'signed-in'
  const isLive = useIsLive()
  const myId = useMyId()
  const listedChat = useChat(chatId)
  const loaded = useInbox(({ conversations }) => conversations.get(chatId))
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
  const opened = useQuery(
    {
      queryKey: useQueryKey('chat', chatId),
      ...usePolling(look, {
        enabled,
        isTold: isLive && listedChat !== undefined && isToldAbout(listedChat, myId),
        // An open conversation is polled more often than the list.
        share: 1 / 2,
      }),
      meta: {
        isChangedBy: (update: LiveUpdate) => isAboutAll(update) || saysTooLittle(update, chatId),
        conversation: chatId,
      },
      enabled,
      structuralSharing: false,
    },
    queries,
  )
  const older = useInfiniteQuery(
    {
      queryKey: olderKey,
      queryFn: async ({ pageParam, signal }) =>
        furtherPage(await ask(pageParam, signal), pageParam, listed()?.pages, threadIds),
      enabled,
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextPageId,
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
      structuralSharing: false,
    },
    queries,
  )

  const restart = useCursorRestart(async () => void (await older.refetch()))
  const loadOlder = async () => {
    // After a failure nothing loads by itself, so the agent asked for this.
    if (older.isError) restart.allow()
    if (older.data) await restart.goOn(() => older.fetchNextPage({ cancelRefetch: false }))
    else await older.refetch()
  }

  const isQuiet = opened.data !== undefined && isTransient(opened.error)
  const pages = older.data?.pages
  const { data } = opened
  const chat = useMemo(
    () => (data && listedChat && loaded ? openedChat(listedChat, loaded) : data),
    [data, listedChat, loaded],
  )
  const threads = useMemo(
    () => threadsAsKnown(threadsOf(pages ?? [], chat?.thread), loaded?.threads ?? []),
    [pages, chat, loaded],
  )
  return {
    chat,
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

/** Pushes after which an open chat is asked for: threads before a new one, a customer's details, and whether it is gone. */
const telling: readonly LiveUpdate['type'][] = [
  'incoming_chat',
  'user_added_to_chat',
  'chat_access_updated',
  'chat_deleted',
]

function saysTooLittle(update: LiveUpdate, chatId: string): boolean {
  if (!telling.includes(update.type)) return false
  return update.type === 'incoming_chat'
    ? update.chat.id === chatId
    : 'chatId' in update && update.chatId === chatId
}

/**
 * Whether LiveChat tells the agent of each message in a chat: only of one they are in or follow (docs/protocol.md 9.4). In a
 * closed one there are none.
 */
function isToldAbout(chat: Chat, myId: string | undefined): boolean {
  return chat.lastThread?.active !== true || chat.isFollowed || isJoined(chat, myId)
}
