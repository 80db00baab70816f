import * as v from 'valibot'
import { activeThread } from '../inbox/chat-mutations.ts'
import { action } from './action.ts'
import { ApiError } from './api-error.ts'
import { changeChat } from './change-chat.ts'
import { writeChats } from './group-access.ts'
import { activity, beginThread, chatEntries, findCustomer, invite } from './open-thread.ts'

export const resumeChat = action({
  scopes: writeChats,
  body: v.object({ chat: v.object({ id: v.string(), ...chatEntries }), ...activity }),
  answer: (call, asked) =>
    changeChat(call, asked.chat.id, (chat) => {
      if (activeThread(chat)) throw new ApiError('validation', 'The chat is already active')
      const groupIds = asked.chat.access?.group_ids ?? [0]
      const agents = invite(call, asked, groupIds)
      const guest = asked.chat.users.find(({ type }) => type === 'customer')
      if (guest && chat.customer && guest.id !== chat.customer.id) {
        throw new ApiError('validation', '`chat.users`: the chat has another customer')
      }
      if (guest && !chat.customer) chat.customer = findCustomer(call, guest.id)
      chat.access = { group_ids: groupIds }
      for (const [namespace, values] of Object.entries(asked.chat.properties)) {
        chat.properties[namespace] = { ...chat.properties[namespace], ...values }
      }
      return beginThread(call, chat, asked, agents)
    }),
})
