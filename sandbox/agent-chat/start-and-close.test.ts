import { expect, test } from 'vitest'
import { createTestApi, errorType } from './test-api.ts'

/** A chat from its start to its end, through the actions that change who is in it. */

const ada = 'agent@example.com'
const smith = 'smith@example.com'

test('starts a chat with a customer, colleagues and first messages', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent()
  const customer = find(({ threads }) => threads.length > 0).customer
  const answer = await ask('start_chat', {
    chat: {
      properties: { shop: { priority: 1 } },
      users: [
        { id: customer?.id, type: 'customer' },
        { id: smith, type: 'agent' },
      ],
      thread: { events: [{ type: 'message', text: 'Your boots are here!' }] },
    },
    continuous: true,
  })
  const chat = inbox.read(answer.get('chat_id').text())
  const thread = chat?.threads.at(-1)
  expect(answer.get('thread_id').value).toBe(thread?.id)
  expect(answer.get('event_ids').value).toEqual(thread?.events.map(({ id }) => id))
  expect(thread?.user_ids.toSorted()).toEqual([ada, customer?.id, smith].toSorted())
  expect(chat?.properties).toMatchObject({ shop: { priority: 1 }, routing: { continuous: true } })
  const listed = await ask('list_chats', { limit: 1 })
  expect(listed.get('chats_summary').list()[0]?.get('id').value).toBe(chat?.id)
  const known = await agent(ada, ['customers:ro'])('get_customer', { id: customer?.id })
  expect(
    known
      .get('chat_ids')
      .list()
      .map((id) => id.value),
  ).toContain(chat?.id)
})

test('a chat started as inactive has a closed thread, and no event ids when it has no events', async () => {
  const { agent, inbox } = createTestApi()
  const answer = await agent()('start_chat', { active: false })
  expect(answer.has('event_ids')).toBe(false)
  expect(inbox.read(answer.get('chat_id').text())?.threads.at(-1)?.active).toBe(false)
})

test('refuses to start a chat with too many people, unknown ones, or authors who are not in it', async () => {
  const ask = createTestApi().agent()
  const type = async (chat: object) => errorType(await ask('start_chat', { chat }))
  const agents = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `a${index}@example.com`, type: 'agent' }))
  const words = { type: 'message', text: 'Hi', author_id: smith }
  expect(await type({ users: agents(5) })).toBe('validation')
  expect(await type({ users: agents(1) })).toBe('not_found')
  expect(await type({ users: [{ id: 'nobody', type: 'customer' }] })).toBe('not_found')
  expect(await type({ users: [{ id: smith }] })).toBe('validation')
  expect(await type({ thread: { events: [words] } })).toBe('validation')
  expect(await type({ access: { group_ids: [3] } })).toBe('missing_access')
})

test('an agent may be in twenty chats at once', async () => {
  const { agent, inbox } = createTestApi()
  const ask = agent()
  for (let load = inbox.load(ada); load < 20; load++) await ask('start_chat')
  expect(inbox.load(ada)).toBe(20)
  expect(errorType(await ask('start_chat'))).toBe('limit_reached')
  expect((await ask('start_chat', { active: false })).has('chat_id')).toBe(true)
})

test('closes a chat and resumes it with a new thread, each only once', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent()
  const { id, threads } = find((_, { present }) => present.includes(ada))
  expect((await ask('deactivate_chat', { id })).value).toEqual({})
  const closed = inbox.read(id)?.threads.at(-1)
  expect(closed?.active).toBe(false)
  expect(closed?.events.at(-1)).toMatchObject({ system_message_type: 'manual_archived_agent' })
  expect(errorType(await ask('deactivate_chat', { id }))).toBe('chat_inactive')

  const resumed = await ask('resume_chat', {
    chat: { id, thread: { events: [{ type: 'message', text: 'One more thing' }] } },
  })
  expect(resumed.get('event_ids').list()).toHaveLength(1)
  const chat = inbox.read(id)
  expect(chat?.threads).toHaveLength(threads.length + 1)
  expect(chat?.threads.at(-1)).toMatchObject({ id: resumed.get('thread_id').value, active: true })
  expect(chat?.access).toEqual({ group_ids: [0] })
  expect(errorType(await ask('resume_chat', { chat: { id } }))).toBe('validation')
})

test('an agent closes a chat they are not in only with ignore_requester_presence', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent(ada, ['chats--all:rw'])
  const { id } = find((_, { active, present }) => active && !present.includes(ada))
  expect(errorType(await ask('deactivate_chat', { id }))).toBe('authorization')
  expect(inbox.entry(id)?.active).toBe(true)
  await ask('deactivate_chat', { id, ignore_requester_presence: true })
  expect(inbox.entry(id)?.active).toBe(false)
})

