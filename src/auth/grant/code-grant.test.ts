import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/serve.ts'
import { createBrowser, signIn } from '../../../sandbox/testing.ts'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { SignInError } from '../sign-in-error.ts'
import { completeOptions, type SignInSettings } from '../sign-in-options.ts'
import { createCodeRequest, type PendingSignIn } from './authorization-request.ts'
import { splitResponseUrl, validateResponse } from './authorization-response.ts'
import { createCodeChallenge, exchangeCode } from './code-grant.ts'
import { readTokenResponse, refreshGrant } from './token-endpoint.ts'

const redirectUri = 'http://localhost:3000/callback'
const { signal } = new AbortController()
let sandbox: RunningSandbox
let settings: SignInSettings

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
  settings = completeOptions(
    {
      clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
      accountsUrl: sandbox.accountsUrl,
      redirectUri,
    },
    redirectUri,
  )
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

async function ask(more: object = {}) {
  const values = { state: '', createdAt: Date.now(), returnTo: '/' }
  const request = { flow: 'redirect', grantType: 'code', ...more } as const
  return createCodeRequest(settings, request, values, await createCodeChallenge(settings))
}

/** What an agent does on the accounts page, without a window. */
async function answerOf(url: string): Promise<string> {
  const browser = createBrowser(
    { fetch: (request) => fetch(request, { redirect: 'manual' }) },
    sandbox.accountsUrl,
  )
  const page = await signIn(browser, url)
  return page.leftFor ?? ''
}

function prove(href: string, pending: PendingSignIn) {
  const { response } = splitResponseUrl(href, redirectUri)
  if (!response) throw new Error(`no answer in ${href}`)
  return validateResponse(response, pending, Date.now())
}

async function signInByCode() {
  const { url, pending } = await ask()
  return exchangeCode(prove(await answerOf(url), pending), settings, signal)
}

function refusedWith(code: string) {
  return expect.objectContaining({ name: 'SignInError', code })
}

function tokenRequests() {
  return sandbox.world.requests.filter((one) => one.endpoint === 'token' && one.method === 'POST')
}

test('always sends S256, 32 random bytes of state, and what LiveChat requires (A27)', async () => {
  const { url, pending } = await ask({
    scopes: ['chats--access:ro', 'customers:ro'],
    organizationId: 'an-organization',
    emailHint: 'agent@example.com',
    prompt: 'consent',
  })
  const parameters = new URL(url).searchParams
  expect(Object.fromEntries(parameters)).toMatchObject({
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: redirectUri,
    scope: 'chats--access:ro,customers:ro',
    organization_id: 'an-organization',
    email: 'agent@example.com',
    prompt: 'consent',
    flow: '',
    code_challenge_method: 'S256',
  })
  expect(parameters.get('code_challenge')).toMatch(/^[\w-]{43}$/)
  expect(parameters.get('state')).toBe(pending.state)
  expect(pending.state).toMatch(/;siwl_[0-9a-f]{64}$/)
  expect(url).not.toContain('verifier')
})

test('without the option no scope is sent, so that LiveChat grants all that are configured', async () => {
  expect(new URL((await ask()).url).searchParams.has('scope')).toBe(false)
})

test('the challenge is the SHA-256 of a verifier of 43 to 128 allowed characters', async () => {
  await checkProperty(
    fc.asyncProperty(fc.constant(undefined), async () => {
      const { url, pending } = await ask()
      const { codeVerifier: verifier = '' } = pending
      expect(verifier).toMatch(/^[\w.~-]{43,128}$/)
      const sha256 = createHash('sha256').update(verifier, 'ascii').digest('base64url')
      expect(new URL(url).searchParams.get('code_challenge')).toBe(sha256)
    }),
    300,
    // It has no input: every case is the library's next random verifier.
    50_000,
  )
})

