import * as v from 'valibot'
import { closeThread, systemMessage } from '../inbox/chat-mutations.ts'
import { action } from './action.ts'
import { changeChat, requireActive, requirePresence } from './change-chat.ts'
import { writeChats } from './group-access.ts'

export const deactivateChat = action({
  scopes: writeChats,
  body: v.object({ id: v.string(), ignore_requester_presence: v.optional(v.boolean(), false) }),
  answer: (call, { id, ignore_requester_presence }) =>
    changeChat(call, id, (chat) => {
      requireActive(chat)
      if (!ignore_requester_presence) requirePresence(call, chat)
      const { name } = call.caller.account
      const why = systemMessage('manual_archived_agent', `${name} closed the chat`, { agent: name })
      closeThread(chat, why, call.world.now())
      return {}
    }),
})
