import { afterEach, expect, test, vi } from 'vitest'
import { completeOptions, type SignInSettings } from '../sign-in-options.ts'
import { fillFromTokenInfo } from './token-info.ts'

const page = 'https://app.example/callback'
const settings = completeOptions({ clientId: 'app' }, page)
const { signal } = new AbortController()
const grant = { accessToken: 'dal:t' }
const complete = {
  ...grant,
  expiresIn: 60,
  scopes: ['a'],
  accountId: 'ada',
  organizationId: 'org',
}
const info = {
  access_token: 'dal:t',
  client_id: 'app',
  expires_in: 60,
  scope: 'a',
  account_id: 'ada',
  organization_id: 'org',
}

afterEach(() => vi.unstubAllGlobals())

function answer(respond: () => Response) {
  const fetch = vi.fn(async () => respond())
  vi.stubGlobal('fetch', fetch)
  return fetch
}

const fill = (over: object = {}, more: Partial<SignInSettings> = {}) =>
  fillFromTokenInfo({ ...grant, ...over }, { ...settings, ...more }, signal)

test('a complete grant is not asked about', async () => {
  const fetch = answer(() => Response.json(info))
  expect(await fill(complete)).toEqual(complete)
  expect(fetch).not.toHaveBeenCalled()
})

test.each(['expiresIn', 'scopes', 'accountId', 'organizationId'])(
  'a grant without %s is completed',
  async (missing) => {
    const fetch = answer(() => Response.json(info))
    expect(await fill({ ...complete, [missing]: undefined })).toMatchObject({
      ...complete,
      [missing]: undefined,
    })
    expect(fetch).toHaveBeenCalledOnce()
  },
)

test('what the grant says itself counts', async () => {
  answer(() => Response.json({ ...info, scope: 'a,b', expires_in: 7 }))
  expect(await fill({ scopes: ['a'] })).toEqual({ ...complete, expiresIn: 7 })
})

test('a server without the endpoint is not asked', async () => {
  const fetch = answer(() => Response.json(info))
  const endpoints = { ...settings.endpoints, info: '' }
  expect(await fill({}, { endpoints })).toEqual(grant)
  expect(fetch).not.toHaveBeenCalled()
})

test.each([429, 500, 503])('after status %d the grant stays as it is', async (status) => {
  answer(() => new Response('', { status }))
  expect(await fill()).toEqual(grant)
})

test('without a connection the grant stays as it is, unless the sign-in was ended', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await fill()).toEqual(grant)
  await expect(fillFromTokenInfo(grant, settings, AbortSignal.abort())).rejects.toMatchObject({
    code: 'aborted',
  })
})

test.each([400, 401, 404])('a token refused with status %d is no session', async (status) => {
  answer(() => new Response('', { status }))
  await expect(fill()).rejects.toMatchObject({
    code: 'session_refused',
    details: `status ${status}`,
  })
})

test.each([
  ['another app', { client_id: 'other' }],
  ['no app', { client_id: undefined }],
  ['another token', { access_token: 'dal:other' }],
])('a token of %s is refused', async (_whose, over) => {
  answer(() => Response.json({ ...info, ...over }))
  await expect(fill()).rejects.toMatchObject({
    code: 'invalid_response',
    details: 'the token belongs to another app',
  })
})

test('an answer that makes no sense is refused', async () => {
  answer(() => Response.json({ ...info, expires_in: -1 }))
  await expect(fill()).rejects.toMatchObject({ code: 'invalid_response' })
})
