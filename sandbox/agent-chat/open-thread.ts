import * as v from 'valibot'
import { admitAgent, joinQueue, openThread } from '../inbox/chat-mutations.ts'
import type { Chat, Customer } from '../model/chat.ts'
import type { Call } from './action.ts'
import { ApiError } from './api-error.ts'
import { agentReaches, findAgent, requireCapacity } from './change-chat.ts'
import { eventRequest } from './event-request.ts'
import { propertiesSchema } from './property-filter.ts'
import { appendRequested } from './send-event.ts'

export const access = v.object({ group_ids: v.pipe(v.array(v.number()), v.minLength(1)) })

const users = v.array(v.object({ id: v.string(), type: v.picklist(['agent', 'customer']) }))
type Users = v.InferOutput<typeof users>

const fourAgentsOneCustomer = v.check<Users, string>(
  (given) =>
    given.filter(({ type }) => type === 'agent').length <= 4 &&
    given.filter(({ type }) => type === 'customer').length <= 1,
  'may name four further agents and one customer',
)

/** The fields of a chat that `start_chat` and `resume_chat` accept. */
export const chatEntries = {
  properties: v.optional(propertiesSchema, {}),
  access: v.optional(access),
  users: v.optional(v.pipe(users, fourAgentsOneCustomer), []),
  thread: v.optional(
    v.object({
      events: v.optional(v.array(eventRequest), []),
      properties: v.optional(propertiesSchema, {}),
    }),
    {},
  ),
}

export const activity = {
  active: v.optional(v.boolean(), true),
  continuous: v.optional(v.boolean()),
}

const request = v.object({ chat: v.object(chatEntries), ...activity })
export type ChatRequest = v.InferOutput<typeof request>

/** Finds the agents who will be in the chat, the requester first; throws when one of them cannot be. */
export function invite(call: Call, { chat, active }: ChatRequest, groupIds: number[]) {
  const guests = chat.users.filter(({ type }) => type === 'agent').map(({ id }) => id)
  const ids = new Set([call.agentId, ...guests])
  const agents = [...ids].map((id) => {
    const agent = findAgent(call.inbox, id)
    if (!agentReaches(agent, groupIds)) throw new ApiError('missing_access')
    if (active) requireCapacity(call.inbox, id)
    return agent.account
  })
  const known = new Set([...ids, ...chat.users.map(({ id }) => id)])
  const byOutsider = chat.thread.events.find(({ author_id }) => author_id && !known.has(author_id))
  if (byOutsider) {
    throw new ApiError('validation', '`chat.thread.events`: an author is not among the users')
  }
  return agents
}

export function findCustomer(call: Call, customerId: string): Customer {
  const [chatId] = call.inbox.chatsOf(customerId)
  const customer = chatId === undefined ? undefined : call.inbox.read(chatId)?.customer
  if (!customer) throw new ApiError('not_found', 'Customer not found')
  return structuredClone(customer)
}

/** Opens a thread with its first people and events, and returns the ids for the response. */
export function beginThread(
  call: Call,
  chat: Chat,
  asked: ChatRequest,
  agents: ReturnType<typeof invite>,
) {
  const now = call.world.now()
  const thread = openThread(
    chat,
    {
      id: call.inbox.newThreadId(),
      active: true,
      groupIds: chat.access.group_ids,
      properties: structuredClone(asked.chat.thread.properties),
    },
    now,
  )
  if (asked.continuous !== undefined) {
    for (const holder of [chat, thread]) {
      holder.properties.routing = { ...holder.properties.routing, continuous: asked.continuous }
    }
  }
  for (const account of agents) admitAgent(chat, account)
  if (agents.length === 0) joinQueue(chat, now)
  const events = asked.chat.thread.events.map((event) =>
    appendRequested(call, chat, { ...event, visibility: 'all' }),
  )
  if (!asked.active) {
    thread.active = false
    for (const agent of chat.agents) agent.present = false
    if (chat.customer) chat.customer.present = false
  }
  const requester = chat.agents.find(({ id }) => id === call.agentId)
  if (requester) requester.events_seen_up_to = events.at(-1)?.created_at ?? thread.created_at
  return {
    thread_id: thread.id,
    ...(events.length > 0 ? { event_ids: events.map(({ id }) => id) } : {}),
  }
}
