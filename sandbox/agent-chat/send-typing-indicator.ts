import * as v from 'valibot'
import { action } from './action.ts'
import { changeChat, requireActive, requirePresence } from './change-chat.ts'
import { writeChats } from './group-access.ts'

/** Checked and forgotten: nobody here watches an agent type. */
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
