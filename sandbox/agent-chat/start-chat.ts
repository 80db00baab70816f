import * as v from 'valibot'
import type { Chat } from '../model/chat.ts'
import { action } from './action.ts'
import { writeChats } from './group-access.ts'
import { activity, beginThread, chatEntries, findCustomer, invite } from './open-thread.ts'

export const startChat = action({
  scopes: writeChats,
  body: v.object({ chat: v.optional(v.object(chatEntries), {}), ...activity }),
  answer(call, asked) {
    const groupIds = asked.chat.access?.group_ids ?? [0]
    const agents = invite(call, asked, groupIds)
    const guest = asked.chat.users.find(({ type }) => type === 'customer')
    const chat: Chat = {
      id: call.inbox.newChatId(),
      ...(guest ? { customer: findCustomer(call, guest.id) } : {}),
      agents: [],
      threads: [],
      properties: structuredClone(asked.chat.properties),
      access: { group_ids: groupIds },
      followers: [],
    }
    const { thread_id, ...events } = beginThread(call, chat, asked, agents)
    call.inbox.add(chat, call.cause)
    return { chat_id: chat.id, thread_id, ...events }
  },
})
