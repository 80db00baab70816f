import type { Chat } from '../agent-chat/index.ts'
import { isMe } from './people.ts'

/** Where a chat stands, for the eye (`kind`) and in words. */
export interface Standing {
  kind: 'active' | 'queued' | 'closed'
  words: string
}

export function standingOf({ lastThread }: Chat): Standing {
  if (!lastThread) return { kind: 'closed', words: 'Not started' }
  if (lastThread.queue)
    return { kind: 'queued', words: `Queued, number ${lastThread.queue.position}` }
  return lastThread.active
    ? { kind: 'active', words: 'Active' }
    : { kind: 'closed', words: 'Closed' }
}

/** Something happened since this agent, who takes part in the chat, last looked. */
export function isUnread(chat: Chat, myId: string | undefined): boolean {
  const me = chat.users.find((user) => user.type === 'agent' && isMe(user, myId))
  const event = chat.lastEvent
  if (!me || !event) return false
  if (event.authorId !== undefined && isMe({ id: event.authorId }, myId)) return false
  return event.createdAt > (me.seenUpTo ?? 0)
}

/** Milliseconds since 1970 of the last thing known to have happened. */
export function lastActivity(chat: Chat): number | undefined {
  return chat.lastEvent?.createdAt || chat.lastThread?.createdAt
}
