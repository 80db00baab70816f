import type { Chat } from '../agent-chat/index.ts'
import { customerOf, findUser, isSameUser, meIn } from './chat-users.ts'
import type { InboxChat } from './inbox-chat.ts'

/** Whose turn it is in a chat; `waiting`: the customer waits for a reply; `empty`: nobody ever wrote. */
export type Turn = 'queued' | 'waiting' | 'active' | 'closed' | 'empty'

/** Whose turn it is, as long as the chat is open. */
export function turnOf(chat: Chat): Turn {
  const { lastThread } = chat
  if (!lastThread) return 'empty'
  if (lastThread.queue) return 'queued'
  if (!lastThread.active) return 'closed'
  return isCustomersTurn(chat) ? 'waiting' : 'active'
}

/** Whether the customer wrote last. The last event may be anybody's, such as a note, so the times decide. */
function isCustomersTurn(chat: Chat): boolean {
  const { wroteAt, repliedAt } = customerOf(chat) ?? {}
  if (wroteAt === undefined || wroteAt === repliedAt) {
    return findUser(chat, chat.lastEvent?.authorId)?.type === 'customer'
  }
  const unreplied = chat.lastThread?.properties.get('routing')?.get('unreplied') === true
  return unreplied || wroteAt > (repliedAt ?? 0)
}

/** Whether something happened since the agent, who is in the chat, last looked. */
export function isUnread(chat: Chat, myId: string | undefined): boolean {
  const me = meIn(chat, myId)
  const event = chat.lastEvent
  if (!me || !event) return false
  if (isSameUser(event.authorId, myId)) return false
  return event.createdAt > (me.seenUpTo ?? 0)
}

/** The time by which a list sorts a chat and which its row shows: milliseconds since 1970, or undefined. */
export function shownTime(chat: InboxChat): number | undefined {
  const { lastThread, lastEvent } = chat
  return (
    lastThread?.queue?.queuedAt ||
    Math.max(lastEvent?.createdAt ?? 0, chat.closedAt ?? 0) ||
    lastThread?.createdAt
  )
}
