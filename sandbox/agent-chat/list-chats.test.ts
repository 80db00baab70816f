import { expect, test } from 'vitest'
import { readCredentials } from '../world/credentials.ts'
import { createCall } from './action.ts'
import { wireChatSummary } from './serialize.ts'
import { createTestApi, idsOf, type Json } from './test-api.ts'

type Ask = (action: string, body?: object, version?: string) => Promise<Json>

async function walk(ask: Ask, body: object): Promise<string[][]> {
  const pages: string[][] = []
  let answer = await ask('list_chats', body)
  pages.push(idsOf(answer.get('chats_summary')))
  while (answer.has('next_page_id')) {
    answer = await ask('list_chats', { page_id: answer.get('next_page_id').text() })
    pages.push(idsOf(answer.get('chats_summary')))
  }
  return pages
}

const startsOf = (answer: Json) =>
  answer
    .get('chats_summary')
    .list()
    .map((chat) => chat.get('last_thread_summary').get('created_at').value)

test('lists ten chats, newest first, by default', async () => {
  const ask = createTestApi().agent()
  const answer = await ask('list_chats')
  const starts = startsOf(answer)
  expect(starts).toHaveLength(10)
  expect(starts).toEqual(starts.toSorted().reverse())
})

test('puts chats without threads last in either order', async () => {
  const ask = createTestApi().agent('smith@example.com', ['chats--all:ro'])
  for (const sort_order of ['asc', 'desc']) {
    const starts = []
    let answer = await ask('list_chats', { sort_order, limit: 100 })
    starts.push(...startsOf(answer))
    while (answer.has('next_page_id')) {
      answer = await ask('list_chats', { page_id: answer.get('next_page_id').text() })
      starts.push(...startsOf(answer))
    }
    const withThreads = starts.filter((start) => start !== undefined)
    expect(withThreads.length).toBeLessThan(starts.length)
    expect(starts.slice(0, withThreads.length)).toEqual(withThreads)
    const sorted = withThreads.toSorted()
    expect(withThreads).toEqual(sort_order === 'asc' ? sorted : sorted.reverse())
  }
})

test('paging forward gives every chat once, and paging back the same pages', async () => {
  const ask = createTestApi().agent('smith@example.com', ['chats--all:ro'])
  const pages = await walk(ask, { limit: 40 })
  expect(pages.flat()).toHaveLength(250)
  expect(new Set(pages.flat()).size).toBe(250)

  let answer = await ask('list_chats', { limit: 40 })
  expect(answer.has('previous_page_id')).toBe(false)
  while (answer.has('next_page_id')) {
    answer = await ask('list_chats', { page_id: answer.get('next_page_id').text() })
  }
  const back = [idsOf(answer.get('chats_summary'))]
  while (answer.has('previous_page_id')) {
    answer = await ask('list_chats', { page_id: answer.get('previous_page_id').text() })
    back.unshift(idsOf(answer.get('chats_summary')))
  }
  expect(back).toEqual(pages)
})

test('a page keeps its place when newer chats arrive', async () => {
  const { inbox, agent } = createTestApi()
  const ask = agent('smith@example.com', ['chats--all:ro'])
  const first = await ask('list_chats', { limit: 20 })
  const page_id = first.get('next_page_id').text()
  const before = idsOf((await ask('list_chats', { page_id })).get('chats_summary'))

  const [newest] = idsOf(first.get('chats_summary'))
  const chat = structuredClone(inbox.read(newest ?? ''))
  if (!chat) throw new Error('No chat')
  chat.id = 'PNEWCHAT00'
  const last = chat.threads.at(-1)
  if (last) last.created_at = '2026-03-20T11:59:59.000000Z'
  inbox.add(chat)

  expect(idsOf((await ask('list_chats', { limit: 1 })).get('chats_summary'))).toEqual([chat.id])
  const after = await ask('list_chats', { page_id })
  expect(idsOf(after.get('chats_summary'))).toEqual(before)
})

test('a page id keeps filters, limit and order, and does not go with new ones', async () => {
  const ask = createTestApi().agent()
  const first = await ask('list_chats', { limit: 3, filters: { active: false }, sort_order: 'asc' })
  const page_id = first.get('next_page_id').text()
  const second = await ask('list_chats', { page_id })
  expect(startsOf(second)).toHaveLength(3)
  expect([...startsOf(first), ...startsOf(second)]).toEqual(
    [...startsOf(first), ...startsOf(second)].toSorted(),
  )
  for (const more of [{ filters: {} }, { limit: 3 }, { sort_order: 'asc' }]) {
    const error = (await ask('list_chats', { page_id, ...more })).get('error')
    expect(error.get('type').value).toBe('validation')
    expect(error.get('message').text()).toContain(Object.keys(more)[0])
  }
})

