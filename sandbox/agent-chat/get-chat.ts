import * as v from 'valibot'
import { action } from './action.ts'
import { findChat, findThread } from './change-chat.ts'
import { readChats, requireReach } from './group-access.ts'
import { wireChat } from './serialize.ts'

export const getChat = action({
  scopes: readChats,
  body: v.object({ chat_id: v.string(), thread_id: v.optional(v.string()) }),
  answer(call, { chat_id, thread_id }) {
    const chat = findChat(call.inbox, chat_id)
    const thread = thread_id === undefined ? chat.threads.at(-1) : findThread(chat, thread_id)
    requireReach(call.caller, (thread ?? chat).access.group_ids)
    return wireChat(chat, thread, call)
  },
})
