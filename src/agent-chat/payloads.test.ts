import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toChat, toUser } from './chat.ts'
import { toEvent } from './event.ts'
import { toChatPage } from './list-chats.ts'

/** LiveChat's published samples lie beside the project, not in it: they are not ours to ship. */
const samples = join(import.meta.dirname, '../../../shared/payloads/agent-chat-v3.6')

function files(folder: string): string[] {
  const path = join(samples, folder)
  return existsSync(path) ? readdirSync(path).map((file) => join(path, file)) : []
}

function load(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

test.skipIf(!existsSync(samples)).each(files('events'))('reads LiveChat’s sample %s', (file) => {
  const event = toEvent(load(file))
  expect(event?.id).toBeTruthy()
  expect(event?.type).not.toBe('unknown')
  expect(event?.createdAt).toBe(Date.parse('2017-10-12T15:19:21.010Z'))
})

test.skipIf(!existsSync(samples)).each(files('users'))('reads LiveChat’s sample %s', (file) => {
  expect(toUser(load(file))).toMatchObject({ id: expect.any(String), name: expect.any(String) })
})

test.skipIf(!existsSync(samples)).each(files('other-structures'))(
  'does not stumble over LiveChat’s sample %s',
  (file) => {
    const sample = load(file)
    expect(() => toChat(sample)).not.toThrow()
    expect(toChatPage({ chats_summary: [sample] }).found).toBeGreaterThanOrEqual(0)
  },
)

test.skipIf(!existsSync(samples))(
  'LiveChat’s sample of a chat summary says who, what and when',
  () => {
    const chat = toChat(load(join(samples, 'other-structures/chatSummary.json')))
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
  },
)

const event = (id: string, created_at: string, more: object = {}) => ({
  event: { id, type: 'message', text: id, created_at, ...more },
})

test('the last event is the newest of all types, whatever their time zone', () => {
  const chat = toChat({
    id: 'C',
    last_event_per_type: {
      message: event('older', '2026-01-01T12:30:00.000000Z'),
      file: event('newest', '2026-01-01T14:00:00.000000+01:00', { type: 'file' }),
      form: event('oldest', '2026-01-01T11:00:00Z', { type: 'form' }),
    },
  })
  expect(chat?.lastEvent?.id).toBe('newest')
})

test('of events within one millisecond the later is the last, however they come', () => {
  const last = (...events: [string, object][]) =>
    toChat({ id: 'C', last_event_per_type: Object.fromEntries(events) })?.lastEvent?.id
  const before = event('before', '2026-01-01T12:00:00.000001Z')
  const after = event('after', '2026-01-01T12:00:00.000002Z', { type: 'file' })
  expect(last(['message', before], ['file', after])).toBe('after')
  expect(last(['file', after], ['message', before])).toBe('after')
})

test('a customer tells when they wrote and were answered', () => {
  const customer = toUser({
    id: 'c',
    type: 'customer',
    customer_last_event_created_at: '2026-01-01T12:00:00.000000Z',
    agent_last_event_created_at: 'never',
  })
  expect(customer).toMatchObject({ wroteAt: Date.UTC(2026, 0, 1, 12), answeredAt: undefined })
})

test('a chat nobody may read says LiveChat’s reason', () => {
  const chat = toChat({
    id: 'C',
    last_event_per_type: { message: { thread_id: 'T', restricted_access: 'Older than 60 days' } },
  })
  expect(chat).toMatchObject({ lastEvent: undefined, restricted: 'Older than 60 days' })
})

test('A43 an avatar that is no web address is none, one without scheme is completed', () => {
  const avatar = (value: unknown) => toUser({ id: 'a', type: 'agent', avatar: value })?.avatarUrl
  expect(avatar('cdn.livechatinc.com/avatars/1.png')).toBe(
    'https://cdn.livechatinc.com/avatars/1.png',
  )
  expect(avatar('//cdn.example.com/1.png')).toBe('https://cdn.example.com/1.png')
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'x', '', 7, null]) {
    expect(avatar(bad)).toBeUndefined()
  }
})

test('a form tells what may be chosen, a filled one what was', () => {
  const field = { label: 'Purpose', options: [{ id: '0', label: 'Support' }, { id: '1' }] }
  const read = (type: string, more: object) =>
    toEvent({ id: '1', type, fields: [{ ...field, ...more }] })
  expect(read('form', {})).toMatchObject({ fields: [{ answers: [], options: ['Support'] }] })
  expect(read('filled_form', { answer: { id: '0', label: 'Support' } })).toMatchObject({
    fields: [{ answers: ['Support'], options: ['Support'] }],
  })
})

test('an event type of tomorrow keeps its text', () => {
  expect(toEvent({ id: '1', type: 'hologram', text: 'hi', created_at: 'never' })).toMatchObject({
    type: 'unknown',
    wireType: 'hologram',
    text: 'hi',
  })
})

test('A41 names such as __proto__ in what LiveChat sends change no prototype', () => {
  const body = JSON.parse(
    '{"chats_summary":[{"id":"C","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"properties":{"__proto__":{"polluted":1},"constructor":{"prototype":2}},"last_event_per_type":{"__proto__":{"event":{"id":"e","type":"message","text":"t"}}}}]}',
  )
  const page = toChatPage(body)
  expect(page.chats[0]?.properties.get('__proto__')?.get('polluted')).toBe(1)
  expect('polluted' in {}).toBe(false)
})

test.each([null, [], {}, 'text', { chats_summary: null }, { chats_summary: {} }])(
  'a page without a list, %j, is no page',
  (body) => {
    expect(() => toChatPage(body)).toThrow(expect.objectContaining({ code: 'invalid_response' }))
  },
)

test('P whatever a list holds: no invented rows, links only to the web', () => {
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
  fc.assert(
    fc.property(fc.array(row), (chats_summary) => {
      const { chats } = toChatPage({ chats_summary })
      expect(chats.length).toBeLessThanOrEqual(chats_summary.length)
      for (const chat of chats) {
        expect(typeof chat.id).toBe('string')
        for (const { avatarUrl } of chat.users) {
          if (avatarUrl !== undefined) expect(avatarUrl).toMatch(/^https?:\/\//)
        }
      }
      expect(Object.keys(Object.prototype)).toEqual([])
    }),
    { numRuns: Number(process.env.FUZZ ?? 2000) },
  )
})
