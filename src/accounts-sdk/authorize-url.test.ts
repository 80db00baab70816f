import { expect, test } from 'vitest'
import { buildAuthorizeUrl } from './authorize-url.ts'
import { challengeOf } from './code-challenge.ts'
import { resolveOptions, type SDKOptions } from './sdk-options.ts'

const page = 'https://app.example/inbox?tab=mine#top'

function build(options: Partial<SDKOptions> = {}, flow = '') {
  const resolved = resolveOptions({ client_id: 'app', ...options })
  const { url, transaction } = buildAuthorizeUrl(resolved, flow, page, 1000)
  return { url: new URL(url), transaction }
}

const parametersOf = (url: URL) => Object.fromEntries(url.searchParams)

test('with only a client id, the request is that of the original plus a state', () => {
  const { url, transaction } = build()
  expect(url.origin + url.pathname).toBe('https://accounts.livechat.com/')
  expect(parametersOf(url)).toEqual({
    client_id: 'app',
    redirect_uri: 'https://app.example/inbox',
    state: transaction.state,
    response_type: 'token',
    flow: '',
  })
  expect(transaction.state).toMatch(/^siwl_[\w-]{27}$/)
  expect(build().transaction.state).not.toBe(transaction.state)
})

test('every option reaches LiveChat under LiveChat’s name for it', () => {
  const { url } = build(
    {
      organization_id: 'organization',
      prompt: 'consent',
      response_type: 'code',
      popup_flow: 'manual',
      path: '/signup',
      state: 'my-own-state',
      scope: 'chats--access:ro,accounts--my:ro',
      redirect_uri: 'https://app.example/callback?x=1#y',
      email_hint: 'agent@example.com',
      server_url: 'https://accounts.example/',
      tracking: { utm_campaign: 'spring' },
      pkce: { code_verifier: 'v'.repeat(43) },
    },
    'button',
  )
  expect(url.origin + url.pathname).toBe('https://accounts.example/signin/signup')
  expect(parametersOf(url)).toEqual({
    client_id: 'app',
    organization_id: 'organization',
    redirect_uri: 'https://app.example/callback',
    state: 'my-own-state',
    response_type: 'code',
    scope: 'chats--access:ro,accounts--my:ro',
    prompt: 'consent',
    utm_campaign: 'spring',
    email: 'agent@example.com',
    code_challenge: challengeOf('v'.repeat(43)),
    code_challenge_method: 'S256',
    flow: 'button',
  })
})

test.each([
  [{ popup_flow: 'manual' }, '/signin'],
  [{ popup_flow: 'manual', path: '/signup' }, '/signin/signup'],
  [{ path: 'signup' }, '/signup'],
  [{ path: '/signup/' }, '/signup'],
  [{ path: '//evil.example' }, '/evil.example'],
  [{ path: '\\evil.example' }, '/evil.example'],
])('%o leads to %s of LiveChat (A46)', (options, path) => {
  const { url } = build(options)
  expect(url.origin + url.pathname).toBe(`https://accounts.livechat.com${path}`)
})

test('the query and hash of the redirect URI are kept back, to be restored later', () => {
  expect(build().transaction.queryAndHash).toBe('?tab=mine#top')
  const { transaction } = build({ redirect_uri: 'https://app.example/callback?x=1' })
  expect(transaction).toMatchObject({
    redirectUri: 'https://app.example/callback',
    queryAndHash: '?x=1',
  })
})

test('a code verifier has the configured length and is not in the URL', () => {
  const { url, transaction } = build({
    response_type: 'code',
    pkce: { code_verifier_length: 64 },
  })
  expect(transaction.code_verifier).toHaveLength(64)
  expect(url.href).not.toContain(transaction.code_verifier)
  expect(url.searchParams.get('code_challenge')).toBe(challengeOf(transaction.code_verifier ?? ''))
})

test('a plain challenge is the verifier itself; without PKCE there is neither', () => {
  const plain = build({ response_type: 'code', pkce: { code_challenge_method: 'plain' } })
  expect(plain.url.searchParams.get('code_challenge')).toBe(plain.transaction.code_verifier)
  expect(plain.url.searchParams.get('code_challenge_method')).toBe('plain')
  const none = build({ response_type: 'code', pkce: { enabled: false } })
  expect(none.url.searchParams.has('code_challenge')).toBe(false)
  expect(none.transaction.code_verifier).toBeUndefined()
})

test('a state has at least 32 characters, or as many as configured', () => {
  expect(build({ transaction: { key_length: 4 } }).transaction.state).toHaveLength(32)
  expect(build({ transaction: { key_length: 64 } }).transaction.state).toHaveLength(64)
})
