import { expect, test } from 'vitest'
import { appendEvent } from '../inbox/chat-mutations.ts'
import type { Chat } from '../model/chat.ts'
import { createTestRtm, everyScope, names } from './test-rtm.ts'

const ada = 'agent@example.com'
const smith = 'smith@example.com'
const jones = 'jones@example.com'
const all = [...everyScope, 'chats--all:rw']

/** A chat of the Support group that Ada is in, alone, and that nobody follows. */
function start(options: Parameters<typeof createTestRtm>[0] = {}) {
  const rtm = createTestRtm({ chats: 20, ...options })
  const { inbox } = rtm
  for (const { account } of inbox.agents) inbox.setRoutingStatus(account.email, 'accepting_chats')
  const [entry] = inbox.index.after(undefined, 'desc')
  const id = entry?.id ?? ''
  inbox.change(id, (chat) => {
    chat.access = { group_ids: [2] }
    for (const agent of chat.agents) agent.present = false
    const thread = chat.threads.at(-1)
    if (thread) thread.active = false
  })
  const { request } = rtm.agent(ada)
  request('resume_chat', { chat: { id, access: { group_ids: [2] } } })
  const chat = () => inbox.read(id) as Chat
  const thread_id = chat().threads.at(-1)?.id ?? ''
  const customerSays = (text: string) =>
    inbox.change(id, (one) => {
      const author = one.customer?.id ?? ''
      appendEvent(one, { content: { type: 'message', text }, author }, rtm.world.now())
    })
  return { ...rtm, id, thread_id, chat, customerSays, at: { chat_id: id, thread_id } }
}

test('who asked gets the response first, then the push with its request id; others get it without', () => {
  const { agent, at, chat } = start()
  const [mine, tab] = [agent(ada), agent(ada)]
  const event = { type: 'message', text: 'Hello', custom_id: 'c-1' }
  const { payload } = mine.request('send_event', { chat_id: at.chat_id, event })
  const written = chat().threads.at(-1)?.events.at(-1)
  expect(payload).toEqual({ event_id: written?.id })
  const push = {
    version: '3.6',
    action: 'incoming_event',
    type: 'push',
    payload: { ...at, event: written },
  }
  expect(mine.take()).toEqual([
    expect.objectContaining({ type: 'response', request_id: 'r2' }),
    { ...push, request_id: 'r2' },
  ])
  expect(tab.take()).toEqual([push])
})

test('the pushes come first where the sandbox is told so', () => {
  const { agent, at } = start({ rtm: { pushFirst: true } })
  const { request, take } = agent(ada)
  request('send_event', { chat_id: at.chat_id, event: { type: 'message', text: 'Hello' } })
  expect(take().map(({ type }) => type)).toEqual(['push', 'response'])
})

test('changes by the Web API, a customer and LiveChat itself are pushed as well', async () => {
  const { agent, ask, at, customerSays, inbox } = start()
  const { pushes } = agent(ada)
  await ask(ada)('send_event', { chat_id: at.chat_id, event: { type: 'message', text: 'Web' } })
  customerSays('Hi')
  inbox.change(at.chat_id, (chat) => {
    const event = chat.threads.at(-1)?.events.at(-1)
    if (event) event.deleted = true
  })
  const seen = pushes()
  expect(names(seen)).toEqual(['incoming_event', 'incoming_event', 'event_deleted'])
  for (const push of seen) expect(push).not.toHaveProperty('request_id')
  expect(seen.at(-1)?.payload).toEqual({ ...at, event_id: expect.any(String) })
})

test('an agent who is not in a chat gets key changes only, until they follow it', () => {
  const { agent, at, id, customerSays } = start()
  const { request, pushes } = agent(jones)
  customerSays('One')
  expect(pushes()).toEqual([])
  expect(request('follow_chat', { id })).toMatchObject({ success: true, payload: {} })
  expect(pushes()).toMatchObject([
    { action: 'incoming_chat', request_id: 'r2', payload: { chat: { id, is_followed: true } } },
  ])
  request('follow_chat', { id })
  expect(pushes()).toEqual([])
  customerSays('Two')
  expect(names(pushes())).toEqual(['incoming_event'])
  request('unfollow_chat', { id })
  expect(pushes()).toMatchObject([{ action: 'chat_unfollowed', payload: { chat_id: id } }])
  customerSays('Three')
  expect(pushes()).toEqual([])
  agent(ada).request('tag_thread', { ...at, tag: 'bug_report' })
  expect(pushes()).toMatchObject([
    { action: 'thread_tagged', payload: { ...at, tag: 'bug_report' } },
  ])
})

test('an agent without access to a chat hears nothing of it', () => {
  const { agent, inbox, id, at } = start()
  const account = inbox.agents.find(({ account: one }) => one.email === jones)
  Object.assign(account?.membership ?? {}, { groupIds: [3] })
  const { pushes } = agent(jones)
  agent(ada).request('tag_thread', { ...at, tag: 'bug_report' })
  expect(pushes()).toEqual([])
  agent(ada).request('transfer_chat', {
    id,
    target: { type: 'group', ids: [3] },
    ignore_agents_availability: true,
  })
  expect(names(pushes()).slice(0, 3)).toEqual([
    'chat_access_updated',
    'chat_transferred',
    'incoming_chat',
  ])
})