test('refuses page ids that are unknown, of another action, or older than a month', async () => {
  const { world, agent } = createTestApi()
  const ask = agent()
  const refusal = async (page_id: string) =>
    (await ask('list_chats', { page_id })).get('error').get('type').value
  expect(await refusal('nonsense')).toBe('validation')
  expect(await refusal('')).toBe('validation')
  expect(await refusal(Buffer.from('{"action":"list_chats"}').toString('base64'))).toBe(
    'validation',
  )
  const page_id = (await ask('list_chats')).get('next_page_id').text()
  world.advance(29 * 24 * 3600 * 1000)
  expect(await refusal(page_id)).toBeUndefined()
  world.advance(2 * 24 * 3600 * 1000)
  expect(await refusal(page_id)).toBe('validation')
})

test.each([0, -1, 101, 2.5, '10', null])('refuses a limit of %j', async (limit) => {
  const error = (await createTestApi().agent()('list_chats', { limit })).get('error')
  expect(error.get('type').value).toBe('validation')
  expect(error.get('message').text()).toContain('limit')
})

test('filters by activity: `active` from 3.6, `include_active` before', async () => {
  const ask = createTestApi().agent()
  const found = async (filters: object, version: string) =>
    Number((await ask('list_chats', { filters }, version)).get('found_chats').value)
  const all = await found({}, '3.6')
  const active = await found({ active: true }, '3.6')
  expect(active).toBeGreaterThan(5)
  expect(await found({ active: false }, '3.6')).toBe(all - active)
  expect(await found({ active: null }, '3.6')).toBe(all)
  expect(await found({ include_active: false }, '3.6')).toBe(all)
  for (const version of ['3.4', '3.5']) {
    expect(await found({}, version)).toBe(all)
    expect(await found({ include_active: false }, version)).toBe(all - active)
    expect(await found({ active: true }, version)).toBe(all)
  }
})

test('filters by threads, groups and properties', async () => {
  const ask = createTestApi().agent('smith@example.com', ['chats--all:ro'])
  const chats = async (filters: object) =>
    (await ask('list_chats', { filters, limit: 100 })).get('chats_summary').list()

  const withThreads = await chats({ include_chats_without_threads: false })
  expect(withThreads.every((chat) => chat.has('last_thread_summary'))).toBe(true)
  for (const chat of await chats({ group_ids: [2, 3] })) {
    expect(['2', '3']).toContain(chat.get('access').get('group_ids').list()[0]?.text())
  }
  const unassigned = (chat: Json) => chat.get('properties').get('routing').get('unassigned').value
  const routing = (condition: object) => ({ properties: { routing: { unassigned: condition } } })
  const waiting = await chats(routing({ values: [true] }))
  expect(waiting.length).toBeGreaterThan(2)
  expect(waiting.every((chat) => unassigned(chat) === true)).toBe(true)
  const others = await chats(routing({ exclude_values: [true] }))
  expect(others.length).toBeGreaterThan(50)
  expect(others.some((chat) => unassigned(chat) === true)).toBe(false)
  const without = await chats(routing({ exists: false }))
  expect(without.length).toBeGreaterThan(50)
  expect(without.every((chat) => unassigned(chat) === undefined)).toBe(true)
})

test('refuses malformed filters and names the field', async () => {
  const ask = createTestApi().agent()
  const both = { exists: true, values: [1] }
  for (const [filters, field] of [
    [{ active: 'yes' }, 'filters.active'],
    [{ group_ids: 'all' }, 'filters.group_ids'],
    [{ group_ids: Array.from({ length: 201 }, (_, id) => id) }, 'filters.group_ids'],
    [{ properties: { routing: { idle: both } } }, 'filters.properties.routing.idle'],
    [{ properties: { routing: { idle: {} } } }, 'filters.properties.routing.idle'],
  ] as const) {
    const error = (await ask('list_chats', { filters })).get('error')
    expect(error.get('type').value).toBe('validation')
    expect(error.get('message').text()).toContain(field)
  }
})

test('shows an agent the chats of their groups, and everything with chats--all', async () => {
  const { agent } = createTestApi()
  const groupsSeenBy = async (ask: Ask) => {
    const groups = new Set<unknown>()
    let answer = await ask('list_chats', { limit: 100 })
    for (;;) {
      for (const chat of answer.get('chats_summary').list()) {
        for (const id of chat.get('access').get('group_ids').list()) groups.add(id.value)
      }
      if (!answer.has('next_page_id')) return [...groups].toSorted()
      answer = await ask('list_chats', { page_id: answer.get('next_page_id').text() })
    }
  }
  expect(await groupsSeenBy(agent())).toEqual([0, 1, 2])
  expect(await groupsSeenBy(agent('agent@example.com', ['chats--all:ro']))).toEqual([0, 1, 2, 3])
})

