import { afterEach, expect, test, vi } from 'vitest'
import { completeSignIn } from './sign-in.ts'
import { completeOptions } from './sign-in-options.ts'

const page = 'https://app.example/callback'
const settings = completeOptions({ clientId: 'app' }, page)

afterEach(() => vi.unstubAllGlobals())

test('a sign-in that is ended with its last response is none, and its token is dropped', async () => {
  const stop = new AbortController()
  vi.stubGlobal('fetch', async () => {
    stop.abort()
    return new Response('', { status: 500 })
  })
  const dropped: string[] = []
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
  const parameters = new URLSearchParams({ access_token: 'dal:t', state: 's' })
  const response = { parameters, responseMode: 'message' as const }
  const attempt = { signal: stop.signal, drop: (token: string) => void dropped.push(token) }
  await expect(completeSignIn(response, pending, settings, attempt)).rejects.toMatchObject({
    code: 'aborted',
  })
  await vi.waitFor(() => expect(dropped).toEqual(['dal:t']), { interval: 1 })
})
