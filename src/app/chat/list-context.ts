import { useOutletContext } from 'react-router'
import type { Chat } from '../../agent-chat/index.ts'

/** The list beside an open chat. */
export interface ListContext {
  /** Finds a chat that is loaded. */
  find: (chatId: string) => Chat | undefined
  refresh: () => void
  /** Finds the chat of the agent's that has waited longest for a reply; from one of those the next. */
  nextWaiting: (currentId?: string) => Chat | undefined
}

/** @throws {TypeError} Outside of the chats page. */
export function useListContext(): ListContext {
  return useOutletContext<ListContext>()
}
