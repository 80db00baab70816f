import fc from 'fast-check'
import { appendEvent } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { createRandom } from '../lib/seeded-random.ts'
import type { Chat } from '../model/chat.ts'
import { simulateStep } from '../simulation/simulate-customers.ts'
import { type createTestRtm, everyScope } from './test-rtm.ts'

export type Rtm = ReturnType<typeof createTestRtm>
export type Agent = ReturnType<Rtm['agent']>

const jones = 'jones@example.com'
export const ada = 'agent@example.com'
const colleagues = [jones, ada, 'smith@example.com']

/** One thing that happens to one of the chats. */
export interface Step {
  kind: number
  chat: number
  value: number
}

interface Scene {
  inbox: Inbox
  now: number
  asked: Agent
  chat: Chat
  value: number
}

/** Everything that can happen to a chat, by an agent, the customer, LiveChat or a test. */
const deeds: ((scene: Scene) => void)[] = [
  ({ inbox, now, value }) => simulateStep(inbox, now, createRandom(value)),
  ({ inbox, now, chat, value }) =>
    inbox.change(chat.id, (one) => {
      const author = one.customer?.id
      const content = { type: 'message', text: `Customer ${value}` } as const
      if (author && one.threads.at(-1)?.active) appendEvent(one, { content, author }, now)
    }),
  ({ asked, chat, value }) =>
    asked.request('send_event', {
      chat_id: chat.id,
      event: {
        type: 'message',
        text: `Agent ${value}`,
        visibility: value % 2 ? 'all' : 'agents',
        custom_id: `${value}`,
      },
    }),
  ({ asked, chat }) =>
    asked.request('deactivate_chat', { id: chat.id, ignore_requester_presence: true }),
  ({ asked, chat, value }) =>
    asked.request('resume_chat', {
      active: value % 4 > 0,
      chat: {
        id: chat.id,
        access: { group_ids: [value % 4] },
        properties: { crm: { deal: value } },
        thread: { events: value % 2 ? [{ type: 'message', text: 'Hello again' }] : [] },
      },
    }),
  ({ asked, chat, value }) =>
    asked.request('start_chat', {
      continuous: value % 2 === 0,
      chat: {
        users: chat.customer ? [{ id: chat.customer.id, type: 'customer' }] : [],
        thread: { events: [{ type: 'message', text: 'Hello' }] },
      },
    }),
  ({ asked, chat, value }) =>
    asked.request('transfer_chat', {
      id: chat.id,
      target: { type: 'group', ids: [value % 4] },
      ignore_agents_availability: true,
      ignore_requester_presence: true,
    }),
  ({ asked, chat, value }) =>
    asked.request('transfer_chat', {
      id: chat.id,
      target: { type: 'agent', ids: [colleagues[value % 3]] },
      ignore_agents_availability: value % 2 === 0,
      ignore_requester_presence: true,
    }),
  ({ asked, chat, value }) =>
    asked.request('add_user_to_chat', {
      chat_id: chat.id,
      user_id: colleagues[value % 3],
      user_type: 'agent',
      visibility: value % 2 ? 'all' : 'agents',
      ignore_requester_presence: true,
    }),
  ({ asked, chat, value }) =>
    asked.request('remove_user_from_chat', {
      chat_id: chat.id,
      user_id: colleagues[value % 3],
      user_type: 'agent',
      ignore_requester_presence: true,
    }),
  ({ asked, chat, value }) =>
    asked.request(value % 3 ? 'tag_thread' : 'untag_thread', {
      ...threadOf(chat),
      tag: `tag ${value % 4}`,
    }),
  ({ asked, chat, value }) =>
    asked.request('update_chat_properties', {
      id: chat.id,
      properties: { crm: { deal: value, hot: value % 2 === 0 } },
    }),
  ({ asked, chat }) =>
    asked.request('delete_chat_properties', { id: chat.id, properties: { crm: ['deal'] } }),
  ({ asked, chat, value }) =>
    asked.request('update_thread_properties', {
      ...threadOf(chat),
      properties: { routing: { idle: value % 2 === 0 } },
    }),
  ({ asked, chat }) =>
    asked.request('delete_thread_properties', {
      ...threadOf(chat),
      properties: { routing: ['idle'] },
    }),
  ({ asked, chat, value }) =>
    asked.request('update_event_properties', {
      ...eventOf(chat, value),
      properties: { rating: { score: value } },
    }),
  ({ asked, chat, value }) =>
    asked.request('delete_event_properties', {
      ...eventOf(chat, value),
      properties: { rating: ['score'] },
    }),
  ({ asked, chat, value }) => {
    const seen_up_to = chat.threads.at(-1)?.events.at(-(value % 4))?.created_at
    if (seen_up_to) asked.request('mark_events_as_seen', { chat_id: chat.id, seen_up_to })
  },
  ({ asked, chat }) => asked.request('follow_chat', { id: chat.id }),
  ({ asked, chat }) => asked.request('unfollow_chat', { id: chat.id }),
  ({ inbox, chat, value }) =>
    inbox.change(chat.id, (one) => {
      const event = one.threads.at(-1)?.events.at(-1 - (value % 3))
      if (event?.type === 'message') event.text = `Edited ${value}`
    }),
  ({ inbox, chat, value }) =>
    inbox.change(chat.id, (one) => {
      const event = one.threads.at(-1)?.events.at(-1 - (value % 3))
      if (event) event.deleted = true
    }),
  ({ inbox, chat, value }) =>
    inbox.change(chat.id, (one) => {
      const thread = one.threads.at(-1)
      const updated_at = '2026-03-20T12:00:00.000000Z'
      if (thread) thread.summary = { status: 'ok', text: `Summary ${value}`, updated_at }
    }),
]

function threadOf({ id, threads }: Chat) {
  return { chat_id: id, thread_id: threads.at(-1)?.id ?? 'none' }
}

function eventOf(chat: Chat, value: number) {
  const events = chat.threads.at(-1)?.events ?? []
  return { ...threadOf(chat), event_id: events[value % (events.length || 1)]?.id ?? 'none' }
}

/** A step for tests with random ones. */
export const anyStep = fc.record<Step>({
  kind: fc.nat({ max: deeds.length - 1 }),
  chat: fc.nat({ max: 7 }),
  value: fc.nat({ max: 11 }),
})

/** Most of what can happen needs chats that are active: some with an agent, some queued. */
export function openChats(rtm: Rtm): void {
  const { request } = actingAgent(rtm)
  for (const [index, { id }] of [...rtm.inbox.index.all()].entries()) {
    request('resume_chat', { chat: { id, access: { group_ids: [index % 3] } } })
    if (index % 2) {
      const target = { type: 'group', ids: [index % 3] }
      for (const { account } of rtm.inbox.agents) {
        rtm.inbox.setRoutingStatus(account.email, 'not_accepting_chats')
      }
      request('transfer_chat', { id, target, ignore_agents_availability: true })
    }
  }
  rtm.inbox.setRoutingStatus(ada, 'accepting_chats')
}

/** Lets something happen, a second after what happened before. */
export function take(rtm: Rtm, asked: Agent, { kind, chat: index, value }: Step): void {
  const { inbox, world } = rtm
  world.advance(1000)
  const entries = inbox.index.all()
  const chat = inbox.read(entries[index % entries.length]?.id ?? '')
  if (chat) deeds[kind]?.({ inbox, now: world.now(), asked, chat, value })
}

/** The agent who does things. */
export function actingAgent(rtm: Rtm): Agent {
  return rtm.agent(jones, {}, [...everyScope, 'chats--all:rw'])
}
