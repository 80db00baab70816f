import { afterEach, expect, test, vi } from 'vitest'
import { completeOptions } from '../sign-in-options.ts'
import { accountsFetch, checkReachable, readJsonArray, readJsonObject } from './accounts-http.ts'
import { revokeToken } from './revoke-token.ts'
import { refreshGrant } from './token-endpoint.ts'
import { fillFromTokenInfo } from './token-info.ts'

const page = 'https://app.example/callback'
const accountsUrl = 'https://accounts.example'
const settings = completeOptions({ clientId: 'app', accountsUrl, requestTimeout: 20 }, page)
const { signal } = new AbortController()
const refusedWith = (code: string) => expect.objectContaining({ name: 'SignInError', code })

afterEach(() => vi.unstubAllGlobals())

/** Requests that were made, as `fetch` was told. */
function record(respond: (init: RequestInit) => Response | Promise<Response>) {
  const requests: { url: string; init: RequestInit }[] = []
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    requests.push({ url: url.href, init })
    return respond(init)
  })
  return requests
}

const hangUntilAborted = ({ signal }: RequestInit) =>
  new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason))
  })

const bodyOf = ({ body }: RequestInit) => (body instanceof URLSearchParams ? String(body) : body)

const token = {
  access_token: 'dal:t',
  client_id: 'app',
  token_type: 'Bearer',
  expires_in: 60,
}

test.each([
  [
    'GET',
    '/v2/info',
    undefined,
    () => fillFromTokenInfo({ accessToken: 'dal:t' }, settings, signal),
  ],
  ['DELETE', '/v2/token', undefined, () => revokeToken('dal:t', settings)],
  [
    'POST',
    '/v2/token',
    'client_id=app&grant_type=refresh_token&refresh_token=r',
    () => refreshGrant('r', settings),
  ],
  // What the client of the Global Accounts API sends.
  [
    'GET',
    '/v2/accounts/me',
    undefined,
    () =>
      accountsFetch(settings, '/v2/accounts/me', {
        method: 'GET',
        headers: { Authorization: 'Bearer dal:t' },
      }),
  ],
] as const)(
  '%s %s sends no cookies, follows no redirect and leaves nothing in cache or referrer (A45)',
  async (method, path, body, send) => {
    const requests = record(() => Response.json(token))
    await send()
    expect(requests).toEqual([
      {
        url: accountsUrl + path,
        init: expect.objectContaining({
          method,
          headers: {
            Accept: 'application/json',
            ...(method !== 'POST' && { Authorization: 'Bearer dal:t' }),
          },
          credentials: 'omit',
          redirect: 'error',
          cache: 'no-store',
          referrerPolicy: 'no-referrer',
          signal: expect.any(AbortSignal),
        }),
      },
    ])
    expect(requests.map(({ init }) => bodyOf(init))).toEqual([body])
    expect(requests.map(({ init }) => init.keepalive)).toEqual([
      method === 'DELETE' ? true : undefined,
    ])
  },
)

test('a request ends with its signal, and by itself after the time for it', async () => {
  record(hangUntilAborted)
  const request = { method: 'GET', signal: AbortSignal.abort() } as const
  const stop = new AbortController()
  const stopped = accountsFetch(settings, '/v2/info', { ...request, signal: stop.signal })
  stop.abort()
  await expect(stopped).rejects.toThrow(refusedWith('aborted'))
  await expect(accountsFetch(settings, '/v2/info', { method: 'GET' })).rejects.toMatchObject({
    code: 'network',
    cause: { name: 'TimeoutError' },
  })
})

test('asking whether LiveChat can be reached carries nothing', async () => {
  const requests = record(() => Response.error())
  await checkReachable(settings)
  expect(requests).toEqual([
    {
      url: `${accountsUrl}/v2/token`,
      init: {
        method: 'HEAD',
        mode: 'no-cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal),
      },
    },
  ])
  record(hangUntilAborted)
  await expect(checkReachable(settings)).rejects.toMatchObject({
    code: 'network',
    cause: { name: 'TimeoutError' },
  })
})

const body = (text: string, type?: string) =>
  new Response(new TextEncoder().encode(text), type ? { headers: { 'Content-Type': type } } : {})

test.each(['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json'])(
  'a response of the type %s is read',
  async (type) => {
    expect(await readJsonObject(body('{"a":1}', type))).toEqual({ a: 1 })
    expect(await readJsonArray(body('[1]', type))).toEqual([1])
  },
)

test.each([
  ['text/html', '{}', '[]'],
  ['text/application/json', '{}', '[]'],
  ['application/jsonp', '{}', '[]'],
  ['application/+json', '{}', '[]'],
  ['', '{}', '[]'],
  ['application/json', '[]', '{}'],
  ['application/json', 'null', 'null'],
  ['application/json', '7', '7'],
  ['application/json', '{', '['],
])('a response of the type %j with %s or %s is none (F9, F10, F11)', async (type, one, other) => {
  for (const reading of [readJsonObject(body(one, type)), readJsonArray(body(other, type))]) {
    await expect(reading).rejects.toThrow(refusedWith('invalid_response'))
  }
})
