import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
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

test('a lifetime or a list of scopes is read whatever else is in it', () => {
  const data = { access_token: 'dal:secret', expires_in: true, scopes: ['a', 7, null, 'b'], state }
  expect(readPopupMessage({ data }, state)?.responseMode).toBe('message')
  expect(parametersOf({ data })).toMatchObject({ expires_in: 'true', scope: 'a,b' })
})

test('a state that is a list is none', () => {
  expect(parametersOf({ data: { access_token: 'dal:secret', state: [state] } })).toEqual({
    access_token: 'dal:secret',
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
  ['news of the page', { data: { event: 'ready' } }],
  ['a list as data', { data: [] }],
  ['the height of the page', { type: 'ready', data: { height: 5 } }],
  ['an error without a code', { error: {} }],
  ['an error whose code is no text', { error: { oauth_exception: ['access_denied'] } }],
  ['an error without a code beside a token', { error: {}, data: { access_token: 'x', state } }],
  ['a state alone', { data: { state } }],
  ['a token that is a list', { data: { access_token: ['x'], state } }],
  ['a token that is a number', { data: { access_token: 12345, state } }],
  ['an empty token', { data: { access_token: '', state } }],
  ['a code that is a list', { data: { code: ['x'], state } }],
  ['a code that is a number', { data: { code: 12345, state } }],
  ['a cyclic object', cyclic],
])('%s is ignored (A19, F42)', (_what, message) => {
  expect(readPopupMessage(message, state)).toBeUndefined()
})

test('extra keys and huge values do not throw (A19)', () => {
  expect(
    parametersOf({ data: { access_token: 't', state, more: 'x'.repeat(5e7), nested: cyclic } }),
  ).toEqual({ access_token: 't', state })
})

test('whatever a message is, it is never changed, never throws, and only its own known fields count', () => {
  return checkProperty(
    fc.property(fc.anything({ withNullPrototype: true, withMap: true }), (inner) => {
      const message = { data: inner }
      const before = structuredCloneSafe(message)
      const read = readPopupMessage(message, state)
      expect(structuredCloneSafe(message)).toEqual(before)
      if (read) {
        expect(read.responseMode).toBe('message')
        const { access_token, code, oauth_exception, identity_exception } = Object.fromEntries(
          read.parameters,
        )
        expect(access_token || code || oauth_exception || identity_exception).toBeTruthy()
      }
    }),
    3000,
  )
})

function structuredCloneSafe(value: unknown): unknown {
  try {
    return structuredClone(value)
  } catch {
    return undefined
  }
}
