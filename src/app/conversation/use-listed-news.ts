import { useEffect, useEffectEvent, useRef } from 'react'
import type { Chat, Thread } from '../../agent-chat/index.ts'

/**
 * Looks at an open chat again when the list shows an event that is not in it: the list was refreshed, or was polled
 * first.
 *
 * @param listed The chat as the list has it.
 * @param latest The thread that is shown last.
 */
export function useListedNews(
  listed: Chat | undefined,
  latest: Thread | undefined,
  look: () => void,
): void {
  const eventId = listed?.lastEvent?.id
  const seen = useRef(eventId)
  const compare = useEffectEvent(() => {
    // A chat that left the list brings nothing.
    if (eventId !== undefined && !latest?.events.some(({ id }) => id === eventId)) look()
  })
  useEffect(() => {
    if (seen.current === eventId) return
    seen.current = eventId
    compare()
  }, [eventId])
}
