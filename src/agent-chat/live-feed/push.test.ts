import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { readFrame, readLogin } from './frames.ts'
import { pushNames, readPush, readRoutingStatus } from './push.ts'

const inThread = { chat_id: 'PJ0MRSHTDG', thread_id: 'K600PKZON8' }
const thread = { chatId: 'PJ0MRSHTDG', threadId: 'K600PKZON8' }
const agent = { id: 'agent@example.com', type: 'agent', name: 'Agent', present: true }
const message = {
  id: 'Q20163UAHO_2',
  type: 'message',
  text: 'Hello',
  created_at: '2019-12-05T07:27:08.820000Z',
  visibility: 'all',
  custom_id: '31-0C-1C-07-DB-16',
  author_id: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
}

/** Payloads in the form LiveChat documents, and what each says. */
const samples: Record<string, [payload: unknown, expected: object]> = {
  incoming_chat: [
    {
      requester_id: 'smith@example.com',
      chat: { id: 'PJ0MRSHTDG', users: [agent], thread: { id: 'K600PKZON8', events: [message] } },
      transferred_from: { group_ids: [1], agent_ids: ['agent@example.com'] },
    },
    {
      chat: { id: 'PJ0MRSHTDG', thread: { id: 'K600PKZON8', events: [{ text: 'Hello' }] } },
      requesterId: 'smith@example.com',
      transferredFrom: { groupIds: [1], agentIds: ['agent@example.com'] },
    },
  ],
  chat_deactivated: [
    { ...inThread, user_id: 'b7eff798' },
    { ...thread, userId: 'b7eff798' },
  ],
  chat_deleted: [{ chat_id: 'PJ0MRSHTDG' }, { chatId: 'PJ0MRSHTDG' }],
  thread_deleted: [inThread, thread],
  threads_deleted: [{ tag: 'bug_report' }, {}],
  chat_unfollowed: [{ chat_id: 'PJ0MRSHTDG' }, { chatId: 'PJ0MRSHTDG' }],
  chat_access_updated: [
    { id: 'PJ0MRSHTDG', access: { group_ids: [0, 1, 1, 'x'] } },
    { chatId: 'PJ0MRSHTDG', groupIds: [0, 1] },
  ],
  chat_transferred: [
    {
      ...inThread,
      requester_id: 'jones@example.com',
      reason: 'manual',
      transferred_to: { group_ids: [19], agent_ids: ['smith@example.com'] },
      queue: { position: 42, wait_time: 1337, queued_at: '2019-12-09T12:01:18.909000Z' },
    },
    {
      ...thread,
      requesterId: 'jones@example.com',
      reason: 'manual',
      transferredTo: { groupIds: [19], agentIds: ['smith@example.com'] },
      queue: { position: 42, queuedAt: Date.parse('2019-12-09T12:01:18.909Z') },
    },
  ],
  user_added_to_chat: [
    { ...inThread, reason: 'manual', requester_id: 'smith@example.com', user: agent },
    { ...thread, requesterId: 'smith@example.com', user: { type: 'agent', name: 'Agent' } },
  ],
  user_removed_from_chat: [
    { ...inThread, user_id: 'agent@example.com', reason: 'manual' },
    { ...thread, userId: 'agent@example.com', requesterId: undefined },
  ],
  incoming_event: [
    { ...inThread, event: message },
    { ...thread, event: { id: 'Q20163UAHO_2', text: 'Hello', customId: '31-0C-1C-07-DB-16' } },
  ],
  event_updated: [
    { ...inThread, event: { ...message, text: 'Hello again' } },
    { ...thread, event: { text: 'Hello again' } },
  ],
  event_deleted: [
    { ...inThread, event_id: 'E2WDHA8A_4' },
    { ...thread, eventId: 'E2WDHA8A_4' },
  ],
  events_marked_as_seen: [
    { user_id: 'b7eff798', chat_id: 'PJ0MRSHTDG', seen_up_to: '2017-10-12T15:19:21.010200Z' },
    { chatId: 'PJ0MRSHTDG', userId: 'b7eff798', seenUpTo: Date.parse('2017-10-12T15:19:21.010Z') },
  ],
  chat_properties_updated: [
    { chat_id: 'PJ0MRSHTDG', properties: { rating: { score: 1 } } },
    { chatId: 'PJ0MRSHTDG', properties: new Map([['rating', new Map([['score', 1]])]]) },
  ],
  chat_properties_deleted: [
    { chat_id: 'PJ0MRSHTDG', properties: { rating: ['score', 'comment', 7] } },
    { chatId: 'PJ0MRSHTDG', properties: new Map([['rating', ['score', 'comment']]]) },
  ],
  thread_properties_updated: [
    { ...inThread, properties: { routing: { idle: true } } },
    { ...thread, properties: new Map([['routing', new Map([['idle', true]])]]) },
  ],
  thread_properties_deleted: [
    { ...inThread, properties: { routing: ['idle'] } },
    { ...thread, properties: new Map([['routing', ['idle']]]) },
  ],
  thread_tagged: [
    { ...inThread, tag: 'bug_report' },
    { ...thread, tag: 'bug_report' },
  ],
  thread_untagged: [
    { ...inThread, tag: 'bug_report' },
    { ...thread, tag: 'bug_report' },
  ],
  queue_positions_updated: [
    [{ ...inThread, queue: { position: 42, wait_time: 1337 } }, { chat_id: 'half' }, null],
    { queues: [{ ...thread, position: 42 }] },
  ],
  thread_summary_set: [
    { ...inThread, summary: { status: 'ok', text: 'Asks about discounts.' } },
    { ...thread, summary: 'Asks about discounts.' },
  ],
  incoming_typing_indicator: [
    {
      ...inThread,
      typing_indicator: {
        author_id: 'smith@example.com',
        visibility: 'agents',
        timestamp: 1574245378,
        is_typing: true,
      },
    },
    { ...thread, authorId: 'smith@example.com', isTyping: true, agentsOnly: true },
  ],
  incoming_sneak_peek: [
    { ...inThread, sneak_peek: { author_id: 'b7eff798', text: 'Hel', timestamp: 1574245378 } },
    { ...thread, authorId: 'b7eff798', text: 'Hel' },
  ],
  routing_status_set: [
    { agent_id: 'smith@example.com', status: 'accepting_chats' },
    { agentId: 'smith@example.com', status: 'accepting_chats' },
  ],
}