test('counts queue positions from 1, per group, in order of arrival', async () => {
  const ask = createTestApi().agent('smith@example.com', ['chats--all:ro'])
  const answer = await ask('list_chats', { limit: 100, filters: { active: true } })
  const queues = new Map<string, { position: number; at: string }[]>()
  for (const chat of answer.get('chats_summary').list()) {
    const queue = chat.get('last_thread_summary').get('queue')
    if (queue.value === undefined) continue
    const group = chat.get('access').get('group_ids').list()[0]?.text() ?? ''
    const place = {
      position: Number(queue.get('position').value),
      at: queue.get('queued_at').text(),
    }
    queues.set(group, [...(queues.get(group) ?? []), place])
  }
  expect(queues.size).toBeGreaterThan(0)
  for (const places of queues.values()) {
    const inLine = places.toSorted((one, other) => one.position - other.position)
    expect(inLine.map(({ position }) => position)).toEqual(places.map((_, index) => index + 1))
    expect(inLine.map(({ at }) => at)).toEqual(places.map(({ at }) => at).toSorted())
  }
})

test('a queued chat moves up when one ahead of it leaves', async () => {
  const { agent, inbox } = createTestApi()
  const ask = agent('smith@example.com', ['chats--all:rw'])
  const placeOf = async (id: string) => {
    const answer = await ask('list_chats', { limit: 100, filters: { active: true } })
    const chat = answer
      .get('chats_summary')
      .list()
      .find((one) => one.get('id').value === id)
    return chat?.get('last_thread_summary').get('queue').get('position').value
  }
  const queues = inbox.groups.map(({ id }) => inbox.queue(id))
  const [first, second] = queues.find((queue) => queue.length > 1) ?? []
  if (!first || !second) throw new Error('No queue has two chats')
  expect([await placeOf(first.id), await placeOf(second.id)]).toEqual([1, 2])
  await ask('deactivate_chat', { id: first.id, ignore_requester_presence: true })
  expect([await placeOf(first.id), await placeOf(second.id)]).toEqual([undefined, 1])
})

test('the summary of a chat is made once for an agent, of a queued one once for its place', () => {
  const { world, inbox, tokenFor } = createTestApi()
  const caller = readCredentials(
    world,
    `Bearer ${tokenFor('smith@example.com', ['chats--all:ro'])}`,
  )
  if (!caller) throw new Error('The token is not known')
  const call = createCall(world, caller, '3.6')
  const [queued] = inbox.groups.flatMap(({ id }) => inbox.queue(id))
  const [latest] = inbox.index.after(undefined, 'desc')
  for (const entry of [queued, latest]) {
    const chat = inbox.read(entry?.id ?? '')
    if (!chat) throw new Error('There is no such chat')
    expect(wireChatSummary(chat, call)).toBe(wireChatSummary(chat, call))
  }
})

test('older versions do not show what is new in 3.6', async () => {
  const ask = createTestApi().agent('smith@example.com', ['chats--all:ro'])
  const chats = async (version: string) => {
    const list: Json[] = []
    let answer = await ask('list_chats', { limit: 100 }, version)
    list.push(...answer.get('chats_summary').list())
    while (answer.has('next_page_id')) {
      answer = await ask('list_chats', { page_id: answer.get('next_page_id').text() }, version)
      list.push(...answer.get('chats_summary').list())
    }
    return list
  }
  const customer = (chat: Json) => chat.get('users').list()[0]
  const newer = await chats('3.6')
  expect(newer.some((chat) => chat.get('last_event_per_type').has('system'))).toBe(true)
  expect(newer.every((chat) => customer(chat)?.has('visit'))).toBe(true)
  expect(newer.some((chat) => customer(chat)?.has('phone_number'))).toBe(true)
  for (const version of ['3.4', '3.5']) {
    const older = await chats(version)
    expect(older.some((chat) => chat.get('last_event_per_type').has('system'))).toBe(false)
    expect(older.every((chat) => customer(chat)?.has('last_visit'))).toBe(true)
    expect(older.some((chat) => customer(chat)?.has('visit'))).toBe(false)
    expect(older.some((chat) => customer(chat)?.has('phone_number'))).toBe(false)
  }
})

test('a list that did not change gives the same response a minute later', async () => {
  const { world, agent } = createTestApi()
  const ask = agent()
  const first = await ask('list_chats', { limit: 20 })
  world.advance(60_000)
  expect((await ask('list_chats', { limit: 20 })).value).toEqual(first.value)
})
