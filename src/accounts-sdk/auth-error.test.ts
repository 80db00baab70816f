import { expect, test } from 'vitest'
import { SignInError } from '../auth/index.ts'
import { noResponse, toAuthError } from './auth-error.ts'

test('a refusal keeps LiveChat’s error in the same field as the original', () => {
  expect(toAuthError(new SignInError('access_denied'))).toMatchObject({
    oauth_exception: 'access_denied',
    description: expect.stringContaining('refused'),
  })
  expect(toAuthError(new SignInError('identity_lost'))).toMatchObject({
    identity_exception: 'identity_lost',
  })
})

test('an error LiveChat does not document is passed on', () => {
  const error = new SignInError('unknown_error', { details: 'brand_new' })
  expect(toAuthError(error)).toMatchObject({ oauth_exception: 'brand_new' })
})

test('a URL without a response is reported as an unknown identity', () => {
  expect(noResponse()).toMatchObject({ identity_exception: 'unauthorized' })
})
