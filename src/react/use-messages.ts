import { useContext, useSyncExternalStore } from 'react'
import { english, type Messages, messagesIn, onMessagesLoaded } from '../messages/index.ts'
import { MessagesContext } from './livechat-provider.tsx'

/** Gets the messages in a language, with the page's own among them; undefined until they are loaded. */
export function useMessages(language: string): Partial<Messages> | undefined {
  const own = useContext(MessagesContext)
  const table = useSyncExternalStore(
    onMessagesLoaded,
    () => messagesIn(language),
    () => english,
  )
  return table && own ? { ...table, ...own } : table
}
