import { expect, test } from 'vitest'
import { completeOptions, type SignInOptions, type SignInRequest } from '../sign-in-options.ts'
import {
  createCodeRequest,
  createImplicitRequest,
  createState,
  hasOurForm,
} from './authorization-request.ts'

const fresh = { state: 'a-state', createdAt: 1_000, returnTo: '/chats' }

function ask(options: Partial<SignInOptions> = {}, request: SignInRequest = {}) {
  const settings = completeOptions(
    { clientId: 'client', ...options },
    'http://localhost:3000/page?a=1#b',
  )
  const { url, pending } = createImplicitRequest(
    settings,
    { ...settings.request, ...request },
    fresh,
  )
  return { url: new URL(url), pending }
}

test('asks for a token with everything LiveChat requires, and a state', () => {
  const { url, pending } = ask()
  expect(url.origin + url.pathname).toBe('https://accounts.livechat.com/')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'client',
    redirect_uri: 'http://localhost:3000/page',
    response_type: 'token',
    state: 'a-state',
    flow: 'button',
  })
  expect(pending).toEqual({
    ...fresh,
    grantType: 'implicit',
    flow: 'popup',
    clientId: 'client',
    accountsUrl: 'https://accounts.livechat.com',
    redirectUri: 'http://localhost:3000/page',
  })
})

test('keeps which scopes and which account were asked for, and how', () => {
  const asked = { scopes: ['a'], expectedAccountId: 'ada', flow: 'redirect' as const }
  expect(ask({}, asked).pending).toMatchObject(asked)
  const settings = completeOptions({ clientId: 'client' }, 'http://localhost:3000/page')
  const { pending } = createImplicitRequest(settings, {}, fresh)
  expect(Object.keys(pending)).not.toContain('scopes')
  expect(pending).toMatchObject({ flow: 'popup' })
})

test('asks for a code with its challenge, and keeps the verifier back', () => {
  const settings = completeOptions({ clientId: 'client' }, 'http://localhost:3000/page')
  const challenge = { state: 's', codeVerifier: 'verifier', codeChallenge: 'challenge' }
  const { url, pending } = createCodeRequest(settings, { flow: 'redirect' }, fresh, challenge)
  expect(Object.fromEntries(new URL(url).searchParams)).toEqual({
    client_id: 'client',
    redirect_uri: 'http://localhost:3000/page',
    response_type: 'code',
    code_challenge: 'challenge',
    code_challenge_method: 'S256',
    state: 's',
    flow: '',
  })
  expect(pending).toEqual({
    ...fresh,
    state: 's',
    grantType: 'code',
    flow: 'redirect',
    clientId: 'client',
    accountsUrl: 'https://accounts.livechat.com',
    redirectUri: 'http://localhost:3000/page',
    codeVerifier: 'verifier',
  })
})

test.each([
  [`siwl_${'x'.repeat(20)}`, true],
  [`id;siwl_${'x'.repeat(20)}`, true],
  [`siwl_${'x'.repeat(19)}`, false],
  [`idsiwl_${'x'.repeat(20)}`, false],
  [`siwl_${'x'.repeat(20)}!`, false],
])('the state %s has our form: %s', (state, ours) => {
  expect(hasOurForm(state)).toBe(ours)
})

test('a redirect requests the response in the URL', () => {
  expect(ask({}, { flow: 'redirect' }).url.searchParams.get('flow')).toBe('')
})

test('every option of the official client has a parameter', () => {
  const { url } = ask({
    accountsUrl: 'http://accounts.localhost:3001',
    redirectUri: 'http://localhost:3000/callback',
    scopes: ['chats--access:ro', 'customers:ro'],
    organizationId: 'an-organization',
    emailHint: 'agent@example.com',
    prompt: 'consent',
    signInPage: 'always',
    tracking: { utm_source: 'docs', utm_medium: 'button' },
  })
  expect(url.origin + url.pathname).toBe('http://accounts.localhost:3001/signin')
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    redirect_uri: 'http://localhost:3000/callback',
    scope: 'chats--access:ro,customers:ro',
    organization_id: 'an-organization',
    email: 'agent@example.com',
    prompt: 'consent',
    utm_source: 'docs',
    utm_medium: 'button',
  })
})

test.each([
  [{}, '/'],
  [{ path: 'signup' }, '/signup'],
  [{ path: '/signup/' }, '/signup'],
  [{ path: '/evil.example' }, '/evil.example'],
  [{ path: '\\evil.example' }, '/evil.example'],
  [{ signInPage: 'always' }, '/signin'],
  [{ signInPage: 'after-sign-out' }, '/signout'],
  [{ signInPage: 'always', path: 'signup' }, '/signin/signup'],
] as const)('%j opens %s of LiveChat (A46)', (options, path) => {
  const { origin, pathname } = ask(options).url
  expect(origin).toBe('https://accounts.livechat.com')
  expect(pathname).toBe(path)
})

test('one sign-in may differ from the app’s options', () => {
  const { url } = ask({ emailHint: 'a@example.com' }, { emailHint: 'b@example.com' })
  expect(url.searchParams.get('email')).toBe('b@example.com')
})

test('a tracking parameter cannot take the place of one of ours', () => {
  expect(ask({ tracking: { state: 'forged' } }).url.searchParams.get('state')).toBe('a-state')
})

test('a state has 32 random bytes in characters a URL carries unchanged', () => {
  const states = Array.from({ length: 100 }, createState)
  expect(new Set(states).size).toBe(100)
  for (const state of states) expect(state).toMatch(/^siwl_[0-9a-f]{64}$/)
})
