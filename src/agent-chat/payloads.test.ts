import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { readChat, readUser } from './chat.ts'
import { readChatDetails } from './chat-details.ts'
import { readEvent } from './event.ts'
import { listAgentsForTransfer } from './list-agents-for-transfer.ts'
import { listArchives } from './list-archives.ts'
import { listChats } from './list-chats.ts'
import { listThreads } from './list-threads.ts'
import events from './sample-payloads/events.json' with { type: 'json' }
import structures from './sample-payloads/structures.json' with { type: 'json' }
import users from './sample-payloads/users.json' with { type: 'json' }
import { readThread } from './thread.ts'

test.each(Object.entries(events))('reads LiveChat’s sample of the event %s', (_name, sample) => {
  const event = readEvent(sample)
  expect(event?.id).toBeTruthy()
  expect(event?.type).not.toBe('unknown')
  expect(event?.createdAt).toBe(Date.parse('2017-10-12T15:19:21.010Z'))
})

test.each(Object.entries(users))('reads LiveChat’s sample of the user %s', (_name, sample) => {
  expect(readUser(sample)).toMatchObject({ id: expect.any(String), name: expect.any(String) })
})

test.each(Object.entries(structures))(
  'reads LiveChat’s sample of the structure %s without an error',
  (_name, sample) => {
    expect(() => readChat(sample)).not.toThrow()
    expect(listChats.read({ chats_summary: [sample] }).found).toBeGreaterThanOrEqual(0)
  },
)

test('LiveChat’s sample of a chat summary tells who, what and when', () => {
  const chat = readChat(structures.chatSummary)
  expect(chat).toMatchObject({
    id: 'PJ0MRSHTDG',
    lastThread: { id: 'QA37PVJ75B', active: false, queue: { position: 42 } },
    lastEvent: {
      type: 'system_message',
      text: 'The chat was closed because Agent Smith had lost internet connection',
    },
    groupIds: [0],
    isFollowed: false,
  })
  expect(chat?.users.map((user) => [user.type, user.name])).toEqual([
    ['customer', 'Thomas Anderson'],
    ['agent', 'Agent Smith'],
  ])
})

const event = (id: string, created_at: string, more: object = {}) => ({
  event: { id, type: 'message', text: id, created_at, ...more },
})

test('the last event is the newest of all types, whatever their time zone', () => {
  const chat = readChat({
    id: 'C',
    last_event_per_type: {
      message: event('older', '2026-01-01T12:30:00.000000Z'),
      file: event('newest', '2026-01-01T14:00:00.000000+01:00', { type: 'file' }),
      form: event('oldest', '2026-01-01T11:00:00Z', { type: 'form' }),
    },
  })
  expect(chat?.lastEvent?.id).toBe('newest')
  const west = {
    message: event('older', '2026-01-01T12:30:00Z'),
    file: event('later', '2026-01-01T12:00:00-01:00', { type: 'file' }),
  }
  expect(readChat({ id: 'C', last_event_per_type: west })?.lastEvent?.id).toBe('later')
})

test.each([
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00.000000Z',
  '0000-00-00T00:00:00Z',
  '1970-01-01T00:00:00Z',
  '1970-01-01T01:00:00+01:00',
  '1970-01-01T01:00:00.000000Z',
  '2026-02-30T12:00:00Z',
  '2026-04-31T12:00:00Z',
  '2027-02-29T12:00:00Z',
  '2026-01-00T12:00:00Z',
  '2026-13-01T12:00:00Z',
  '+275760-09-13T00:00:00Z',
  '2026',
  'soon',
])('%s is no date', (created_at) => {
  expect(readThread({ id: 'T', created_at })?.createdAt).toBeUndefined()
  expect(readEvent({ id: 'E', type: 'message', created_at })?.createdAt).toBe(0)
})

