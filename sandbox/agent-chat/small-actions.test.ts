import { expect, test } from 'vitest'
import { createTestApi, errorType } from './test-api.ts'

const ada = 'agent@example.com'

test('follows and unfollows, except where the agent takes part', async () => {
  const { agent, find } = createTestApi()
  const ask = agent(ada, ['chats--access:ro'])
  const other = find(
    ({ followers, access }, { present }) =>
      !followers.includes(ada) && !present.includes(ada) && access.group_ids[0] === 1,
  )
  const followed = async (chat_id: string) =>
    (await ask('get_chat', { chat_id })).get('is_followed').value
  await ask('follow_chat', { id: other.id })
  expect(await followed(other.id)).toBe(true)
  await ask('unfollow_chat', { id: other.id })
  expect(await followed(other.id)).toBe(false)
  const own = find((_, { present }) => present.includes(ada))
  expect(errorType(await ask('unfollow_chat', { id: own.id }))).toBe('validation')
  expect(errorType(await ask('unfollow_chat', { id: 'P000000000' }))).toBe('not_found')
})

test('seen events stay seen, and never lie in the future', async () => {
  const { agent, find, inbox, world } = createTestApi()
  const ask = agent()
  const { id: chat_id, threads } = find((_, { present }) => present.includes(ada))
  const seen = () => inbox.read(chat_id)?.agents.find(({ id }) => id === ada)?.events_seen_up_to
  const last = threads.at(-1)?.events.at(-1)?.created_at
  await ask('mark_events_as_seen', { chat_id, seen_up_to: last })
  expect(seen()).toBe(last)
  await ask('mark_events_as_seen', { chat_id, seen_up_to: '2020-01-01T00:00:00Z' })
  expect(seen()).toBe(last)
  await ask('mark_events_as_seen', { chat_id, seen_up_to: '2099-01-01T00:00:00Z' })
  expect(seen()).toBe(new Date(world.now()).toISOString().replace('Z', '000Z'))
  expect(errorType(await ask('mark_events_as_seen', { chat_id, seen_up_to: 'now' }))).toBe(
    'validation',
  )
})

test('tags a thread once, case-sensitively, and removes the tag', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent()
  const chat = find(({ access, threads }) => access.group_ids[0] === 1 && threads.length === 1)
  const at = { chat_id: chat.id, thread_id: chat.threads[0]?.id }
  const tags = () => inbox.read(chat.id)?.threads[0]?.tags
  const before = tags() ?? []
  for (const tag of ['VIP', 'VIP', 'vip']) await ask('tag_thread', { ...at, tag })
  expect(tags()).toEqual([...before, 'VIP', 'vip'])
  for (const tag of ['VIP', 'vip', ...before]) await ask('untag_thread', { ...at, tag })
  expect(tags()).toBeUndefined()
  expect(errorType(await ask('tag_thread', { ...at, tag: '' }))).toBe('validation')
  expect(errorType(await ask('tag_thread', { ...at, thread_id: 'Q0', tag: 'a' }))).toBe('not_found')
})

test('sets and deletes properties of chats, threads and events, and filters by them', async () => {
  const { agent, find, inbox } = createTestApi()
  const ask = agent()
  const { id, threads } = find(
    ({ access, threads }) => access.group_ids[0] === 1 && threads.length > 0,
  )
  const thread_id = threads.at(-1)?.id
  const event_id = threads.at(-1)?.events[0]?.id
  const properties = { crm: { deal: 42, hot: true } }
  await ask('update_chat_properties', { id, properties })
  await ask('update_thread_properties', { chat_id: id, thread_id, properties })
  await ask('update_event_properties', { chat_id: id, thread_id, event_id, properties })
  const thread = () => inbox.read(id)?.threads.at(-1)
  expect(thread()?.properties).toMatchObject(properties)
  expect(thread()?.properties.routing).toBeDefined()
  expect(thread()?.events[0]?.properties).toMatchObject(properties)
  const filters = { properties: { crm: { deal: { values: [42] } } } }
  const found = (await ask('list_chats', { filters })).get('chats_summary').list()
  expect(found.map((chat) => chat.get('id').value)).toEqual([id])

  await ask('delete_chat_properties', { id, properties: { crm: ['deal'] } })
  expect(inbox.read(id)?.properties.crm).toEqual({ hot: true })
  await ask('delete_thread_properties', {
    chat_id: id,
    thread_id,
    properties: { crm: ['deal', 'hot'] },
  })
  expect(thread()?.properties).not.toHaveProperty('crm')
  await ask('delete_event_properties', {
    chat_id: id,
    thread_id,
    event_id,
    properties: { crm: ['hot'] },
  })
  expect(thread()?.events[0]?.properties).toEqual({ crm: { deal: 42 } })
  const nowhere = { chat_id: id, thread_id, event_id: 'none', properties }
  expect(errorType(await ask('update_event_properties', nowhere))).toBe('not_found')
})

