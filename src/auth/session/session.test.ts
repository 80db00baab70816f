import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import type { TokenGrant } from '../grant/token-grant.ts'
import { toSession, withoutToken } from './session.ts'

const received = 1_800_000_000_000
const sessionWith = (grant: TokenGrant) =>
  toSession({ id: 'sign-in', grantType: 'implicit', grant, receivedAt: received })

test('counts the lifetime from when the token arrived', () => {
  expect(sessionWith({ accessToken: 'dal:t', expiresIn: 60 })).toMatchObject({
    expiresAt: received + 60_000,
    expiryAssumed: false,
  })
})

test('a missing lifetime is the documented one, and marked as assumed', () => {
  expect(sessionWith({ accessToken: 'dal:t' })).toMatchObject({
    expiresAt: received + 28_800_000,
    expiryAssumed: true,
    scopes: [],
  })
})

test('a grant whose scopes LiveChat does not say is not said to be broader', () => {
  const grant = { accessToken: 'dal:t' }
  const asked = { grantType: 'code', requestedScopes: ['a'] } as const
  const session = toSession({ id: 'sign-in', ...asked, grant, receivedAt: received })
  expect(session.broaderThanAsked).toBe(false)
})

test('a session that ended tells all but its token', () => {
  const session = sessionWith({ accessToken: 'dal:t', accountId: 'ada' })
  expect(withoutToken(session)).toEqual({ ...session })
  expect(withoutToken(session)).toMatchObject({ accountId: 'ada' })
})

test.each([
  ['more than', ['a'], true],
  ['other than', ['c'], true],
  ['as', ['a', 'b'], false],
  ['less than', ['a', 'b', 'c'], false],
  ['some, where all of the app were', undefined, false],
])('a grant of %s asked for is flagged only if it is broader (A14)', (_what, asked, broader) => {
  const grant = { accessToken: 'dal:t', scopes: ['a', 'b'] }
  const requestedScopes = asked && { requestedScopes: asked }
  const session = toSession({
    id: 'sign-in',
    grantType: 'code',
    grant,
    receivedAt: received,
    ...requestedScopes,
  })
  expect(session.scopes).toEqual(['a', 'b'])
  expect(session.broaderThanAsked).toBe(broader)
})

test.each([
  ['dal:t', 'dal'],
  ['fra:t', 'fra'],
  ['fra-a:t', 'fra'],
  ['fra-b:t', 'fra'],
  ['frankfurt', 'dal'],
  ['dal:fra:t', 'dal'],
])('the token %s belongs to the region %s', (accessToken, region) => {
  expect(sessionWith({ accessToken }).region).toBe(region)
})

test('the token stays out of JSON, logs, tables, spreads, clones and properties of a session (A32)', () => {
  const session = sessionWith({ accessToken: 'dal:very-secret' })
  expect(session.accessToken).toBe('dal:very-secret')
  for (const copy of [
    JSON.stringify(session),
    inspect(session),
    inspect(session, { showHidden: true, depth: 9 }),
    tableOf(session),
    inspect(Object.getOwnPropertyDescriptors(session)),
    inspect({ ...session }),
    inspect(structuredClone(session)),
    inspect(withoutToken(session)),
  ]) {
    expect(copy).not.toContain('very-secret')
  }
})

function tableOf(value: object): string {
  let text = ''
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  new Console(stdout).table(value)
  return text
}
