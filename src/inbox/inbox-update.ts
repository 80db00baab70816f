import type { ChatDetails, ChatFilter, ChatPage, Thread } from '../agent-chat/index.ts'
import type { LiveUpdate } from '../agent-chat/live-feed/index.ts'
import type { OutgoingMessage } from './outgoing-message.ts'

/** What a response of LiveChat says. */
export type ResponseUpdate =
  /** A page of chats, and which of them were asked for, where that is known. */
  (
    | { type: 'chats_loaded'; page: ChatPage; filter: ChatFilter | undefined }
    /** A chat with its latest thread. */
    | { type: 'chat_loaded'; chat: ChatDetails }
    /** Threads with all of their events. */
    | { type: 'threads_loaded'; chatId: string; threads: readonly Thread[] }
  ) & {
    /** The inbox's revision when the response was asked for: what was told since then is newer. */
    since: number
  }

/** What the agent did on this page and LiveChat has not told yet. */
export type AgentUpdate =
  /** A message is sent, or more is known of it. */
  | { type: 'message_written'; message: OutgoingMessage }
  | { type: 'message_discarded'; chatId: string; customId: string }
  /** An open conversation was left, and need not be kept. */
  | { type: 'conversation_left'; chatId: string }

/**
 * Everything that changes an inbox. What the agent did and LiveChat confirmed, such as closing a chat, is told as the push
 * that it causes.
 */
export type InboxUpdate = LiveUpdate | ResponseUpdate | AgentUpdate

/** What is told of chats and stays true after it: all but typing and what this page does itself. */
export type ChatUpdate =
  | Exclude<
      LiveUpdate,
      { type: 'incoming_typing_indicator' | 'incoming_sneak_peek' | 'routing_status_set' }
    >
  | ResponseUpdate

/** When and by whom an update is read. */
export interface UpdateContext {
  /** Milliseconds since 1970. */
  now: number
  myId: string | undefined
}

/** The chats an update is about; undefined: all that are open. */
export function chatIdsOf(update: ChatUpdate): readonly string[] | undefined {
  switch (update.type) {
    case 'connected':
      return undefined
    case 'chats_loaded':
      return update.page.chats.map(({ id }) => id)
    case 'chat_loaded':
    case 'incoming_chat':
      return [update.chat.id]
    case 'queue_positions_updated':
      return update.queues.map(({ chatId }) => chatId)
    case 'threads_deleted':
      return []
    default:
      return [update.chatId]
  }
}

/** Whether an update is about a chat. */
export function isAbout(update: ChatUpdate, chatId: string): boolean {
  return chatIdsOf(update)?.includes(chatId) ?? true
}
