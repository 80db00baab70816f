import * as v from 'valibot'
import { action } from './action.ts'
import { requireOwnThread } from './change-chat.ts'
import { writeChats } from './group-access.ts'

export const sendTypingIndicator = action({
  scopes: writeChats,
  body: v.object({
    chat_id: v.string(),
    is_typing: v.boolean(),
    visibility: v.optional(v.picklist(['all', 'agents']), 'all'),
  }),
  answer(call, { chat_id, is_typing, visibility }) {
    const thread = requireOwnThread(call, chat_id)
    const typing_indicator = {
      author_id: call.agentId,
      visibility,
      timestamp: Math.floor(call.world.now() / 1000),
      is_typing,
    }
    const payload = { chat_id, thread_id: thread.id, typing_indicator }
    call.inbox.signal(chat_id, { action: 'incoming_typing_indicator', payload }, call.cause)
    return {}
  },
})
