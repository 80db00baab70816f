import { expect, test } from 'vitest'
import { readFrame, readFrameError, readLogin } from './frames.ts'

const profile = { id: 'smith@example.com', routing_status: 'offline' }

test('reads a push', () => {
  expect(readFrame('{"type":"push","action":"chat_deleted","payload":{"chat_id":"A"}}')).toEqual({
    type: 'push',
    action: 'chat_deleted',
    payload: { chat_id: 'A' },
  })
})

test.each([
  ['true', true],
  ['false', false],
  ['"true"', false],
  ['null', false],
])('a response with success %s says so: %s', (success, isSuccess) => {
  const frame = `{"type":"response","request_id":"7","success":${success},"payload":[1]}`
  expect(readFrame(frame)).toEqual({ type: 'response', requestId: '7', isSuccess, payload: [1] })
})

test.each([
  '{',
  'null',
  '[]',
  '{"type":"push"}',
  '{"type":"push","action":7}',
  '{"type":"response","success":true}',
  '{"type":"hello","action":"login","request_id":"7"}',
  '{"request_id":"7"}',
])('%s is neither a response nor a push', (data) => {
  expect(readFrame(data)).toBeUndefined()
})

test('only text is read', () => {
  const data = '{"type":"push","action":"chat_deleted"}'
  expect(readFrame(data)).toBeDefined()
  for (const other of [Buffer.from(data), [data], undefined, 7]) {
    expect(readFrame(other)).toBeUndefined()
  }
})

test.each([undefined, null, {}, { error: {} }, { error: 'No' }])(
  'a refusal with %j has no known reason',
  (payload) => {
    expect(readFrameError('send_event', payload)).toMatchObject({
      code: 'unknown_error',
      action: 'send_event',
    })
  },
)

test.each([undefined, null, {}, { my_profile: {} }])(
  'a login answered with %j failed',
  (payload) => {
    expect(() => readLogin(payload)).toThrow(
      expect.objectContaining({ code: 'invalid_response', action: 'login' }),
    )
  },
)

test('a chat the login names twice is kept once', () => {
  const { activeChats } = readLogin({
    my_profile: profile,
    chats_summary: [{ id: 'A' }, { id: 'B' }, { id: 'A' }].map((chat) => ({ ...chat, users: [] })),
  })
  expect(activeChats.map(({ id }) => id)).toEqual(['A', 'B'])
})
