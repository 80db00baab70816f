import { useEffect } from 'react'
import { useLiveConnection } from '../live/use-live-status.ts'
import type { ComposerStore } from './composer-store.ts'
import { createTypingIndicator } from './typing-indicator.ts'

/** Tells the others in a chat that the agent types, and agents only while it is a note. */
export function useTypingIndicator(
  composer: ComposerStore,
  chatId: string,
  agentsOnly: boolean,
): void {
  const connection = useLiveConnection()
  useEffect(() => {
    const indicator = createTypingIndicator((isTyping) =>
      connection.sendTyping({ chatId, isTyping, agentsOnly }),
    )
    let { text } = composer.draft(chatId)
    const unsubscribe = composer.subscribe(() => {
      const next = composer.draft(chatId).text
      if (next === text) return
      text = next
      if (text.trim() === '') indicator.stop()
      else indicator.typed()
    })
    return () => {
      unsubscribe()
      indicator.stop()
    }
  }, [composer, connection, chatId, agentsOnly])
}
