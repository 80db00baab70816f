import { expect, test } from 'vitest'
import { createTestApi, idsOf, type Json } from './test-api.ts'

function longChat() {
  const { inbox, agent } = createTestApi()
  const long = inbox.index
    .all()
    .flatMap(({ id }) => inbox.read(id) ?? [])
    .find(({ threads }) => threads.length >= 6)
  if (!long) throw new Error('The inbox has no long chat')
  const ask = agent('smith@example.com', ['chats--all:ro'])
  return { chat: long, ids: long.threads.map(({ id }) => id), ask, agent, inbox }
}

const typeOf = (answer: Json) => answer.get('error').get('type').value

test('gives the three latest threads with their events, and a page id for the rest', async () => {
  const { chat, ids, ask } = longChat()
  const newestFirst = ids.toReversed()
  let answer = await ask('list_threads', { chat_id: chat.id })
  expect(idsOf(answer.get('threads'))).toEqual(newestFirst.slice(0, 3))
  expect(answer.get('found_threads').value).toBe(ids.length)
  expect(answer.has('previous_page_id')).toBe(false)
  const seen = idsOf(answer.get('threads'))
  while (answer.has('next_page_id')) {
    const page_id = answer.get('next_page_id').text()
    answer = await ask('list_threads', { chat_id: chat.id, page_id })
    seen.push(...idsOf(answer.get('threads')))
  }
  expect(seen).toEqual(newestFirst)
  expect(answer.has('previous_page_id')).toBe(true)
})

test('gives the oldest first on request, and only those in a time range', async () => {
  const { chat, ids, ask } = longChat()
  const all = await ask('list_threads', { chat_id: chat.id, sort_order: 'asc', limit: 100 })
  expect(idsOf(all.get('threads'))).toEqual(ids)
  const filters = { from: chat.threads[1]?.created_at, to: chat.threads[3]?.created_at }
  const some = await ask('list_threads', { chat_id: chat.id, sort_order: 'asc', filters })
  expect(idsOf(some.get('threads'))).toEqual(ids.slice(1, 4))
  expect(some.get('found_threads').value).toBe(3)
})

test('gives as many threads as it takes for the requested number of events', async () => {
  const { chat, ask } = longChat()
  const counts = chat.threads.map(({ events }) => events.length).toReversed()
  const wanted = (counts[0] ?? 0) + 1
  const answer = await ask('list_threads', { chat_id: chat.id, min_events_count: wanted })
  expect(answer.get('threads').list()).toHaveLength(2)
  const next = answer.get('next_page_id').text()
  const page = await ask('list_threads', { chat_id: chat.id, page_id: next })
  expect(idsOf(page.get('threads'))[0]).toBe(chat.threads.at(-3)?.id)
})

test('refuses min_events_count with a limit or filters, or out of range', async () => {
  const { chat, ask } = longChat()
  const type = async (body: object) =>
    typeOf(await ask('list_threads', { chat_id: chat.id, ...body }))
  expect(await type({ min_events_count: 5, limit: 3 })).toBe('validation')
  expect(await type({ min_events_count: 5, filters: {} })).toBe('validation')
  expect(await type({ min_events_count: 0 })).toBe('validation')
  expect(await type({ min_events_count: 101 })).toBe('validation')
  expect(await type({ limit: 0 })).toBe('validation')
  expect(await type({ filters: { from: 'yesterday' } })).toBe('validation')
})

test('a page id works only for its own chat', async () => {
  const { chat, ask, inbox } = longChat()
  const first = await ask('list_threads', { chat_id: chat.id })
  const page_id = first.get('next_page_id').text()
  const other = inbox.index.all().find(({ id }) => id !== chat.id)?.id
  expect(typeOf(await ask('list_threads', { chat_id: other, page_id }))).toBe('validation')
  expect(typeOf(await ask('list_threads', { page_id }))).toBe('validation')
  expect(typeOf(await ask('list_chats', { page_id }))).toBe('validation')
  const limited = await ask('list_threads', { chat_id: chat.id, page_id, limit: 3 })
  expect(typeOf(limited)).toBe('validation')
})

test('leaves out threads of other groups, and refuses a chat that has no other', async () => {
  const { inbox, agent } = longChat()
  const ask = agent()
  const chats = inbox.index.all().flatMap(({ id }) => inbox.read(id) ?? [])
  const group = (one: { access: { group_ids: number[] } }) => one.access.group_ids[0]
  const mixed = chats.find(
    (chat) => group(chat) === 1 && chat.threads.some((thread) => group(thread) === 3),
  )
  const foreign = chats.find(
    (chat) => group(chat) === 3 && chat.threads.every((thread) => group(thread) === 3),
  )
  const answer = await ask('list_threads', { chat_id: mixed?.id, limit: 100 })
  const visible = mixed?.threads.filter((thread) => group(thread) !== 3).map(({ id }) => id)
  expect(idsOf(answer.get('threads')).toSorted()).toEqual(visible?.toSorted())
  expect(typeOf(await ask('list_threads', { chat_id: foreign?.id }))).toBe('missing_access')
  expect(typeOf(await ask('list_threads', { chat_id: 'P000000000' }))).toBe('not_found')
})
