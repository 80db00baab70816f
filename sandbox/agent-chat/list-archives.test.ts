import { expect, test } from 'vitest'
import { createTestApi, errorType, type Json } from './test-api.ts'

const everything = () => {
  const api = createTestApi()
  return { ...api, ask: api.agent('smith@example.com', ['chats--all:rw']) }
}

const threadsOf = (answer: Json) =>
  answer
    .get('chats')
    .list()
    .map((chat) => chat.get('thread'))

const textsOf = (thread: Json | undefined) =>
  (thread?.get('events').list() ?? []).map((event) => event.get('text').value)

test('gives closed threads, one per entry, newest first, over all pages', async () => {
  const { ask, inbox } = everything()
  const ids: string[] = []
  let answer = await ask('list_archives', { limit: 100 })
  const found = answer.get('found_chats').value
  for (;;) {
    for (const thread of threadsOf(answer)) {
      expect(thread.get('active').value).toBe(false)
      ids.push(thread.get('id').text())
    }
    if (!answer.has('next_page_id')) break
    answer = await ask('list_archives', { page_id: answer.get('next_page_id').text() })
  }
  const closed = inbox.index
    .all()
    .flatMap(({ id }) => inbox.read(id)?.threads ?? [])
    .filter(({ active }) => !active)
    .toSorted((one, other) => (one.created_at < other.created_at ? 1 : -1))
  expect(ids).toEqual(closed.map(({ id }) => id))
  expect(found).toBe(closed.length)
})

test('finds words in every kind of text, and highlights them in messages on request', async () => {
  const { ask } = everything()
  const filters = { query: 'FLYSHEET afternoon' }
  const plain = await ask('list_archives', { filters, limit: 1 })
  expect(JSON.stringify(plain.value)).not.toContain('<em>')
  const marked = await ask('list_archives', { filters, limit: 1, highlights: {} })
  expect(textsOf(threadsOf(marked)[0])).toContain(
    'Here is a label for the torn one. The new <em>flysheet</em> leaves our warehouse this <em>afternoon</em>.',
  )
  const tags = { pre_tag: '[', post_tag: ']' }
  const own = await ask('list_archives', { filters, limit: 1, highlights: tags })
  expect(JSON.stringify(own.value)).toContain('[flysheet]')
  const half = await ask('list_archives', { filters, highlights: { pre_tag: '[' } })
  expect(errorType(half)).toBe('validation')
  const next = await ask('list_archives', { page_id: marked.get('next_page_id').text() })
  expect(JSON.stringify(next.value)).toContain('<em>flysheet</em>')
  const nothing = await ask('list_archives', { filters: { query: 'flysheet zebra' } })
  expect(nothing.value).toEqual({ chats: [], found_chats: 0 })
})

test('searches for special characters as they are', async () => {
  const { ask } = everything()
  const count = async (query: string) =>
    (await ask('list_archives', { filters: { query }, highlights: {} })).get('found_chats').value
  expect(await count('.*')).toBe(0)
  const brackets = await ask('list_archives', { filters: { query: '(1.2' }, highlights: {} })
  expect(JSON.stringify(brackets.value)).toContain('<em>(1.2</em>')
})

test('a chat that was just closed is found by its messages', async () => {
  const { ask, agent, find } = everything()
  const ada = agent('agent@example.com')
  await ask('list_archives')
  const { id } = find((_, { present }) => present.includes('agent@example.com'))
  const event = { type: 'message', text: 'The password of the hut is Edelweiss' }
  await ada('send_event', { chat_id: id, event })
  const filters = { query: 'edelweiss' }
  expect((await ask('list_archives', { filters })).get('found_chats').value).toBe(0)
  await ada('deactivate_chat', { id })
  const answer = await ask('list_archives', { filters })
  expect(
    answer
      .get('chats')
      .list()
      .map((chat) => chat.get('id').value),
  ).toEqual([id])
})

test('filters by time, chat, thread and group', async () => {
  const { ask, find } = everything()
  const { id, threads } = find(({ threads }) => threads.length > 4)
  const own = threads.filter(({ active }) => !active)
  const chat = await ask('list_archives', {
    filters: { chat_ids: [id] },
    limit: 100,
    sort_order: 'asc',
  })
  expect(threadsOf(chat).map((thread) => thread.get('id').value)).toEqual(own.map(({ id }) => id))
  const between = { from: own[1]?.created_at, to: own[2]?.created_at, chat_ids: [id] }
  const some = await ask('list_archives', { filters: between })
  expect(threadsOf(some).map((thread) => thread.get('id').value)).toEqual([own[2]?.id, own[1]?.id])
  const thread_ids = [own[0]?.id, own[2]?.id]
  const two = await ask('list_archives', { filters: { thread_ids } })
  expect(threadsOf(two).map((thread) => thread.get('id').value)).toEqual(thread_ids.toReversed())
  const billing = await ask('list_archives', { filters: { group_ids: [3] }, limit: 100 })
  const groups = threadsOf(billing).map((thread) => thread.get('access').get('group_ids').value)
  expect(new Set(groups.map(String))).toEqual(new Set(['3']))
  const both = await ask('list_archives', { filters: { thread_ids, query: 'a' } })
  expect(errorType(both)).toBe('validation')
})