test('shows a customer to agents with the scope for customers', async () => {
  const { agent, find } = createTestApi()
  const { id, customer } = find(({ customer }) => customer?.name !== undefined)
  const ask = agent(ada, ['customers:ro'])
  const answer = await ask('get_customer', { id: customer?.id })
  expect(answer.value).toEqual({ ...customer, chat_ids: [id] })
  const older = await ask('get_customer', { id: customer?.id }, '3.5')
  expect([older.has('visit'), older.has('last_visit')]).toEqual([false, true])
  expect(errorType(await ask('get_customer', { id: 'nobody' }))).toBe('not_found')
  expect(errorType(await agent()('get_customer', { id: customer?.id }))).toBe('authorization')
})

test('a typing indicator needs an active chat that the agent is in', async () => {
  const { agent, find } = createTestApi()
  const ask = agent()
  const typing = async (chat_id: string) =>
    (await ask('send_typing_indicator', { chat_id, is_typing: true })).value
  expect(await typing(find((_, { present }) => present.includes(ada)).id)).toEqual({})
  const closed = find((_, { active, groupIds }) => !active && groupIds[0] === 1)
  expect(await typing(closed.id)).toMatchObject({ error: { type: 'chat_inactive' } })
})

test('an agent sets their own routing status, and others’ only with a wider scope', async () => {
  const { agent } = createTestApi()
  const own = agent(ada, ['agents--my:rw'])
  const status = 'not_accepting_chats'
  expect((await own('set_routing_status', { status })).value).toEqual({})
  const other = { status, agent_id: 'smith@example.com' }
  expect(errorType(await own('set_routing_status', other))).toBe('authorization')
  expect(errorType(await own('set_routing_status', { status: 'asleep' }))).toBe('validation')
  expect(errorType(await agent()('set_routing_status', { status }))).toBe('authorization')
  const all = agent('smith@example.com', ['agents--all:rw', 'agents-bot--all:ro'])
  expect((await all('set_routing_status', { status, agent_id: ada })).value).toEqual({})
  expect((await all('list_routing_statuses', { filters: { group_ids: [1] } })).value).toEqual([
    { agent_id: ada, status },
    { agent_id: 'smith@example.com', status: 'accepting_chats' },
  ])
  const half = agent('smith@example.com', ['agents--all:ro'])
  expect(errorType(await half('list_routing_statuses'))).toBe('authorization')
})

test('tells an agent who they are, by the configuration API', async () => {
  const { api, tokenFor } = createTestApi()
  const ask = async (id: string, scopes: string[]): Promise<unknown> => {
    const headers = {
      Authorization: `Bearer ${tokenFor(ada, scopes)}`,
      'Content-Type': 'application/json',
    }
    const body = JSON.stringify({ id })
    const path = '/v3.6/configuration/action/get_agent'
    return (await api.request(path, { method: 'POST', headers, body })).json()
  }
  expect(await ask(ada, ['agents--my:rw'])).toMatchObject({
    id: ada,
    name: 'Ada Agent',
    role: 'normal',
  })
  expect(await ask('smith@example.com', ['agents--all:ro'])).toMatchObject({ role: 'owner' })
  expect(await ask(ada, ['chats--access:rw'])).toMatchObject({ error: { type: 'authorization' } })
  expect(await ask('smith@example.com', ['agents--my:rw'])).toMatchObject({
    error: { type: 'authorization' },
  })
  expect(await ask('nobody', ['agents--all:ro'])).toMatchObject({ error: { type: 'not_found' } })
})
