import * as v from 'valibot'
import { appendEvent } from '../inbox/chat-mutations.ts'
import type { AgentUser, Chat, ChatEvent } from '../model/chat.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { changeChat, requireActive, requirePresence } from './change-chat.ts'
import { contentOf, type EventRequest, eventRequest } from './event-request.ts'
import { writeChats } from './group-access.ts'

export const sendEvent = action({
  scopes: writeChats,
  body: v.object({ chat_id: v.string(), event: eventRequest }),
  answer: (call, { chat_id, event }) =>
    changeChat(call, chat_id, (chat) => {
      requireActive(chat)
      requireVisible(requirePresence(call, chat), event)
      return { event_id: appendRequested(call, chat, event).id }
    }),
})

function requireVisible(user: AgentUser, event: EventRequest): void {
  if (user.visibility === 'all' || event.visibility === 'agents') return
  throw new ApiError('authorization', 'A user visible to agents cannot send events to all')
}

/** Writes an event a client asked for; a system message has no author. */
export function appendRequested(call: Call, chat: Chat, event: EventRequest): ChatEvent {
  const { visibility, custom_id, properties, author_id } = event
  return appendEvent(
    chat,
    {
      content: contentOf(event),
      visibility,
      ...(event.type === 'system_message' ? {} : { author: author_id ?? call.agentId }),
      ...(custom_id === undefined ? {} : { customId: custom_id }),
      ...(properties ? { properties } : {}),
    },
    call.world.now(),
  )
}
