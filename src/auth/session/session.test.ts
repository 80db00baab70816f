import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { toSession, withoutToken } from './session.ts'

const received = 1_800_000_000_000

test('counts the lifetime from when the token arrived', () => {
  expect(toSession({ accessToken: 'dal:t', expiresIn: 60 }, received, 'implicit')).toMatchObject({
    expiresAt: received + 60_000,
    expiryAssumed: false,
  })
})

test('a lifetime nobody told is the documented one, and marked', () => {
  expect(toSession({ accessToken: 'dal:t' }, received, 'implicit')).toMatchObject({
    expiresAt: received + 28_800_000,
    expiryAssumed: true,
    scopes: [],
  })
})

test.each([
  ['dal:t', 'dal'],
  ['fra:t', 'fra'],
  ['fra-a:t', 'fra'],
  ['fra-b:t', 'fra'],
  ['frankfurt', 'dal'],
])('the token %s is at home in %s', (accessToken, region) => {
  expect(toSession({ accessToken }, received, 'implicit').region).toBe(region)
})

test('A32 the token stays out of JSON, logs, spreads and clones of a session', () => {
  const session = toSession({ accessToken: 'dal:very-secret' }, received, 'implicit')
  expect(session.accessToken).toBe('dal:very-secret')
  for (const copy of [
    JSON.stringify(session),
    inspect(session),
    inspect({ ...session }),
    inspect(structuredClone(session)),
    inspect(withoutToken(session)),
  ]) {
    expect(copy).not.toContain('very-secret')
  }
})
