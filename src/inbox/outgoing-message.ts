import type { ChatEvent } from '../agent-chat/index.ts'

/** A message on its way, shown before LiveChat has it. */
export interface OutgoingMessage {
  /** Comes back with the event it becomes. */
  customId: string
  chatId: string
  /** The text of a message, or the name of a file. */
  text: string
  /** Sent instead of a text. */
  file?: File
  /** A note to agents only. */
  agentsOnly: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  /** One that is `sending` waits while one before it in its chat has failed. */
  status: 'sending' | 'sent' | 'failed'
  /** Of the event it became, once that is known. */
  eventId?: string
  /** Why it failed. */
  error?: Error
  /** Whether it may have arrived although no response did. */
  deliveryUnknown?: boolean
  /** Whether the upload of its file can be stopped; not once the message itself is on its way. */
  isCancelable?: boolean
  /** How many times the usual time its upload may take: more each time that was too short. */
  timeoutFactor?: number
}

/** The messages that are not among these events: still on their way, or never sent; the same array when that is all. */
export function unacknowledged(
  outgoing: readonly OutgoingMessage[],
  events: readonly Pick<ChatEvent, 'id' | 'customId'>[],
): readonly OutgoingMessage[] {
  if (outgoing.length === 0) return outgoing
  const customIds = new Set(events.map(({ customId }) => customId))
  const ids = new Set<string | undefined>(events.map(({ id }) => id))
  const left = outgoing.filter(
    ({ customId, eventId }) => !customIds.has(customId) && !ids.has(eventId),
  )
  return left.length === outgoing.length ? outgoing : left
}
