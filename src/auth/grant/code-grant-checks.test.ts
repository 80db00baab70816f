import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { completeOptions } from '../sign-in-options.ts'
import type { ValidatedResponse } from './authorization-response.ts'

const settings = completeOptions({ clientId: 'app' }, 'https://app.example/')

/** What a later release of the library might make of a request. */
let made: { url: Record<string, string>; code_verifier?: string }
let codeGrant: typeof import('./code-grant.ts')

beforeAll(async () => {
  vi.doMock('oidc-client-ts', () => ({
    InMemoryWebStorage: class {},
    WebStorageStateStore: class {},
    OidcClient: class {
      async createSigninRequest({ url_state }: { url_state: string }) {
        const { state, ...others } = made.url
        const parameters = { ...others, ...(state !== undefined && { state: state + url_state }) }
        const url = `https://accounts.example/?${new URLSearchParams(parameters)}`
        return { url, state: { code_verifier: made.code_verifier } }
      }
    },
  }))
  vi.resetModules()
  codeGrant = await import('./code-grant.ts')
})
afterAll(() => {
  vi.doUnmock('oidc-client-ts')
  vi.resetModules()
})

const url = { state: 'id;', code_challenge: 'challenge', code_challenge_method: 'S256' }

test('a request with a verifier, its S256 challenge and our state is used', async () => {
  made = { url, code_verifier: 'verifier' }
  expect(await codeGrant.createCodeChallenge(settings)).toMatchObject({
    codeVerifier: 'verifier',
    codeChallenge: 'challenge',
    state: expect.stringMatching(/^id;siwl_/),
  })
})

test.each([
  ['no verifier', { url }],
  ['no challenge', { url: { ...url, code_challenge: '' }, code_verifier: 'verifier' }],
  ['a plain challenge', { url: { ...url, code_challenge_method: 'plain' }, code_verifier: 'v' }],
  ['no state', { url: { code_challenge: 'c', code_challenge_method: 'S256' }, code_verifier: 'v' }],
])('a request with %s is not sent', async (_what, request) => {
  made = request
  await expect(codeGrant.createCodeChallenge(settings)).rejects.toMatchObject({
    code: 'configuration',
  })
})

test('a code is not exchanged without the verifier of its request', async () => {
  const response = {
    parameters: new URLSearchParams('code=c'),
    pending: { redirectUri: settings.redirectUri },
  } as ValidatedResponse
  await expect(
    codeGrant.exchangeCode(response, settings, new AbortController().signal),
  ).rejects.toMatchObject({ code: 'state_mismatch' })
})

test('a page on plain http is told that it needs https', async () => {
  vi.stubGlobal('crypto', {})
  try {
    await expect(codeGrant.createCodeChallenge(settings)).rejects.toMatchObject({
      code: 'insecure_context',
    })
  } finally {
    vi.unstubAllGlobals()
  }
})
