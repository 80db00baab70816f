import { expect, test } from 'vitest'
import { missingScopes, scopesAllow } from './scopes.ts'
import { toSession } from './session/session.ts'

test.each([
  ['sessions--my:rw', 'sessions--my:ro'],
  ['accounts--all:ro', 'accounts--my:ro'],
  ['chats--access:rw', 'chats--my:ro'],
  ['chats--all:ro', 'chats--access:ro'],
  ['customers:rw', 'customers:ro'],
  ['tags--groups:rw', 'tags--groups:ro'],
])('%s includes %s', (has, wanted) => {
  expect(scopesAllow([has], wanted)).toBe(true)
})

test.each([
  ['sessions--my:ro', 'sessions--my:rw'],
  ['chats--my:rw', 'chats--access:ro'],
  ['chats--access:rw', 'chats--all:ro'],
  ['accounts--my:ro', 'sessions--my:ro'],
  ['accounts.roles--all:ro', 'accounts--my:ro'],
  ['tags--groups:rw', 'tags--all:ro'],
  ['tags--all:rw', 'tags--groups:ro'],
  ['customers:rw', 'customers--my:ro'],
  ['customers:own', 'customers:ro'],
])('%s does not include %s', (has, wanted) => {
  expect(scopesAllow([has], wanted)).toBe(false)
})

test('one of several scopes is enough', () => {
  expect(scopesAllow(['accounts--my:ro', 'sessions--my:rw'], 'sessions--my:ro')).toBe(true)
})

test('unknown scopes rule nothing out', () => {
  expect(scopesAllow([], 'sessions--my:rw')).toBe(true)
})

test.each([
  ['chats--access:rw', ['customers:ro']],
  ['chats--access:rw,customers:rw', []],
  [undefined, []],
])('of a session with the scopes %s, these are missing: %j', (granted, missing) => {
  const session = toSession({
    id: 'sign-in',
    grantType: 'implicit',
    grant: { accessToken: 'dal:secret', ...(granted && { scopes: granted.split(',') }) },
    receivedAt: 0,
  })
  expect(missingScopes(session, ['chats--access:ro', 'customers:ro'])).toEqual(missing)
})
