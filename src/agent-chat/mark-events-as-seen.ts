import { defineAction } from './define-action.ts'

/** How far the agent has read a chat. */
export interface MarkEventsAsSeenRequest {
  chatId: string
  /** When the newest event the agent has seen was created, in milliseconds since 1970. */
  seenUpTo: number
}

/**
 * Marks the events up to a time as seen by the agent.
 *
 * LiveChat counts microseconds, which our milliseconds have lost; the next millisecond is surely after the event.
 */
export const markEventsAsSeen = defineAction({
  name: 'mark_events_as_seen',
  body: ({ chatId, seenUpTo }: MarkEventsAsSeenRequest) => ({
    chat_id: chatId,
    seen_up_to: new Date(seenUpTo + 1).toISOString(),
  }),
})
