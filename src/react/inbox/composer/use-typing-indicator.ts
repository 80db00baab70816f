import { useEffect } from 'react'
import { useServices } from '../inbox-provider.tsx'
import { createTypingIndicator } from './typing-indicator.ts'

/** Tells the others in a chat that the agent types, and agents only while it is a note. */
export function useTypingIndicator(chatId: string): void {
  const { composer, live } = useServices()
  useEffect(() => {
    const { drafts } = composer
    let { text, agentsOnly } = drafts.get(chatId)
    const indicatorFor = (isNote: boolean) =>
      createTypingIndicator((isTyping) => live.sendTyping({ chatId, isTyping, agentsOnly: isNote }))
    let indicator = indicatorFor(agentsOnly)
    const unsubscribe = drafts.subscribe(() => {
      const next = drafts.get(chatId)
      if (next.agentsOnly !== agentsOnly) {
        indicator.stop()
        indicator = indicatorFor(next.agentsOnly)
      }
      const isTyped = next.text !== text
      text = next.text
      agentsOnly = next.agentsOnly
      if (!isTyped) return
      if (text.trim() === '') indicator.stop()
      else indicator.typed()
    })
    return () => {
      unsubscribe()
      indicator.stop()
    }
  }, [composer, live, chatId])
}
