import { useEffect } from 'react'
import { useServices } from './inbox-provider.tsx'
import { type Alert, alertCauseOf, alertStillDue } from './live/alert.ts'
import { useLatest } from './use-latest.ts'

/** Milliseconds in which an agent who looks at the chat takes notice, in any tab or app: LiveChat then tells that it was seen. */
const grace = 1_000

/**
 * Calls back when a chat has come to the agent, or a customer has written in one of theirs, and they have not seen it within a
 * second. Of several tabs the one that is connected is called, so that a sound is heard once.
 *
 * @throws {Error} Without an `InboxProvider` above.
 */
export function useAlerts(onAlert: (alert: Alert) => void): void {
  const { live, inbox } = useServices()
  const raise = useLatest(onAlert)
  useEffect(() => {
    const waiting = new Map<string, ReturnType<typeof setTimeout>>()
    const stop = live.onUpdate((update) => {
      const cause = live.isOwn() ? alertCauseOf(update, inbox.getSnapshot()) : undefined
      if (!cause || waiting.has(cause.chatId)) return
      const timer = setTimeout(() => {
        waiting.delete(cause.chatId)
        const alert = alertStillDue(cause, inbox.getSnapshot())
        if (alert) raise(alert)
      }, grace)
      waiting.set(cause.chatId, timer)
    })
    return () => {
      stop()
      for (const timer of waiting.values()) clearTimeout(timer)
    }
  }, [live, inbox, raise])
}
