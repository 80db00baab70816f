import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPopupMessage } from './popup-message.ts'

const state = 'the-live-state'

function parametersOf(message: unknown) {
  const response = readPopupMessage(message, state)
  return response && Object.fromEntries(response.parameters)
}

test('a complete message reads like a redirect', () => {
  expect(
    parametersOf({
      data: {
        access_token: 'dal:secret',
        token_type: 'Bearer',
        expires_in: 28800,
        scopes: ['chats--access:ro', 'customers:ro'],
        state,
      },
    }),
  ).toEqual({
    access_token: 'dal:secret',
    token_type: 'Bearer',
    expires_in: '28800',
    scope: 'chats--access:ro,customers:ro',
    state,
  })
})

test('what the live server sends as null is absent', () => {
  expect(
    parametersOf({
      data: { access_token: 'dal:secret', token_type: null, expires_in: null, scope: null, state },
    }),
  ).toEqual({ access_token: 'dal:secret', state })
})

test('a message keeps its own state; only an error, which has none, is given ours', () => {
  expect(parametersOf({ data: { access_token: 'dal:secret' } })).toEqual({
    access_token: 'dal:secret',
  })
  expect(parametersOf({ error: { oauth_exception: 'access_denied' } })).toEqual({
    oauth_exception: 'access_denied',
    state,
  })
})

test('the error wins over data (A10)', () => {
  expect(
    parametersOf({
      error: { identity_exception: 'unauthorized' },
      data: { access_token: 'x', state },
    }),
  ).toEqual({ identity_exception: 'unauthorized', state })
})

test('an error without a code is still an error', () => {
  expect(parametersOf({ error: {} })).toMatchObject({ oauth_exception: 'unknown' })
})

const cyclic: Record<string, unknown> = {}
cyclic.data = cyclic

test.each([
  ['null', null],
  ['a number', 7],
  ['a text', 'hello'],
  ['a Map', new Map([['data', {}]])],
  ['an empty object', {}],
  ['an array', []],
  ['data that is text', { data: 'dal:secret' }],
])('%s is ignored (A19)', (_what, message) => {
  expect(readPopupMessage(message, state)).toBeUndefined()
})

test('a cyclic message, extra keys and huge values do not throw (A19)', () => {
  expect(parametersOf(cyclic)).toEqual({})
  expect(
    parametersOf({ data: { access_token: 't', state, more: 'x'.repeat(5e7), nested: cyclic } }),
  ).toEqual({ access_token: 't', state })
})

test('whatever a message is, it is never changed, never throws, and only its own known fields count', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (inner) => {
      const message = { data: inner }
      const before = structuredCloneSafe(message)
      const read = readPopupMessage(message, state)
      expect(structuredCloneSafe(message)).toEqual(before)
      if (read) expect(read.responseMode).toBe('message')
    }),
    { numRuns: Number(process.env.FUZZ ?? 3000) },
  )
})

function structuredCloneSafe(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return undefined
  }
}
