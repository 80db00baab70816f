import { expect, test } from 'vitest'
import { SignInError } from '../auth/index.ts'
import { noAnswer, toAuthError } from './auth-error.ts'

test('a refusal keeps LiveChat’s word in the field the original has for it', () => {
  expect(toAuthError(new SignInError('access_denied'))).toMatchObject({
    oauth_exception: 'access_denied',
    description: expect.stringContaining('refused'),
  })
  expect(toAuthError(new SignInError('identity_lost'))).toMatchObject({
    identity_exception: 'identity_lost',
  })
})

test('a word LiveChat has not documented is passed on, cut to a word', () => {
  const error = new SignInError('unknown_error', { details: 'brand_new' })
  expect(toAuthError(error)).toMatchObject({ oauth_exception: 'brand_new' })
})

test('a URL without an answer is an identity that is not known', () => {
  expect(noAnswer()).toMatchObject({ identity_exception: 'unauthorized' })
})