test('filters by agents, tags, countries and kinds of event', async () => {
  const { ask } = everything()
  const threads = async (filters: object) =>
    threadsOf(await ask('list_archives', { filters, limit: 100 }))
  const smith = await threads({ agents: { values: ['smith@example.com'] } })
  expect(smith.length).toBeGreaterThan(10)
  for (const thread of smith) expect(thread.get('user_ids').value).toContain('smith@example.com')
  for (const thread of await threads({ agents: { exclude_values: ['smith@example.com'] } })) {
    expect(thread.get('user_ids').value).not.toContain('smith@example.com')
  }
  const tents = await threads({
    tags: { values: ['tents', 'advice'], require_every_value: true },
  })
  expect(tents.length).toBeGreaterThan(0)
  for (const thread of tents) expect(thread.get('tags').value).toEqual(['tents', 'advice'])
  const polish = await threads({ customer_countries: { values: ['PL'] } })
  expect(polish.length).toBeGreaterThan(3)
  const files = await threads({
    event_types: { values: ['file', 'form'], require_every_value: true },
  })
  for (const thread of files) {
    const types = thread
      .get('events')
      .list()
      .map((event) => event.get('type').value)
    expect(types).toEqual(expect.arrayContaining(['file', 'form']))
  }
  const rated = await threads({ properties: { rating: { score: { values: [0] } } } })
  expect(rated.length).toBeGreaterThan(0)
  for (const thread of rated) {
    expect(thread.get('properties').get('rating').get('score').value).toBe(0)
  }
})

test('filters by forms, answers, kinds of agent and the customer', async () => {
  const { ask, find } = everything()
  const count = async (filters: object) =>
    Number((await ask('list_archives', { filters })).get('found_chats').value)
  const all = await count({})
  const asked = await count({ forms: [{ type: 'pre_chat', exists: true }] })
  const unasked = await count({ forms: [{ type: 'pre_chat', exists: false }] })
  expect(asked).toBeGreaterThan(10)
  expect(asked + unasked).toBe(all)
  expect(await count({ forms: [{ type: 'post_chat', values: ['1'] }] })).toBeLessThan(
    await count({ forms: [{ type: 'post_chat', exists: true }] }),
  )
  expect(await count({ agent_types: { any_values: ['human'] } })).toBe(all)
  expect(await count({ agent_types: { all_values: ['human', 'chatbot'] } })).toBe(0)
  expect(await count({ greetings: { exists: true } })).toBe(0)
  expect(await count({ sales: { exists: false } })).toBe(all)
  const answered = await count({ agent_response: { exists: true } })
  expect(answered).toBeGreaterThan(all / 2)
  expect(answered + (await count({ agent_response: { exists: false } }))).toBe(all)
  const { customer, threads } = find(
    ({ customer, threads }) => customer?.email !== undefined && threads.length > 2,
  )
  const closed = threads.filter(({ active }) => !active).length
  expect(await count({ customer_id: customer?.id })).toBe(closed)
  expect(await count({ customer_email: customer?.email })).toBeGreaterThanOrEqual(closed)
})

test('shows an agent only threads of their groups, and links only to threads they can open', async () => {
  const { agent, find } = everything()
  const ask = agent()
  const group = ({ access }: { access: { group_ids: number[] } }) => access.group_ids[0]
  const { id, threads } = find(({ threads }) =>
    threads.some((thread, at) => {
      const [before, after] = [threads[at - 1], threads[at + 1]]
      return before && after && group(before) !== 3 && group(thread) === 3 && group(after) !== 3
    }),
  )
  const answer = await ask('list_archives', { filters: { chat_ids: [id] }, limit: 100 })
  const shown = threadsOf(answer)
  const visible = threads.filter((thread) => !thread.active && group(thread) !== 3)
  expect(shown.map((thread) => thread.get('id').value)).toEqual(
    visible.map(({ id }) => id).toReversed(),
  )
  const hidden = new Set(threads.filter((thread) => group(thread) === 3).map(({ id }) => id))
  const detour = shown.find((thread) => hidden.has(thread.get('previous_thread_id').text()))
  expect(hidden).not.toContain(detour?.get('previous_accessible_thread_id').text())
})

test.each([
  [{ filters: { agents: { exists: true, values: ['a'] } } }, 'filters.agents'],
  [{ filters: { tags: {} } }, 'filters.tags'],
  [{ filters: { from: '2026' } }, 'filters.from'],
  [{ filters: { agent_types: { any_values: ['dog'] } } }, 'filters.agent_types'],
  [{ filters: { forms: [{ type: 'mid_chat' }] } }, 'filters.forms'],
  [{ limit: 0 }, 'limit'],
])('refuses %j and names %s', async (body, field) => {
  const answer = await everything().ask('list_archives', body)
  expect(errorType(answer)).toBe('validation')
  expect(answer.get('error').get('message').text()).toContain(field)
})
