import type { Chat } from '../../agent-chat/index.ts'
import { customerOf, findUser, isMe, isSameUser } from './participants.ts'

/** The status of a chat: its kind, which decides the colour, and its label. */
export interface ChatStatus {
  kind: 'waiting' | 'active' | 'queued' | 'closed'
  label: string
}

/** Whose turn it is, as long as the chat is open. */
export function chatStatusOf(chat: Chat): ChatStatus {
  const { lastThread } = chat
  if (!lastThread) return { kind: 'closed', label: 'Not started' }
  if (lastThread.queue) return { kind: 'queued', label: `#${lastThread.queue.position} in queue` }
  if (!lastThread.active) return { kind: 'closed', label: 'Closed' }
  return isCustomersTurn(chat)
    ? { kind: 'waiting', label: 'Needs a reply' }
    : { kind: 'active', label: 'Active' }
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

export interface Rating {
  kind: 'good' | 'bad'
  label: string
}

/** The customer's rating. */
export function ratingOf({ properties }: Pick<Chat, 'properties'>): Rating | undefined {
  const score = properties.get('rating')?.get('score')
  if (score === 1) return { kind: 'good', label: 'Rated good' }
  if (score === 0) return { kind: 'bad', label: 'Rated bad' }
  return undefined
}

/** The customer's comment with the rating. */
export function ratingComment({ properties }: Pick<Chat, 'properties'>): string | undefined {
  const comment = properties.get('rating')?.get('comment')
  return typeof comment === 'string' && comment !== '' ? comment : undefined
}

/** Whether something happened since the agent, who is in the chat, last looked. */
export function isUnread(chat: Chat, myId: string | undefined): boolean {
  const me = chat.users.find((user) => user.type === 'agent' && isMe(user, myId))
  const event = chat.lastEvent
  if (!me || !event) return false
  if (isSameUser(event.authorId, myId)) return false
  return event.createdAt > (me.seenUpTo ?? 0)
}

/** Milliseconds since 1970 of the last thing known to have happened. */
export function lastActivity(chat: Chat): number | undefined {
  return chat.lastEvent?.createdAt || chat.lastThread?.createdAt
}
