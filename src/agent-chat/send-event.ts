import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read } from './wire.ts'

/** What to send, and to which chat. */
export interface SendEventRequest {
  chatId: string
  event: NewEvent
}

/** An event an agent can send. */
export type NewEvent = {
  /** Comes back with the event, which tells whether a message arrived when its response was lost. */
  customId: string
  /** Whether only agents see it, as a note; default false. */
  agentsOnly?: boolean
} & (
  | { type: 'message' /** At most 16 KB of UTF-8. */; text: string }
  | { type: 'file' /** As returned by `uploadFile`. */; url: string }
)

/** Sends an event to the open thread of a chat, and returns the event's id. */
export const sendEvent = defineAction({
  name: 'send_event',
  body: ({ chatId, event: { customId, agentsOnly = false, ...content } }: SendEventRequest) => ({
    chat_id: chatId,
    event: { ...content, custom_id: customId, visibility: agentsOnly ? 'agents' : 'all' },
  }),
  read: (response) => read(v.object({ event_id: v.string() }), response)?.event_id,
})
