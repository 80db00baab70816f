import * as v from 'valibot'
import {
  admitAgent,
  appendEvent,
  dismissAgent,
  joinQueue,
  systemMessage,
} from '../inbox/chat-mutations.ts'
import type { Chat } from '../model/chat.ts'
import { action, type Call } from './action.ts'
import { ApiError } from './api-error.ts'
import {
  accepts,
  agentReaches,
  changeChat,
  findAgent,
  requireActive,
  requirePresence,
} from './change-chat.ts'
import { writeChats } from './group-access.ts'

const target = v.variant('type', [
  v.object({ type: v.literal('group'), ids: v.pipe(v.array(v.number()), v.minLength(1)) }),
  v.object({ type: v.literal('agent'), ids: v.pipe(v.array(v.string()), v.minLength(1)) }),
])
type Target = v.InferOutput<typeof target>

export const transferChat = action({
  scopes: writeChats,
  body: v.object({
    id: v.string(),
    target: v.optional(target),
    ignore_agents_availability: v.optional(v.boolean(), false),
    ignore_requester_presence: v.optional(v.boolean(), false),
  }),
  answer: (call, asked) => {
    const transfer = (chat: Chat) => {
      const thread = requireActive(chat)
      if (!asked.ignore_requester_presence) requirePresence(call, chat)
      const goal = asked.target ?? { type: 'group', ids: chat.access.group_ids }
      const names = targetNames(call, chat, goal)
      const taker = findTaker(call, chat, goal)
      if (!taker && !asked.ignore_agents_availability) throw new ApiError('agent_offline')

      if (goal.type === 'group') {
        chat.access = { group_ids: goal.ids }
        thread.access = { group_ids: goal.ids }
      }
      const initiator = call.caller.account.name
      const targets = names.join(', ')
      const said = systemMessage(
        'chat_transferred',
        `${initiator} transferred the chat to ${targets}`,
        {
          initiator,
          targets,
        },
      )
      appendEvent(chat, { content: said }, call.world.now())
      for (const agent of chat.agents) if (agent.present) dismissAgent(chat, agent.id)
      if (taker) admitAgent(chat, taker.account)
      else joinQueue(chat, call.world.now())
      return {}
    }
    return changeChat(call, asked.id, transfer, 'rw', { ...call.cause, transfer: 'manual' })
  },
})

/** Names the groups or agents the chat is transferred to; throws for those that cannot take it. */
function targetNames(call: Call, chat: Chat, goal: Target): string[] {
  if (goal.type === 'agent') {
    return goal.ids.map((id) => {
      const agent = findAgent(call.inbox, id)
      if (!agentReaches(agent, chat.access.group_ids)) throw new ApiError('missing_access')
      return agent.account.name
    })
  }
  return goal.ids.map((id) => {
    const group = call.inbox.groups.find((one) => one.id === id)
    if (!group) throw new ApiError('not_found', `Group not found: ${id}`)
    return group.name
  })
}

/** Finds the least busy agent who can take the chat and is not in it. */
function findTaker(call: Call, chat: Chat, goal: Target) {
  const { inbox } = call
  return inbox.agents
    .filter((agent) => {
      const { email } = agent.account
      const meant = goal.type === 'agent' ? goal.ids.includes(email) : agentReaches(agent, goal.ids)
      const has = chat.agents.some(({ id, present }) => present && id === email)
      return meant && !has && accepts(inbox, email) && inbox.load(email) < 20
    })
    .toSorted((one, other) => inbox.load(one.account.email) - inbox.load(other.account.email))[0]
}
