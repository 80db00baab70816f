export interface MarkEventsAsSeenRequest {
  chatId: string
  /** Milliseconds since 1970 of the newest event that was seen. */
  seenUpTo: number
}

/** LiveChat counts microseconds, which our milliseconds have lost: the next one is surely after the event. */
export function markEventsAsSeenBody({ chatId, seenUpTo }: MarkEventsAsSeenRequest): object {
  return { chat_id: chatId, seen_up_to: new Date(seenUpTo + 1).toISOString() }
}
