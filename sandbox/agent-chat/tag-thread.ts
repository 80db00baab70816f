import * as v from 'valibot'
import { action } from './action.ts'
import { changeChat, findThread } from './change-chat.ts'
import { writeChats } from './group-access.ts'

const body = v.object({
  chat_id: v.string(),
  thread_id: v.string(),
  tag: v.pipe(v.string(), v.minLength(1, 'must not be empty')),
})

export const tagThread = action({
  scopes: writeChats,
  body,
  answer: (call, { chat_id, thread_id, tag }) =>
    changeChat(call, chat_id, (chat) => {
      const thread = findThread(chat, thread_id)
      thread.tags = [...new Set([...(thread.tags ?? []), tag])]
      return {}
    }),
})

export const untagThread = action({
  scopes: writeChats,
  body,
  answer: (call, { chat_id, thread_id, tag }) =>
    changeChat(call, chat_id, (chat) => {
      const thread = findThread(chat, thread_id)
      const left = (thread.tags ?? []).filter((one) => one !== tag)
      if (left.length > 0) thread.tags = left
      else delete thread.tags
      return {}
    }),
})
