import { expect, test } from 'vitest'
import { SignInError } from '../auth/index.ts'
import type { RawResponse } from '../auth/internal.ts'
import { noResponse, toAuthError } from './auth-error.ts'

test('a refusal keeps LiveChat’s error in the same field as the original', () => {
  expect(toAuthError(new SignInError('access_denied'))).toMatchObject({
    oauth_exception: 'access_denied',
    description: expect.stringContaining('denied'),
  })
  expect(toAuthError(new SignInError('identity_lost'))).toMatchObject({
    identity_exception: 'identity_lost',
  })
})

test('the details of an error are there if it has any', () => {
  const details = 'status 503'
  const { description, ...error } = toAuthError(new SignInError('server_error', { details }))
  expect(error).toEqual({ oauth_exception: 'server_error', exception_details: details })
  expect(Object.keys(noResponse())).toEqual(['identity_exception', 'description'])
})

test('an error LiveChat does not document is passed on', () => {
  const error = new SignInError('unknown_error', { details: 'brand_new' })
  expect(toAuthError(error)).toMatchObject({ oauth_exception: 'brand_new' })
})

test.each([
  { oauth_exception: 'something_new', exception_details: 'x' },
  { identity_exception: 'something_new', exception_details: 'x' },
  { identity_exception: 'something_new' },
])('an error LiveChat does not document keeps its fields: %o', (fields) => {
  const response: RawResponse = {
    parameters: new URLSearchParams({ ...fields, state: 'state' }),
    responseMode: 'message',
  }
  const error = new SignInError('unknown_error', { details: 'something_new, x' })
  expect(toAuthError(error, response)).toEqual({ ...fields, description: error.message })
})

test('of an error LiveChat does not document, only what looks like an error word is passed on', () => {
  const response: RawResponse = {
    parameters: new URLSearchParams({ oauth_exception: '<img src=x>', exception_details: '\n$' }),
    responseMode: 'message',
  }
  const { description, ...fields } = toAuthError(new SignInError('unknown_error'), response)
  expect(fields).toEqual({ oauth_exception: 'img srcx', exception_details: '' })
})

test('a URL without a response is reported as an unknown identity', () => {
  expect(noResponse()).toMatchObject({ identity_exception: 'unauthorized' })
})
