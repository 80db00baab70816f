import * as v from 'valibot'
import { action } from './action.ts'
import { changeChat, requireActive, requirePresence } from './change-chat.ts'
import { writeChats } from './group-access.ts'

/** Checks a typing indicator and drops it: no customer is there to see it. */
export const sendTypingIndicator = action({
  scopes: writeChats,
  body: v.object({
    chat_id: v.string(),
    is_typing: v.boolean(),
    visibility: v.optional(v.picklist(['all', 'agents']), 'all'),
  }),
  answer: (call, { chat_id }) =>
    changeChat(call, chat_id, (chat) => {
      requireActive(chat)
      requirePresence(call, chat)
      return {}
    }),
})
