import type {
  Chat,
  ChatDetails,
  CustomerDetails,
  Thread,
  ThreadSummary,
} from '../agent-chat/index.ts'
import { summaryOf } from './inbox-chat.ts'
import type { ChatUpdate } from './inbox-update.ts'
import { loadedThreadAfter, withEvents } from './thread-after.ts'

/** What is loaded of a chat that was opened. */
export interface Conversation {
  /** Oldest first; each with all of its events. */
  threads: readonly Thread[]
  /** Undefined until the chat is loaded. */
  customer: CustomerDetails | undefined
}

const none: Conversation = { threads: [], customer: undefined }

/** A chat that was opened, as it is now. */
export function openedChat(chat: Chat, { threads, customer }: Conversation): ChatDetails {
  const { id, users, properties, groupIds, isFollowed } = chat
  return { id, users, customer, thread: threads.at(-1), properties, groupIds, isFollowed }
}

/** A conversation after an update that is about its chat; undefined while nothing of it is loaded, or when it is gone. */
export function conversationAfter(
  conversation: Conversation | undefined,
  update: ChatUpdate,
  id: string,
): Conversation | undefined {
  switch (update.type) {
    case 'chat_loaded': {
      const { thread, customer } = update.chat
      const { threads } = conversation ?? none
      return { threads: thread ? withThread(threads, thread) : threads, customer }
    }
    case 'threads_loaded': {
      const known = conversation ?? none
      const add = (all: readonly Thread[], one: Thread) => withThread(all, one, true)
      return { ...known, threads: update.threads.reduce(add, known.threads) }
    }
    case 'chat_deleted':
      return undefined
  }
  if (!conversation) return undefined
  const { threads } = conversation
  switch (update.type) {
    case 'incoming_chat': {
      const { thread, customer } = update.chat
      const known = threads.find((one) => one.id === thread?.id)
      // It may hold the first events alone.
      const events = known && thread && withEvents(thread.events, known.events)
      const opened = thread && { ...thread, ...(events && { events }) }
      return { threads: opened ? withThread(threads, opened) : threads, customer }
    }
    case 'chats_loaded':
      return { ...conversation, threads: summarized(threads, update.page.chats, id) }
    case 'connected': {
      const isOpen = update.activeChats.some((one) => one.id === id)
      return {
        ...conversation,
        threads: isOpen ? summarized(threads, update.activeChats, id) : threads.map(closed),
      }
    }
    case 'thread_deleted':
      return { ...conversation, threads: threads.filter((one) => one.id !== update.threadId) }
    default:
      return { ...conversation, threads: threads.map((one) => loadedThreadAfter(one, update)) }
  }
}

/**
 * The threads with one as it is now, in its place.
 *
 * @param isOfPage Of two that began at the same time it is the older, since a page has the newest first.
 */
function withThread(
  threads: readonly Thread[],
  thread: Thread,
  isOfPage = false,
): readonly Thread[] {
  if (threads.some(({ id }) => id === thread.id)) {
    return threads.map((one) => (one.id === thread.id ? thread : one))
  }
  const time = thread.createdAt ?? Number.POSITIVE_INFINITY
  const before = threads.findLastIndex(
    ({ createdAt = 0 }) => createdAt < time || (createdAt === time && !isOfPage),
  )
  return threads.toSpliced(before + 1, 0, thread)
}

/** The threads with what a list says of the last one. */
function summarized(
  threads: readonly Thread[],
  chats: readonly Chat[],
  id: string,
): readonly Thread[] {
  const summary = chats.find((chat) => chat.id === id)?.lastThread
  return summary ? threads.map((thread) => withSummary(thread, summary)) : threads
}

function withSummary(thread: Thread, summary: ThreadSummary): Thread {
  return thread.id === summary.id ? { ...thread, ...summaryOf(summary) } : thread
}

function closed(thread: Thread): Thread {
  return { ...thread, active: false, queue: undefined }
}
