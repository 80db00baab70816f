import { expect, test } from 'vitest'
import { SignInError } from '../sign-in-error.ts'
import {
  malformed,
  readBody,
  readLifetime,
  readScopes,
  readText,
  sameOwner,
  surelySameOwner,
} from './token-grant.ts'

function refusedWith(code: string) {
  return expect.objectContaining({ name: 'SignInError', code })
}

test.each([
  [28800, 28800],
  ['28800', 28800],
  ['12.9', 12],
  ['60.55', 60],
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
  '1e3',
  'in 60',
  '60 s',
  ['60'],
  [60],
  [],
  {},
])('a lifetime of %j is refused (F13)', (wire) => {
  expect(() => readLifetime(wire)).toThrow(refusedWith('malformed_response'))
})

test('scopes are split at commas and blanks', () => {
  expect(readScopes('a,b c, d,,a,')).toEqual(['a', 'b', 'c', 'd'])
  expect(readScopes(null)).toBeUndefined()
})

const ada = { accountId: 'ada', organizationId: 'org' }

test.each([
  [ada, true, true],
  [{ accountId: 'ada' }, true, false],
  [{ organizationId: 'org' }, true, false],
  [{}, true, false],
  [{ ...ada, accountId: 'bob' }, false, false],
  [{ ...ada, organizationId: 'other' }, false, false],
  [{ accountId: 'bob' }, false, false],
])('Ada’s token and that of %j: one owner %s, surely %s', (other, same, surely) => {
  expect([sameOwner(ada, other), sameOwner(other, ada)]).toEqual([same, same])
  expect([surelySameOwner(ada, other), surelySameOwner(other, ada)]).toEqual([surely, surely])
})

test('a field is text, or absent when it is null, empty or left out', () => {
  expect(readText('a')).toBe('a')
  expect([null, '', undefined].map(readText)).toEqual([undefined, undefined, undefined])
  for (const other of [7, [], {}, false]) {
    expect(() => readText(other)).toThrow(refusedWith('malformed_response'))
  }
})

test('a body that is malformed is an invalid response, with the details; other errors stay', () => {
  const read = (thrown: unknown) => () =>
    readBody(() => {
      throw thrown
    })
  expect(read(malformed('a field is not text'))).toThrow(
    expect.objectContaining({ code: 'invalid_response', details: 'a field is not text' }),
  )
  const others = [new SignInError('network'), Object.assign(new Error(), malformed(''))]
  for (const other of others) expect(read(other)).toThrow(other)
})