test('every push that is asked for has its sample here', () => {
  expect(Object.keys(samples)).toEqual(pushNames)
})

test.each(Object.entries(samples))('reads the push %s', (name, [payload, expected]) => {
  expect(readPush(name, payload)).toMatchObject({ type: name, ...expected })
})

test.each(pushNames.filter((name) => name !== 'threads_deleted'))(
  'a push %s that does not say what it is about is none',
  (name) => {
    for (const payload of [undefined, null, {}, 'text', 7, { chat_id: 7 }]) {
      expect(readPush(name, payload)).toBeUndefined()
    }
  },
)

test.each([
  ['incoming_chat', { chat: { users: [] }, requester_id: 'smith@example.com' }],
  ['user_added_to_chat', { ...inThread, user: {} }],
  ['incoming_event', { ...inThread, event: {} }],
  ['routing_status_set', { agent_id: 'smith@example.com', status: 'away' }],
])('a push %s about something unreadable is none', (name, payload) => {
  expect(readPush(name, payload)).toBeUndefined()
})

test.each([
  ['chat_transferred', { ...inThread, transferred_to: {} }, { reason: 'other', queue: undefined }],
  [
    'incoming_typing_indicator',
    { ...inThread, typing_indicator: { author_id: 'A', visibility: 'all' } },
    { isTyping: false, agentsOnly: false },
  ],
  ['incoming_sneak_peek', { ...inThread, sneak_peek: { author_id: 'A' } }, { text: '' }],
])('a push %s is read without what it leaves out', (name, payload, expected) => {
  expect(readPush(name, payload)).toMatchObject(expected)
})

test.each([undefined, null, 'score', 7, []])('names of properties in %j are none', (properties) => {
  const payload = { chat_id: 'A', properties }
  expect(readPush('chat_properties_deleted', payload)).toMatchObject({ properties: new Map() })
})

test('an agent who has seen nothing is said to have seen nothing', () => {
  const payload = { chat_id: 'A', user_id: 'B', seen_up_to: '1970-01-01T01:00:00.000000Z' }
  expect(readPush('events_marked_as_seen', payload)).toMatchObject({ seenUpTo: undefined })
})

test('a routing status is read in either spelling', () => {
  expect(readRoutingStatus('not accepting chats')).toBe('not_accepting_chats')
  expect(readRoutingStatus('offline')).toBe('offline')
  expect(readRoutingStatus('away')).toBeUndefined()
  expect(readRoutingStatus(undefined)).toBeUndefined()
})

test('whatever arrives, nothing throws but a login without a profile', () =>
  checkProperty(
    fc.property(
      fc.constantFrom(...pushNames, '__proto__', 'constructor', 'new_in_2030'),
      fc.jsonValue(),
      (action, payload) => {
        const frame = readFrame(JSON.stringify({ type: 'push', action, payload }))
        expect(frame).toMatchObject({ type: 'push', action })
        const push = readPush(action, payload)
        if (push) expect(pushNames).toContain(push.type)
        const isLogin =
          typeof (payload as { my_profile?: { id?: unknown } } | null)?.my_profile?.id === 'string'
        if (!isLogin) expect(() => readLogin(payload)).toThrow()
      },
    ),
    1_000,
  ))
