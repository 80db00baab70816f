import { expect, test } from 'vitest'
import { readClientOptions, readSignInParams } from './element-options.ts'

const from = (attributes: Record<string, string>) => (name: string) => attributes[name] ?? null

test('attributes set every option of the client', () => {
  expect(
    readClientOptions(
      from({
        'client-id': 'app',
        'accounts-url': 'https://accounts.example',
        'redirect-uri': 'https://app.example/',
        path: 'signup',
        'redirect-grant-type': 'code',
        'popup-timeout': '60000',
        'expiring-ahead': '120000',
        'request-timeout': '5000',
      }),
    ),
  ).toEqual({
    clientId: 'app',
    accountsUrl: 'https://accounts.example',
    redirectUri: 'https://app.example/',
    path: 'signup',
    redirectGrantType: 'code',
    popupTimeout: 60_000,
    expiringAhead: 120_000,
    requestTimeout: 5000,
  })
})

test('attributes set every parameter of a sign-in, with scopes separated by blanks or commas', () => {
  expect(
    readSignInParams(
      from({
        flow: 'redirect',
        'grant-type': 'code',
        scopes: 'chats--access:ro, accounts--my:ro',
        'organization-id': 'organization',
        'expected-account-id': 'account',
        'email-hint': 'agent@example.com',
        prompt: 'consent',
        'sign-in-page': 'always',
        'return-to': '/inbox',
      }),
    ),
  ).toEqual({
    flow: 'redirect',
    grantType: 'code',
    scopes: ['chats--access:ro', 'accounts--my:ro'],
    organizationId: 'organization',
    expectedAccountId: 'account',
    emailHint: 'agent@example.com',
    prompt: 'consent',
    signInPage: 'always',
    returnTo: '/inbox',
  })
})

test.each([
  { flow: 'popup' },
  { flow: 'redirect' },
  { signInPage: 'when-needed' },
  { signInPage: 'after-sign-out' },
  { grantType: 'implicit' },
])('%o has an attribute', (params) => {
  const [[name = '', value = ''] = []] = Object.entries(params)
  const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  expect(readSignInParams(from({ [attribute]: value }))).toEqual(params)
})

test('scopes may have blanks around them', () => {
  expect(readSignInParams(from({ scopes: ' a,  b ' }))).toEqual({ scopes: ['a', 'b'] })
})

test('missing, empty and unknown attributes leave the defaults', () => {
  expect(readClientOptions(from({ 'client-id': 'app' }))).toEqual({ clientId: 'app' })
  expect(readSignInParams(from({ flow: '', 'grant-type': 'password' }))).toEqual({})
})
