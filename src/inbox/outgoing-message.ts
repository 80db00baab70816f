import type { ChatEvent } from '../agent-chat/index.ts'

/** A message on its way, shown before LiveChat has it. */
export interface OutgoingMessage {
  /** Comes back with the event it becomes. */
  customId: string
  chatId: string
  /** The text of a message, or the name of a file. */
  text: string
  agentsOnly: boolean
  /** Milliseconds since 1970. */
  createdAt: number
  status: 'sending' | 'sent' | 'failed'
  /** Of the event it became, once that is known. */
  eventId?: string
}

/** The messages that are not among these events: still on their way, or never sent; the same array when that is all. */
export function unacknowledged<Message extends Pick<OutgoingMessage, 'customId' | 'eventId'>>(
  outgoing: readonly Message[],
  events: readonly Pick<ChatEvent, 'id' | 'customId'>[],
): readonly Message[] {
  if (outgoing.length === 0) return outgoing
  const customIds = new Set(events.map(({ customId }) => customId))
  const ids = new Set<string | undefined>(events.map(({ id }) => id))
  const left = outgoing.filter(
    ({ customId, eventId }) => !customIds.has(customId) && !ids.has(eventId),
  )
  return left.length === outgoing.length ? outgoing : left
}
