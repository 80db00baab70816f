import * as v from 'valibot'
import { appendEvent } from '../inbox/chat-mutations.ts'
import type { Thread } from '../model/chat.ts'
import { toWireTime } from '../model/wire-time.ts'
import { action } from './action.ts'
import { ApiError } from './api-error.ts'
import { changeChat, findThread } from './change-chat.ts'
import { writeChats } from './group-access.ts'

/** Summarizes a thread at once: as a system event while it is active, else once and for all. */
export const requestThreadSummary = action({
  since: '3.6',
  scopes: writeChats,
  body: v.object({ chat_id: v.string(), thread_id: v.string() }),
  answer: (call, { chat_id, thread_id }) =>
    changeChat(call, chat_id, (chat) => {
      const thread = findThread(chat, thread_id)
      const text = summaryOf(thread)
      if (thread.active) {
        const details = JSON.stringify({ text })
        const event = { type: 'system', source: 'messaging', subtype: 'summary' } as const
        appendEvent(chat, { content: { ...event, version: 1, details } }, call.world.now())
      } else if (thread.summary) {
        throw new ApiError('validation', 'The thread has a summary')
      } else {
        const updated_at = toWireTime(call.world.now() * 1000)
        thread.summary = { status: 'ok', text, updated_at }
      }
      return {}
    }),
})

function summaryOf({ events }: Thread): string {
  const texts = events.flatMap((event) => (event.type === 'message' ? [event.text] : []))
  const [first = 'nothing yet'] = texts
  return `A conversation of ${texts.length} messages that begins with: ${first.slice(0, 120)}`
}
