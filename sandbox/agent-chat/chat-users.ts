import * as v from 'valibot'
import { admitAgent, appendEvent, dismissAgent, systemMessage } from '../inbox/chat-mutations.ts'
import type { Chat } from '../model/chat.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import {
  agentReaches,
  changeChat,
  findAgent,
  requireActive,
  requireCapacity,
  requirePresence,
} from './change-chat.ts'
import { writeChats } from './group-access.ts'
import { findCustomer } from './open-thread.ts'

const common = {
  chat_id: v.string(),
  user_id: v.string(),
  ignore_requester_presence: v.optional(v.boolean(), false),
}

const addition = v.variant('user_type', [
  v.object({
    ...common,
    user_type: v.literal('agent'),
    visibility: v.picklist(['all', 'agents']),
  }),
  v.object({ ...common, user_type: v.literal('customer'), visibility: v.literal('all') }),
])
type Addition = v.InferOutput<typeof addition>

export const addUserToChat = action({
  scopes: writeChats,
  body: addition,
  answer: (call, asked) =>
    changeChat(call, asked.chat_id, (chat) => {
      requireActive(chat)
      if (!asked.ignore_requester_presence) requirePresence(call, chat)
      if (asked.user_type === 'agent') addAgent(call, chat, asked)
      else addCustomer(call, chat, asked.user_id)
      return {}
    }),
})

function addAgent(call: Call, chat: Chat, asked: Addition): void {
  const agent = findAgent(call.inbox, asked.user_id)
  if (!agentReaches(agent, chat.access.group_ids)) throw new ApiError('missing_access')
  const present = chat.agents.some((user) => user.present && user.id === asked.user_id)
  if (present) throw new ApiError('validation', '`user_id`: already a user of the chat')
  requireCapacity(call.inbox, asked.user_id)
  admitAgent(chat, agent.account, asked.visibility)
  const { name } = agent.account
  const initiator = call.caller.account.name
  const said =
    asked.user_id === call.agentId
      ? systemMessage('agent_joined', `${name} joined the chat`, { agent: name })
      : systemMessage('agent_added', `${initiator} invited ${name} to the chat`, {
          initiator,
          agent: name,
        })
  appendEvent(chat, { content: said, visibility: asked.visibility }, call.world.now())
}

function addCustomer(call: Call, chat: Chat, customerId: string): void {
  if (chat.customer) throw new ApiError('validation', '`user_id`: the chat has a customer')
  chat.customer = findCustomer(call, customerId)
  requireActive(chat).user_ids.push(customerId)
}

export const removeUserFromChat = action({
  scopes: writeChats,
  body: v.object({ ...common, user_type: v.literal('agent') }),
  answer: (call, { chat_id, user_id, ignore_requester_presence }) =>
    changeChat(call, chat_id, (chat) => {
      requireActive(chat)
      if (!ignore_requester_presence) requirePresence(call, chat)
      const user = chat.agents.find((one) => one.present && one.id === user_id)
      if (!user) throw new ApiError('validation', '`user_id`: not a user of the chat')
      const initiator = call.caller.account.name
      const said =
        user_id === call.agentId
          ? systemMessage('agent_left', `${user.name} left the chat`, { agent: user.name })
          : systemMessage('agent_removed', `${initiator} removed ${user.name} from the chat`, {
              initiator,
              agent: user.name,
            })
      appendEvent(chat, { content: said, visibility: user.visibility }, call.world.now())
      dismissAgent(chat, user_id)
      return {}
    }),
})