test.each([
  ['1970-01-02T00:00:00Z', 86_400_000],
  ['2026-02-28T12:00:00.123456Z', Date.UTC(2026, 1, 28, 12, 0, 0, 123)],
  ['2024-02-29T01:00:00+02:00', Date.UTC(2024, 1, 28, 23)],
  ['2026-01-01t00:00:00z', Date.UTC(2026, 0, 1)],
])('%s is a date', (created_at, time) => {
  expect(readThread({ id: 'T', created_at })?.createdAt).toBe(time)
})

test('of events within one millisecond the later is the last, in whatever order they come', () => {
  const last = (...events: [string, object][]) =>
    readChat({ id: 'C', last_event_per_type: Object.fromEntries(events) })?.lastEvent?.id
  const before = event('before', '2026-01-01T12:00:00.000001Z')
  const after = event('after', '2026-01-01T12:00:00.000002Z', { type: 'file' })
  expect(last(['message', before], ['file', after])).toBe('after')
  expect(last(['file', after], ['message', before])).toBe('after')
})

test('a customer has the times they last wrote and were replied to', () => {
  const customer = readUser({
    id: 'c',
    type: 'customer',
    customer_last_event_created_at: '2026-01-01T12:00:00.000000Z',
    agent_last_event_created_at: 'never',
  })
  expect(customer).toMatchObject({ wroteAt: Date.UTC(2026, 0, 1, 12), repliedAt: undefined })
})

test('a chat the agent may not read has LiveChat’s reason', () => {
  const chat = readChat({
    id: 'C',
    last_event_per_type: { message: { thread_id: 'T', restricted_access: 'Older than 60 days' } },
  })
  expect(chat).toMatchObject({ lastEvent: undefined, restricted: 'Older than 60 days' })
})

test('an avatar that is not a web address is left out, one without a scheme is completed (A43)', () => {
  const avatar = (value: unknown) => readUser({ id: 'a', type: 'agent', avatar: value })?.avatarUrl
  expect(avatar('cdn.livechatinc.com/avatars/1.png')).toBe(
    'https://cdn.livechatinc.com/avatars/1.png',
  )
  expect(avatar('//cdn.example.com/1.png')).toBe('https://cdn.example.com/1.png')
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'x', '', 7, null]) {
    expect(avatar(bad)).toBeUndefined()
  }
})

test('a form has the choices it offers, a filled one those that were made', () => {
  const field = { label: 'Purpose', options: [{ id: '0', label: 'Support' }, { id: '1' }] }
  const read = (type: string, more: object) =>
    readEvent({ id: '1', type, fields: [{ ...field, ...more }] })
  expect(read('form', {})).toMatchObject({ fields: [{ answers: [], options: ['Support'] }] })
  expect(read('filled_form', { answer: { id: '0', label: 'Support' } })).toMatchObject({
    fields: [{ answers: ['Support'], options: ['Support'] }],
  })
})

test('an event of an unknown type keeps its text', () => {
  expect(readEvent({ id: '1', type: 'hologram', text: 'hi', created_at: 'never' })).toMatchObject({
    type: 'unknown',
    wireType: 'hologram',
    text: 'hi',
  })
})

test('names such as __proto__ in a response change no prototype (A41)', () => {
  const body = JSON.parse(
    '{"chats_summary":[{"id":"C","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"properties":{"__proto__":{"polluted":1},"constructor":{"prototype":2}},"last_event_per_type":{"__proto__":{"event":{"id":"e","type":"message","text":"t"}}}}]}',
  )
  const page = listChats.read(body)
  expect(page.chats[0]?.properties.get('__proto__')?.get('polluted')).toBe(1)
  expect('polluted' in {}).toBe(false)
})

test.each([null, [], {}, 'text', { chats_summary: null }, { chats_summary: {} }])(
  'a response without a list, %j, is invalid',
  (body) => {
    expect(() => listChats.read(body)).toThrow(
      expect.objectContaining({ code: 'invalid_response' }),
    )
  },
)

test('a chat that comes twice on a page is on it once, as it came last', () => {
  const { chats } = listChats.read({
    chats_summary: [{ id: 'A' }, { id: 'B' }, { id: 'A', is_followed: true }],
  })
  expect(chats.map(({ id, isFollowed }) => [id, isFollowed])).toEqual([
    ['A', true],
    ['B', false],
  ])
})

