import type { Chat } from '../agent-chat/index.ts'
import { isJoined } from './chat-users.ts'

/** The lists an agent can look at. */
export type View = 'all' | 'mine' | 'queued' | 'unassigned' | 'active' | 'closed'

/** Whether a chat is in a view. */
export function isInView(view: View, chat: Chat, myId: string | undefined): boolean {
  const { lastThread } = chat
  const isActive = lastThread?.active === true
  switch (view) {
    case 'all':
      return true
    case 'mine':
      return isActive && isJoined(chat, myId)
    case 'queued':
      return isActive && lastThread.queue !== undefined
    case 'unassigned':
      return isActive && lastThread.queue === undefined && isUnassigned(chat)
    case 'active':
      return isActive
    case 'closed':
      return lastThread?.active === false
  }
}

/** Whether LiveChat says that no agent has taken a chat. */
export function isUnassigned({ properties }: Chat): boolean {
  return properties.get('routing')?.get('unassigned') === true
}
