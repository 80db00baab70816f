import { afterEach, expect, test, vi } from 'vitest'
import { loadCodeGrant } from './grant/load-code-grant.ts'
import { completeSignIn } from './sign-in.ts'
import { completeOptions } from './sign-in-options.ts'

const page = 'https://app.example/callback'
const settings = completeOptions({ clientId: 'app' }, page)

const pending = {
  state: 's',
  grantType: 'implicit' as const,
  flow: 'popup' as const,
  clientId: 'app',
  accountsUrl: settings.accountsUrl,
  redirectUri: page,
  returnTo: '/',
  createdAt: Date.now(),
}

afterEach(() => vi.unstubAllGlobals())

test('a sign-in that is ended with its last response is none, and its token is dropped', async () => {
  const stop = new AbortController()
  vi.stubGlobal('fetch', async () => {
    stop.abort()
    return new Response('', { status: 500 })
  })
  const dropped: string[] = []
  const parameters = new URLSearchParams({ access_token: 'dal:t', state: 's' })
  const response = { parameters, responseMode: 'message' as const }
  const attempt = { signal: stop.signal, drop: (token: string) => void dropped.push(token) }
  await expect(completeSignIn(response, pending, settings, attempt)).rejects.toMatchObject({
    code: 'aborted',
  })
  await vi.waitFor(() => expect(dropped).toEqual(['dal:t']), { interval: 1 })
})

test('a code whose sign-in ends while its exchange is loaded is not sent', async () => {
  const stop = new AbortController()
  const requested = vi.fn()
  vi.stubGlobal('fetch', requested)
  const parameters = new URLSearchParams({ code: 'c', state: 's' })
  const signedIn = completeSignIn(
    { parameters, responseMode: 'message' },
    { ...pending, grantType: 'code', codeVerifier: 'v' },
    settings,
    { signal: stop.signal, drop: () => {} },
  )
  stop.abort()
  await expect(signedIn).rejects.toMatchObject({ code: 'aborted' })
  await loadCodeGrant()
  await new Promise((resolve) => setTimeout(resolve))
  expect(requested).not.toHaveBeenCalled()
})
