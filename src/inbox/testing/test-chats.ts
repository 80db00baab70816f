import type { Agent, ChatEvent, Customer, Thread } from '../../agent-chat/index.ts'
import type { InboxChat } from '../inbox-chat.ts'

/** For tests: what chats are made of. */

export const me = 'agent@example.com'

export const customer: Customer = {
  type: 'customer',
  id: 'C1',
  name: 'Maya',
  email: undefined,
  avatarUrl: undefined,
  city: undefined,
  country: undefined,
  present: true,
  seenUpTo: undefined,
  wroteAt: undefined,
  repliedAt: undefined,
}

export function agent(id: string, more: Partial<Agent> = {}): Agent {
  const known = { name: 'Ada', avatarUrl: undefined, present: true, seenUpTo: undefined }
  return { type: 'agent', id, agentsOnly: false, ...known, ...more }
}

type Message = Extract<ChatEvent, { type: 'message' }>

export function message(id: string, createdAt: number, more: Partial<Message> = {}): Message {
  const known = { authorId: 'C1', customId: undefined, agentsOnly: false, text: `Text of ${id}` }
  return { type: 'message', id, createdAt, ...known, ...more }
}

export function threadOf(id: string, more: Partial<Thread> = {}): Thread {
  return {
    id,
    active: true,
    createdAt: 1_000,
    events: [],
    restricted: undefined,
    queue: undefined,
    tags: [],
    properties: new Map(),
    summary: undefined,
    groupIds: [0],
    ...more,
  }
}

export function chatOf(id: string, more: Partial<InboxChat> = {}): InboxChat {
  const { active, createdAt, queue, tags, properties } = threadOf('T1')
  return {
    id,
    users: [customer, agent(me)],
    lastThread: { id: 'T1', active, createdAt, queue, tags, properties },
    lastEvent: undefined,
    restricted: undefined,
    groupIds: [0],
    isFollowed: false,
    properties: new Map(),
    ...more,
  }
}