test('a transfer says to whom; the new agent gets the whole chat and where it came from', () => {
  const { agent, id, thread_id } = start()
  const [from, to] = [agent(ada), agent(jones)]
  from.request('transfer_chat', { id, target: { type: 'agent', ids: [jones] } })
  const of = (frames: ReturnType<typeof to.take>, action: string) =>
    frames.find((frame) => frame.action === action)?.payload
  const [heard, received] = [from.take(), to.take()]
  expect(of(heard, 'chat_transferred')).toEqual({
    chat_id: id,
    thread_id,
    requester_id: ada,
    reason: 'manual',
    transferred_to: { group_ids: [2], agent_ids: [jones] },
  })
  expect(of(received, 'incoming_chat')).toMatchObject({
    chat: { id, thread: { id: thread_id, active: true } },
    requester_id: ada,
    transferred_from: { group_ids: [2], agent_ids: [ada] },
  })
  const common = { chat_id: id, thread_id, reason: 'manual', requester_id: ada }
  expect(of(heard, 'user_removed_from_chat')).toEqual({ ...common, user_id: ada })
  expect(of(heard, 'user_added_to_chat')).toEqual({
    ...common,
    user: {
      id: jones,
      type: 'agent',
      name: 'Jamie Jones',
      email: jones,
      present: true,
      visibility: 'all',
    },
  })
  expect(of(heard, 'incoming_chat')).toBeUndefined()
})

test('a transfer that nobody can take queues the chat and moves the numbers behind it', () => {
  const { agent, id, inbox, request: _, ...rest } = { request: undefined, ...start() }
  for (const { account } of inbox.agents) {
    inbox.setRoutingStatus(account.email, 'not_accepting_chats')
  }
  const target = { type: 'group', ids: [2] }
  const queue = { id, target, ignore_agents_availability: true, ignore_requester_presence: true }
  const { request, take } = agent(ada)
  request('transfer_chat', queue)
  const position = inbox.queuePosition(id)
  expect(take().find(({ action }) => action === 'chat_transferred')?.payload).toMatchObject({
    transferred_to: { group_ids: [2], agent_ids: [] },
    queue: { position, wait_time: expect.any(Number), queued_at: expect.any(String) },
  })
  const { chat_id } = request('start_chat', { chat: { access: { group_ids: [2] } } }).payload
  rest.world.advance(1000)
  request('transfer_chat', { ...queue, id: chat_id })
  take()
  request('add_user_to_chat', {
    chat_id: id,
    user_id: ada,
    user_type: 'agent',
    visibility: 'all',
    ignore_requester_presence: true,
  })
  const moved = take().find(({ action }) => action === 'queue_positions_updated')
  expect(moved?.payload).toEqual([
    {
      chat_id,
      thread_id: inbox.read(String(chat_id))?.threads.at(-1)?.id,
      queue: { position, wait_time: expect.any(Number) },
    },
  ])
})

test('closing says who did it, after the message about it', () => {
  const { agent, at, id, inbox } = start()
  const { request, pushes } = agent(ada, {}, all)
  request('deactivate_chat', { id })
  const seen = pushes()
  expect(names(seen).filter((name) => !name.includes('properties'))).toEqual([
    'incoming_event',
    'chat_deactivated',
  ])
  expect(seen.at(-1)?.payload).toEqual({ ...at, user_id: ada })
  request('resume_chat', { chat: { id, access: { group_ids: [2] } } })
  expect(pushes()).toMatchObject([
    { action: 'incoming_chat', payload: { requester_id: ada, chat: { thread: { events: [] } } } },
    { action: 'incoming_customer', payload: { type: 'customer' } },
  ])
  expect(inbox.read(id)?.followers).toEqual([])
})

test('properties are pushed as they changed', () => {
  const { agent, at, id, chat } = start()
  const { request, pushes } = agent(ada)
  request('send_event', { chat_id: id, event: { type: 'message', text: 'Rate me' } })
  const rated = chat().threads.at(-1)?.events.at(-1)?.id
  pushes()
  const rating = { properties: { rating: { score: 1, comment: 'Well done!' } } }
  request('update_chat_properties', { id, ...rating })
  request('update_chat_properties', {
    id,
    properties: { rating: { score: 0, comment: 'Well done!' } },
  })
  request('update_thread_properties', { ...at, ...rating })
  request('update_event_properties', { ...at, event_id: rated, ...rating })
  request('delete_chat_properties', { id, properties: { rating: ['comment'] } })
  request('delete_thread_properties', { ...at, properties: { rating: ['score', 'comment'] } })
  request('delete_event_properties', { ...at, event_id: rated, properties: { rating: ['score'] } })
  expect(pushes().map(({ action, payload }) => [action, payload])).toEqual([
    ['chat_properties_updated', { chat_id: id, ...rating }],
    ['chat_properties_updated', { chat_id: id, properties: { rating: { score: 0 } } }],
    ['thread_properties_updated', { ...at, ...rating }],
    ['event_properties_updated', { ...at, event_id: rated, ...rating }],
    ['chat_properties_deleted', { chat_id: id, properties: { rating: ['comment'] } }],
    ['thread_properties_deleted', { ...at, properties: { rating: ['score', 'comment'] } }],
    ['event_properties_deleted', { ...at, event_id: rated, properties: { rating: ['score'] } }],
  ])
})