test('a code is exchanged for a complete grant', async () => {
  expect(await signInByCode()).toEqual({
    accessToken: expect.stringMatching(/^dal:/),
    refreshToken: expect.any(String),
    expiresIn: 28_800,
    scopes: expect.arrayContaining(['chats--access:rw']),
    accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
  })
  expect(tokenRequests()).toHaveLength(1)
})

test('a refresh token gets the next access token, and the one after', async () => {
  const first = await signInByCode()
  const second = await refreshGrant(first.refreshToken ?? '', settings)
  const third = await refreshGrant(second.refreshToken ?? '', settings)
  expect(new Set([first, second, third].map((one) => one.accessToken)).size).toBe(3)
  expect(third.expiresIn).toBe(28_800)
})

test('a code used twice is refused, and the tokens of the first use are revoked (A28)', async () => {
  const { url, pending } = await ask()
  const answer = await answerOf(url)
  const { accessToken } = await exchangeCode(prove(answer, pending), settings, signal)
  expect(sandbox.world.accessTokens.has(accessToken)).toBe(true)
  await expect(exchangeCode(prove(answer, pending), settings, signal)).rejects.toThrow(SignInError)
  expect(sandbox.world.accessTokens.has(accessToken)).toBe(false)
})

test('an attacker’s code does not fit the verifier of the victim’s live state (A29)', async () => {
  const attacker = await ask()
  const victim = await ask()
  const stolen = new URL(await answerOf(attacker.url))
  stolen.searchParams.set('state', victim.pending.state)
  await expect(exchangeCode(prove(stolen.href, victim.pending), settings, signal)).rejects.toThrow(
    refusedWith('invalid_grant'),
  )
})

test('a rotated refresh token used again revokes its family (A30)', async () => {
  const { refreshToken = '' } = await signInByCode()
  const next = await refreshGrant(refreshToken, settings)
  await expect(refreshGrant(refreshToken, settings)).rejects.toThrow(refusedWith('invalid_grant'))
  await expect(refreshGrant(next.refreshToken ?? '', settings)).rejects.toThrow(
    refusedWith('invalid_grant'),
  )
  expect(sandbox.world.accessTokens.has(next.accessToken)).toBe(false)
})

test.each([
  ['a dropped connection (F2)', { drop: true }, 'network'],
  ['a fault of the server (F6)', { status: 500 }, 'server_error'],
  ['a busy server (F7)', { status: 429 }, 'temporarily_unavailable'],
  [
    'HTML (F9)',
    { status: 200, body: '<!doctype html>', headers: { 'Content-Type': 'text/html' } },
    'invalid_response',
  ],
  ['broken JSON (F10)', { status: 200, body: '{"access_token":"dal:secret' }, 'invalid_response'],
  [
    'JSON under a wrong name (F11)',
    {
      status: 200,
      body: '{"access_token":"dal:secret"}',
      headers: { 'Content-Type': 'text/plain' },
    },
    'invalid_response',
  ],
  ['an array (F12)', { status: 200, body: '[]' }, 'invalid_response'],
  ['a refusal', { status: 401, errorType: 'invalid_client' }, 'invalid_client'],
  [
    'a page instead of a refusal',
    { status: 404, body: 'no', headers: { 'Content-Type': 'text/html' } },
    'invalid_response',
  ],
] as const)(
  '%s is said as such, the code is sent once, and no secret is in the error',
  async (_what, fault, code) => {
    const { url, pending } = await ask()
    const proved = prove(await answerOf(url), pending)
    sandbox.world.faults.push({ endpoint: 'token', times: 1, ...fault })
    try {
      await exchangeCode(proved, settings, signal)
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ name: 'SignInError', code })
      const { codeVerifier: verifier = '' } = pending
      const told = inspect(error, { depth: 9 })
      expect(told).not.toContain(verifier)
      expect(told).not.toContain('dal:secret')
    }
    expect(tokenRequests()).toHaveLength(1)
  },
)

