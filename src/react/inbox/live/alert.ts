import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import {
  type Inbox,
  type InboxChat,
  isByCustomer,
  isJoined,
  isMe,
  isUnread,
} from '../../../inbox/index.ts'

/** What calls an agent to a chat. */
export interface Alert {
  chat: InboxChat
  /** A customer wrote in a chat of the agent's, or a chat came to them. */
  reason: 'message' | 'new-chat'
}

/** What an update may call the agent to. */
export interface AlertCause extends Pick<Alert, 'reason'> {
  chatId: string
}

/** What an update may call the agent to: a customer's message in a chat of theirs, or a chat that comes to them. */
export function alertCauseOf(update: LiveUpdate, { chats, myId }: Inbox): AlertCause | undefined {
  if (update.type === 'incoming_event') {
    const { chatId, event } = update
    const chat = chats.get(chatId)
    const isMine = chat !== undefined && isJoined(chat, myId)
    return isMine && isByCustomer(event.authorId, chat) ? { chatId, reason: 'message' } : undefined
  }
  if (update.type !== 'incoming_chat') return undefined
  const { chat, requesterId } = update
  const comesToMe = chat.thread?.active === true && isJoined(chat, myId)
  const isByMe = requesterId !== undefined && isMe({ id: requesterId }, myId)
  return comesToMe && !isByMe ? { chatId: chat.id, reason: 'new-chat' } : undefined
}

/** The alert, unless the agent has taken notice meanwhile, in whichever tab or app. */
export function alertStillDue(
  { chatId, reason }: AlertCause,
  { chats, myId }: Inbox,
): Alert | undefined {
  const chat = chats.get(chatId)
  if (!chat?.lastThread?.active || !isJoined(chat, myId)) return undefined
  const isDue = isUnread(chat, myId) || (reason === 'new-chat' && chat.lastEvent === undefined)
  return isDue ? { chat, reason } : undefined
}