test('marks are pushed to the others in the chat and to one’s other tabs', () => {
  const { agent, id, customerSays, chat, world } = start()
  const [mine, tab, follower, outsider] = [agent(ada), agent(ada), agent(jones), agent(smith)]
  follower.request('follow_chat', { id })
  follower.take()
  customerSays('Hi')
  world.advance(1000)
  for (const { take } of [mine, tab, follower]) take()
  const seen_up_to = chat().threads.at(-1)?.events.at(-1)?.created_at
  mine.request('mark_events_as_seen', { chat_id: id, seen_up_to })
  for (const { pushes } of [mine, tab, follower]) {
    expect(pushes()).toMatchObject([
      { action: 'events_marked_as_seen', payload: { user_id: ada, chat_id: id, seen_up_to } },
    ])
  }
  expect(outsider.pushes()).toEqual([])
})

test('typing is shown to the others in the chat, and to nobody’s own tabs', () => {
  const { agent, at, id, world } = start()
  const [mine, tab, follower, outsider] = [
    agent(ada),
    agent(ada),
    agent(smith, {}, all),
    agent(jones),
  ]
  follower.request('follow_chat', { id })
  follower.take()
  expect(mine.request('send_typing_indicator', { chat_id: id, is_typing: true }).payload).toEqual(
    {},
  )
  expect(follower.pushes()).toEqual([
    {
      version: '3.6',
      action: 'incoming_typing_indicator',
      type: 'push',
      payload: {
        ...at,
        typing_indicator: {
          author_id: ada,
          visibility: 'all',
          timestamp: Math.floor(world.now() / 1000),
          is_typing: true,
        },
      },
    },
  ])
  for (const { pushes } of [mine, tab, outsider]) expect(pushes()).toEqual([])
})

test('a connection gets the pushes it asked for, in the versions it asked for', () => {
  const { agent, id, customerSays, inbox } = start()
  const few = agent(ada, { pushes: { '3.6': ['event_deleted'], '3.4': ['all'] } })
  customerSays('Hi')
  inbox.change(id, (chat) => {
    const event = chat.threads.at(-1)?.events.at(-1)
    if (event) event.deleted = true
  })
  expect(few.pushes().map(({ version, action }) => [version, action])).toEqual([
    ['3.4', 'incoming_event'],
    ['3.6', 'event_deleted'],
    ['3.4', 'event_updated'],
  ])
})

test('only administrators are shown what a deleted event said', () => {
  const { agent, id, customerSays, inbox } = start()
  const login = { pushes: { '3.5': ['event_updated'] } }
  const [plain, administrator] = [agent(ada, login), agent(smith, login, all)]
  administrator.request('follow_chat', { id })
  customerSays('Secret')
  inbox.change(id, (chat) => {
    const event = chat.threads.at(-1)?.events.at(-1)
    if (event) event.deleted = true
  })
  expect(plain.pushes()[0]?.payload.event).not.toHaveProperty('text')
  expect(administrator.pushes()[0]?.payload.event).toHaveProperty('text', 'Secret')
})

test('the messages of queued chats go to everybody who may open them where the sandbox is told so', () => {
  const { agent, id, customerSays, inbox, world } = start()
  for (const { account } of inbox.agents) {
    inbox.setRoutingStatus(account.email, 'not_accepting_chats')
  }
  const target = { type: 'group', ids: [2] }
  agent(ada).request('transfer_chat', { id, target, ignore_agents_availability: true })
  const { pushes } = agent(jones)
  customerSays('Anybody?')
  expect(pushes()).toEqual([])
  world.rtm.pushQueuedMessages = true
  customerSays('Hello?')
  expect(names(pushes())).toEqual(['incoming_event'])
})

test('a routing status is told to the agent and to those who may see agents, with the groups it changes', () => {
  const { agent, inbox } = start()
  const [own, colleague, plain] = [
    agent(ada, {}, ['chats--access:ro']),
    agent(jones),
    agent(smith, {}, ['chats--access:ro']),
  ]
  inbox.setRoutingStatus(ada, 'not_accepting_chats')
  inbox.setRoutingStatus(ada, 'not_accepting_chats')
  const set = {
    action: 'routing_status_set',
    payload: { agent_id: ada, status: 'not_accepting_chats' },
  }
  expect(own.pushes()).toMatchObject([set])
  expect(colleague.pushes()).toMatchObject([set])
  inbox.setRoutingStatus(smith, 'not_accepting_chats')
  expect(colleague.pushes().at(-1)).toMatchObject({
    action: 'groups_status_updated',
    payload: { groups: [{ id: 1, status: 'not_accepting_chats' }] },
  })
  expect(names(plain.pushes())).toEqual(['routing_status_set'])
})