test('an agent who joins a queued chat takes it out of the queue; when they leave, it is unassigned', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent(ada, ['chats--all:rw'])
  const { id: chat_id } = find(
    ({ access }, { queuedAt }) => queuedAt !== undefined && access.group_ids[0] !== 3,
  )
  const me = { chat_id, user_id: ada, user_type: 'agent' }
  expect(errorType(await ask('add_user_to_chat', { ...me, visibility: 'all' }))).toBe(
    'authorization',
  )
  await ask('add_user_to_chat', { ...me, visibility: 'all', ignore_requester_presence: true })
  expect(inbox.queuePosition(chat_id)).toBeUndefined()
  expect(inbox.read(chat_id)?.properties.routing?.unassigned).toBe(false)
  const answeredAt = () => inbox.read(chat_id)?.customer?.agent_last_event_created_at
  const before = answeredAt()
  const hello = { type: 'message', text: 'Thanks for waiting!' }
  await ask('send_event', { chat_id, event: { ...hello, visibility: 'agents' } })
  expect(answeredAt()).toBe(before)
  expect((await ask('send_event', { chat_id, event: hello })).has('event_id')).toBe(true)
  expect(answeredAt()).not.toBe(before)
  expect(inbox.read(chat_id)?.threads.at(-1)?.properties.routing?.unreplied).toBeUndefined()
  await ask('remove_user_from_chat', me)
  expect(inbox.read(chat_id)?.properties.routing?.unassigned).toBe(true)
  expect(inbox.load(ada)).toBe(
    inbox.index.all().filter(({ present }) => present.includes(ada)).length,
  )
})

test('adds only agents of the chat’s groups, once, and one customer', async () => {
  const { agent, find } = createTestApi()
  const ask = agent()
  const customer = find(({ customer }) => customer !== undefined).customer?.id ?? ''
  const users = [{ id: customer, type: 'customer' }]
  const started = await ask('start_chat', { chat: { users, access: { group_ids: [1] } } })
  const chat_id = started.get('chat_id').text()
  const add = async (user_id: string, user_type = 'agent', visibility = 'all') =>
    errorType(await ask('add_user_to_chat', { chat_id, user_id, user_type, visibility }))
  expect(await add('jones@example.com')).toBe('missing_access')
  expect(await add(ada)).toBe('validation')
  expect(await add('nobody@example.com')).toBe('not_found')
  expect(await add(customer, 'customer')).toBe('validation')
  expect(await add(customer, 'customer', 'agents')).toBe('validation')
  expect(await add(smith)).toBeUndefined()
})

test('transfers to an agent, to a group, and to a queue when nobody is free', async () => {
  const { agent, inbox } = createTestApi()
  const ask = agent()
  const started = await ask('start_chat', { chat: { access: { group_ids: [2] } } })
  const id = started.get('chat_id').text()
  const present = () => inbox.entry(id)?.present
  await ask('transfer_chat', { id, target: { type: 'agent', ids: [smith] } })
  expect(present()).toEqual([smith])
  const outside = { id, target: { type: 'group', ids: [3] } }
  expect(errorType(await ask('transfer_chat', outside))).toBe('authorization')
  await ask('transfer_chat', { ...outside, ignore_requester_presence: true })
  expect(present()).toEqual(['jones@example.com'])
  expect(inbox.entry(id)?.groupIds).toEqual([3])

  for (const one of inbox.agents) {
    inbox.setRoutingStatus(one.account.email, 'not_accepting_chats')
  }
  const boss = agent(smith, ['chats--all:rw'])
  const away = { ...outside, ignore_requester_presence: true }
  expect(errorType(await boss('transfer_chat', away))).toBe('agent_offline')
  await boss('transfer_chat', { ...away, ignore_agents_availability: true })
  expect(present()).toEqual([])
  expect(inbox.queuePosition(id)).toBeGreaterThan(0)
  expect(inbox.read(id)?.threads.at(-1)?.events.at(-1)).toMatchObject({
    system_message_type: 'chat_transferred',
    text_vars: { initiator: 'Agent Smith', targets: 'Billing' },
  })
})

test('refuses a transfer to an unknown agent or group', async () => {
  const { agent } = createTestApi()
  const ask = agent()
  const started = await ask('start_chat', { chat: { access: { group_ids: [1] } } })
  const id = started.get('chat_id').text()
  const type = async (target: object) => errorType(await ask('transfer_chat', { id, target }))
  expect(await type({ type: 'group', ids: [99] })).toBe('not_found')
  expect(await type({ type: 'agent', ids: ['nobody@example.com'] })).toBe('not_found')
  expect(await type({ type: 'agent', ids: ['jones@example.com'] })).toBe('missing_access')
  expect(await type({ type: 'agent', ids: [] })).toBe('validation')
  expect(await type({ type: 'moon', ids: [1] })).toBe('validation')
})

test('lists agents who could take a chat, the least busy first', async () => {
  const { agent, inbox } = createTestApi()
  const started = await agent()('start_chat', { chat: { access: { group_ids: [2] } } })
  const chat_id = started.get('chat_id').text()
  const list = (await agent(ada, [])('list_agents_for_transfer', { chat_id })).list()
  expect(list.map((one) => one.get('agent_id').text()).toSorted()).toEqual([
    'jones@example.com',
    smith,
  ])
  const loads = list.map((one) => Number(one.get('total_active_chats').value))
  expect(loads).toEqual(loads.toSorted((one, other) => one - other))
  expect(loads[0]).toBe(inbox.load(list[0]?.get('agent_id').text() ?? ''))
})
