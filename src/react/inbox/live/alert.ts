import type { LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { type Inbox, isByCustomer, isJoined, isMe, isUnread } from '../../../inbox/index.ts'

/** What may call an agent to a chat. */
export interface Alert {
  chatId: string
  reason: 'message' | 'new-chat'
}

/** What an update may call the agent to: a customer's message in a chat of theirs, or a chat that comes to them. */
export function alertOf(update: LiveUpdate, { chats, myId }: Inbox): Alert | undefined {
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

/** Whether the agent has not taken notice of it meanwhile, in whichever tab or app. */
export function isStillDue({ chatId, reason }: Alert, { chats, myId }: Inbox): boolean {
  const chat = chats.get(chatId)
  if (!chat?.lastThread?.active || !isJoined(chat, myId)) return false
  return isUnread(chat, myId) || (reason === 'new-chat' && chat.lastEvent === undefined)
}
