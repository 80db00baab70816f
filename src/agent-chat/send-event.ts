import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { read } from './wire.ts'

export interface SendEventRequest {
  chatId: string
  event: NewEvent
}

/** What an agent may send. */
export type NewEvent = {
  /** Comes back with the event: by it one finds out whether a message arrived whose answer did not. */
  customId: string
  /** Only agents see it: a note. */
  agentsOnly?: boolean
} & (
  | { type: 'message' /** At most 16 KB of UTF-8. */; text: string }
  | { type: 'file' /** As `uploadFile` gave it. */; url: string }
)

export function sendEventBody({ chatId, event }: SendEventRequest): object {
  const { customId, agentsOnly = false, ...content } = event
  return {
    chat_id: chatId,
    event: { ...content, custom_id: customId, visibility: agentsOnly ? 'agents' : 'all' },
  }
}

/**
 * The id of the new event.
 *
 * @throws {AgentChatError} `invalid_response` when there is none.
 */
export function toSentEventId(value: unknown): string {
  const wire = read(v.object({ event_id: v.string() }), value)
  if (!wire) throw new AgentChatError('invalid_response', 'send_event')
  return wire.event_id
}
