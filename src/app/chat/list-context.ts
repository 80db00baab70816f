import { useOutletContext } from 'react-router'
import type { Chat } from '../../agent-chat/index.ts'

/** The list beside an open chat. */
export interface ListContext {
  /** Finds a chat that is loaded. */
  find: (chatId: string) => Chat | undefined
  refresh: () => void
}

/** @throws {TypeError} Outside of the chats page. */
export function useListContext(): ListContext {
  return useOutletContext<ListContext>()
}