test('a request to a hanging token endpoint times out, and can be cancelled (F8)', async () => {
  const { url, pending } = await ask()
  const proved = prove(await answerOf(url), pending)
  sandbox.world.faults.push({ endpoint: 'token', times: 2, delay: 60_000 })
  await expect(exchangeCode(proved, { ...settings, requestTimeout: 200 }, signal)).rejects.toThrow(
    refusedWith('network'),
  )
  const abort = new AbortController()
  const redeeming = exchangeCode(proved, settings, abort.signal)
  abort.abort()
  await expect(redeeming).rejects.toThrow(refusedWith('aborted'))
})

test('a redirect of the token endpoint is not followed, so neither code nor verifier leak (A45)', async () => {
  const seen: string[] = []
  const evil = createServer((request, response) => {
    request.on('data', (chunk) => seen.push(String(chunk)))
    response.end('{}')
  })
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  const { port } = evil.address() as AddressInfo
  for (const status of [302, 307]) {
    const { url, pending } = await ask()
    const proved = prove(await answerOf(url), pending)
    sandbox.world.faults.push({
      endpoint: 'token',
      times: 1,
      status,
      headers: { Location: `http://127.0.0.1:${port}/` },
    })
    await expect(exchangeCode(proved, settings, signal)).rejects.toThrow(refusedWith('network'))
  }
  evil.close()
  expect(seen).toEqual([])
})

const good = { access_token: 'dal:secret', token_type: 'Bearer', expires_in: 60, scope: 'a,b' }

test.each([
  ['no token', { access_token: undefined }],
  ['an empty token', { access_token: '' }],
  ['a token that is an object', { access_token: { a: 1 } }],
  ['a token that is an array', { access_token: ['dal:secret'] }],
  ['a token that is a number', { access_token: 12345 }],
  ['a token of type mac', { token_type: 'mac' }],
  ['no token type', { token_type: undefined }],
  ['a negative lifetime (F13)', { expires_in: -1 }],
  ['a lifetime of true (F13)', { expires_in: true }],
  ['a lifetime in words (F13)', { expires_in: 'abc' }],
  ['scopes that are a number', { scope: 7 }],
  ['an account that is an object', { account_id: {} }],
  ['a refresh token that is a number', { refresh_token: 7 }],
])('%s is refused (F12)', (_what, wrong) => {
  expect(() => readTokenResponse({ ...good, ...wrong })).toThrow(refusedWith('invalid_response'))
})

test('the scopes are told as they were granted (A14)', () => {
  expect(readTokenResponse(good).scopes).toEqual(['a', 'b'])
})

test('whatever the token JSON is, accepted means a string, Bearer and a capped lifetime; no error contains the token', async () => {
  const wild = fc.oneof(
    fc.anything(),
    fc.constantFrom('', null, 60, '60', -1, 1e15, 'Bearer', 'bearer', 'dal:secret'),
  )
  const answer = fc.record(
    {
      access_token: fc.oneof(fc.constant('dal:secret'), wild),
      token_type: fc.oneof(fc.constant('Bearer'), wild),
      expires_in: fc.oneof(fc.nat(), wild),
      scope: fc.oneof(fc.constant('a,b'), wild),
      refresh_token: wild,
      account_id: wild,
      organization_id: wild,
    },
    { requiredKeys: [] },
  )
  let accepted = 0
  await checkProperty(
    fc.property(answer, (body) => {
      try {
        const grant = readTokenResponse(body)
        accepted += 1
        expect(grant.accessToken).toBe(body.access_token)
        expect(String(body.token_type).toLowerCase()).toBe('bearer')
        if (grant.expiresIn !== undefined) {
          expect(grant.expiresIn).toBeGreaterThan(0)
          expect(grant.expiresIn).toBeLessThanOrEqual(30 * 24 * 3600)
        }
      } catch (error) {
        if (!(error instanceof SignInError)) throw error
        expect(inspect(error)).not.toContain('dal:secret')
      }
    }),
    3000,
  )
  expect(accepted).toBeGreaterThan(0)
})
