import { expect, test } from 'vitest'
import { readLifetime, readScopes } from './token-grant.ts'

function refusedWith(code: string) {
  return expect.objectContaining({ name: 'SignInError', code })
}

test.each([
  [28800, 28800],
  ['28800', 28800],
  ['12.9', 12],
  [1e15, 30 * 24 * 3600],
  [null, undefined],
  [undefined, undefined],
])('a lifetime of %j means %j seconds (F13, F14)', (wire, seconds) => {
  expect(readLifetime(wire)).toBe(seconds)
})

test.each([
  -1,
  '-1',
  0,
  '0',
  '0.5',
  Number.NaN,
  'NaN',
  'abc',
  '',
  true,
  Number.POSITIVE_INFINITY,
  '1e309',
  [],
  {},
])('a lifetime of %j is refused (F13)', (wire) => {
  expect(() => readLifetime(wire)).toThrow(refusedWith('malformed_response'))
})

test('scopes are split at commas and blanks', () => {
  expect(readScopes('a,b c, d,,a')).toEqual(['a', 'b', 'c', 'd'])
  expect(readScopes(null)).toBeUndefined()
})
