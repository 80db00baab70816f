import { expect, test } from 'vitest'
import type { Inbox } from '../inbox/inbox.ts'
import type { Chat } from '../model/chat.ts'
import { createTestApi } from './test-api.ts'

function findChat(inbox: Inbox, matches: (chat: Chat) => boolean): Chat {
  for (const { id } of inbox.index.all()) {
    const chat = inbox.read(id)
    if (chat && matches(chat)) return chat
  }
  throw new Error('The inbox has no such chat')
}

test('gives the latest thread, or the one asked for, with links to its neighbours', async () => {
  const { inbox, agent } = createTestApi()
  const ask = agent('smith@example.com', ['chats--all:ro'])
  const chat = findChat(inbox, ({ threads }) => threads.length > 2)
  const [first, second, third] = chat.threads
  const latest = await ask('get_chat', { chat_id: chat.id })
  expect(latest.get('id').value).toBe(chat.id)
  expect(latest.get('thread').get('id').value).toBe(chat.threads.at(-1)?.id)
  expect(latest.get('thread').has('next_thread_id')).toBe(false)
  const middle = await ask('get_chat', { chat_id: chat.id, thread_id: second?.id })
  expect(middle.get('thread').get('previous_thread_id').value).toBe(first?.id)
  expect(middle.get('thread').get('next_thread_id').value).toBe(third?.id)
})

test('a chat without threads has no thread', async () => {
  const { inbox, agent } = createTestApi()
  const chat = findChat(inbox, ({ threads }) => threads.length === 0)
  const answer = await agent('smith@example.com', ['chats--all:ro'])('get_chat', {
    chat_id: chat.id,
  })
  expect(answer.get('id').value).toBe(chat.id)
  expect(answer.has('thread')).toBe(false)
})

test('refuses a thread of a group the agent is not in', async () => {
  const { inbox, agent } = createTestApi()
  const chat = findChat(
    inbox,
    ({ access, threads }) =>
      access.group_ids[0] === 1 &&
      threads.some((thread) => thread.access.group_ids[0] === 3) &&
      threads.at(-1)?.access.group_ids[0] === 1,
  )
  const hidden = chat.threads.find((thread) => thread.access.group_ids[0] === 3)
  const ask = agent()
  expect((await ask('get_chat', { chat_id: chat.id })).has('thread')).toBe(true)
  const refused = await ask('get_chat', { chat_id: chat.id, thread_id: hidden?.id })
  expect(refused.get('error').get('type').value).toBe('missing_access')
  const all = agent('agent@example.com', ['chats--all:ro'])
  const allowed = await all('get_chat', { chat_id: chat.id, thread_id: hidden?.id })
  expect(allowed.get('thread').get('id').value).toBe(hidden?.id)
})

test('names what is missing: the chat, the thread or the field', async () => {
  const { inbox, agent } = createTestApi()
  const ask = agent('smith@example.com', ['chats--all:ro'])
  const chat_id = inbox.index.all()[0]?.id
  const type = async (body: object) => (await ask('get_chat', body)).get('error').get('type').value
  expect(await type({ chat_id: 'P000000000' })).toBe('not_found')
  expect(await type({ chat_id, thread_id: 'Q000000000' })).toBe('not_found')
  expect(await type({})).toBe('validation')
  expect(await type({ chat_id: 7 })).toBe('validation')
})

test('leaves out the events of a restricted thread and says why', async () => {
  const { inbox, agent } = createTestApi()
  const chat = findChat(inbox, ({ threads }) => threads.at(-1)?.restricted_access !== undefined)
  const ask = agent('smith@example.com', ['chats--all:ro'])
  const thread = (await ask('get_chat', { chat_id: chat.id })).get('thread')
  expect(thread.has('events')).toBe(false)
  expect(thread.get('restricted_access').text()).toContain('60 days')
})

test('shows a deleted event in full to administrators only', async () => {
  const { inbox, agent } = createTestApi()
  const chat = findChat(inbox, ({ access, threads }) => {
    const last = threads.at(-1)
    return (
      access.group_ids[0] === 0 &&
      last?.restricted_access === undefined &&
      last?.events.some((event) => event.deleted) === true
    )
  })
  const deletedSeenBy = async (email: string) => {
    const answer = await agent(email)('get_chat', { chat_id: chat.id })
    const events = answer.get('thread').get('events').list()
    return events.find((event) => event.has('deleted'))
  }
  expect((await deletedSeenBy('smith@example.com'))?.has('text')).toBe(true)
  const plain = await deletedSeenBy('agent@example.com')
  expect(plain?.has('text')).toBe(false)
  expect(plain?.get('type').value).toBe('message')
})

test('the summary, visit and system events of a thread appear from 3.6 on', async () => {
  const { inbox, agent } = createTestApi()
  const ask = agent('smith@example.com', ['chats--all:ro'])
  const chat = findChat(inbox, ({ threads }) => {
    const last = threads.at(-1)
    return (
      last?.restricted_access === undefined &&
      last?.summary !== undefined &&
      last.events.some(({ type }) => type === 'system')
    )
  })
  const threadIn = async (version: string) =>
    (await ask('get_chat', { chat_id: chat.id }, version)).get('thread')
  const typesOf = (thread: Awaited<ReturnType<typeof threadIn>>) =>
    thread
      .get('events')
      .list()
      .map((event) => event.get('type').value)
  const newer = await threadIn('3.6')
  expect([newer.has('summary'), newer.has('customer_visit')]).toEqual([true, true])
  expect(typesOf(newer)).toContain('system')
  const older = await threadIn('3.5')
  expect([older.has('summary'), older.has('customer_visit')]).toEqual([false, false])
  expect(typesOf(older)).not.toContain('system')
})