test('whatever a list holds, there are no invented rows and links only to the web', () => {
  const anything = fc.anything({ maxDepth: 2, maxKeys: 3 })
  const row = fc.oneof(
    anything,
    fc.record(
      {
        id: fc.oneof(fc.string(), anything),
        users: fc.array(
          fc.record({
            id: fc.string(),
            type: fc.constantFrom('agent', 'customer', 'x'),
            avatar: fc.oneof(fc.webUrl(), fc.string()),
          }),
        ),
        last_event_per_type: fc.dictionary(fc.string(), fc.record({ event: anything })),
        properties: anything,
        last_thread_summary: anything,
      },
      { requiredKeys: [] },
    ),
  )
  return checkProperty(
    fc.property(fc.array(row), (chats_summary) => {
      const { chats } = listChats.read({ chats_summary })
      expect(chats.length).toBeLessThanOrEqual(chats_summary.length)
      for (const chat of chats) {
        expect(typeof chat.id).toBe('string')
        for (const { avatarUrl } of chat.users) {
          if (avatarUrl !== undefined) expect(avatarUrl).toMatch(/^https?:\/\//)
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    2000,
  )
})

test('an unreadable tag or group is left out, and the others stay', () => {
  const access = { group_ids: [1, null, '2', 3] }
  const tags = ['vip', null, 7, 'refund']
  expect(readThread({ id: 'T', tags, access })).toMatchObject({
    tags: ['vip', 'refund'],
    groupIds: [1, 3],
  })
  expect(readChat({ id: 'C', access, last_thread_summary: { id: 'T', tags } })).toMatchObject({
    groupIds: [1, 3],
    lastThread: { tags: ['vip', 'refund'] },
  })
  expect(readChatDetails({ id: 'C', access })?.groupIds).toEqual([1, 3])
  expect(readThread({ id: 'T', tags: null, access: null })).toMatchObject({
    tags: [],
    groupIds: [],
  })
})

test('a tag, group or agent that comes twice is one', () => {
  const thread = { id: 'T', tags: ['vip', 'vip'], access: { group_ids: [1, 0, 1] } }
  expect(readThread(thread)).toMatchObject({ tags: ['vip'], groupIds: [1, 0] })
  const agents = ['ada@example.com', 'bob@example.com', 'Ada@example.com', null].map(
    (agent_id, index) => ({ agent_id, total_active_chats: index }),
  )
  expect(listAgentsForTransfer.read([null, 'ada@example.com', ...agents])).toEqual([
    { agentId: 'Ada@example.com', activeChats: 2 },
    { agentId: 'bob@example.com', activeChats: 1 },
  ])
})

test('an event that comes twice is one, in its place and as it came last', () => {
  const thread = readThread({
    id: 'T',
    events: [
      { id: 'a', type: 'message', text: 'first' },
      { id: 'b', type: 'message', text: 'second' },
      { id: 'a', type: 'message', text: 'first, corrected' },
    ],
  })
  expect(thread?.events).toMatchObject([{ text: 'first, corrected' }, { text: 'second' }])
})

test('a person who comes twice is one, in upper and lower case too', () => {
  const users = ['A', 'A', 'a'].map((id) => ({ id, type: 'agent', name: 'Ada' }))
  expect(readChat({ id: 'C', users })?.users).toHaveLength(1)
  expect(readChatDetails({ id: 'C', users })?.users).toHaveLength(1)
})

test.each([
  [listChats, { chats_summary: [] }],
  [listArchives, { chats: [] }],
  [listThreads, { threads: [] }],
] as const)('an empty page id is none', ({ read }, page) => {
  const empty = { ...page, next_page_id: '', previous_page_id: '' }
  expect(read(empty)).toMatchObject({ nextPageId: undefined })
  expect(read(empty)).not.toMatchObject({ previousPageId: '' })
  expect(read({ ...page, next_page_id: 'p2' })).toMatchObject({ nextPageId: 'p2' })
})
