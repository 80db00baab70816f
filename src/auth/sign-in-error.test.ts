import { expect, test } from 'vitest'
import {
  asSignInError,
  printable,
  SignInError,
  serverRefusal,
  signInErrorCodes,
} from './sign-in-error.ts'

test('an error has a name, a code, a message, and a cause only if there is one', () => {
  const error = new SignInError('timed_out')
  expect(error).toMatchObject({
    name: 'SignInError',
    code: 'timed_out',
    message: expect.stringContaining('took too long'),
    details: undefined,
  })
  expect('cause' in error).toBe(false)
  const cause = new TypeError()
  expect(new SignInError('network', { cause }).cause).toBe(cause)
})

test.each([
  ['server_error', undefined, /in a moment\.$/],
  ['server_error', 'status 503', /in a moment\. \(status 503\)$/],
  ['server_error', 'toString', / \(toString\)$/],
  ['invalid_request', 'client_id_not_found', /check its client id\.$/],
] as const)('%s with the details %s says what happened', (code, details, message) => {
  expect(new SignInError(code, { details }).message).toMatch(message)
})

test.each([
  ['access_denied', null, 'access_denied', undefined],
  ['access_denied', 'why', 'access_denied', 'why'],
  ['something_new', null, 'unknown_error', 'something_new'],
  ['something_new', 'why', 'unknown_error', 'something_new, why'],
  ['toString', null, 'unknown_error', 'toString'],
  ['<b>', '<i>', 'unknown_error', 'b, i'],
])('LiveChat’s %s with %s is %s', (exception, given, code, details) => {
  expect(serverRefusal(exception, given)).toMatchObject({ code, details })
})

test('of a word from outside only what looks like an error code is shown', () => {
  expect(printable('a-b_c. 7<img src="x">')).toBe('a-b_c. 7img srcx')
  expect(printable('x'.repeat(99))).toBe('x'.repeat(40))
})

test('whatever is thrown becomes one of our errors, with itself as the cause', () => {
  const ours = new SignInError('network')
  expect(asSignInError(ours, 'aborted')).toBe(ours)
  expect(asSignInError('text', 'aborted')).toMatchObject({ code: 'aborted', cause: 'text' })
})

test('the list of codes has ours and LiveChat’s', () => {
  expect(signInErrorCodes()).toEqual(expect.arrayContaining(['timed_out', 'access_denied']))
})
