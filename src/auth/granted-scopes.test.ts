import { afterEach, expect, test, vi } from 'vitest'
import type { RawResponse } from './grant/authorization-response.ts'
import { toSession } from './session/session.ts'
import { refreshSignIn } from './session/token-refresh.ts'
import { completeSignIn } from './sign-in.ts'
import { completeOptions, type GrantType } from './sign-in-options.ts'

const redirectUri = 'https://app.example/callback'
const clientId = 'app'
const settings = completeOptions({ clientId, redirectUri }, redirectUri)
const { signal } = new AbortController()
const granted = {
  access_token: 'dal:t',
  token_type: 'Bearer',
  expires_in: '60',
  scope: 'a,b',
  account_id: 'ada',
  organization_id: 'org',
}

afterEach(() => {
  vi.unstubAllGlobals()
})

function signedInBy(
  responseMode: RawResponse['responseMode'],
  grantType: GrantType,
  fields: Record<string, string>,
  scopes: string[],
) {
  vi.stubGlobal('fetch', async () =>
    Response.json({ ...granted, client_id: clientId, refresh_token: 'r' }),
  )
  const pending = {
    state: 's',
    grantType,
    flow: 'redirect' as const,
    clientId,
    accountsUrl: settings.accountsUrl,
    redirectUri,
    returnTo: '/',
    createdAt: Date.now(),
    codeVerifier: 'v',
    scopes,
  }
  const parameters = new URLSearchParams({ ...fields, state: 's' })
  return completeSignIn({ parameters, responseMode }, pending, settings, { signal, drop() {} })
}

for (const [way, mode, grantType, fields] of [
  ['a redirect', 'fragment', 'implicit', granted],
  ['a pop-up, whose scopes are asked for,', 'message', 'implicit', { access_token: 'dal:t' }],
  ['a redirect with a code', 'query', 'code', { code: 'c' }],
  ['a pop-up with a code', 'message', 'code', { code: 'c' }],
] as const) {
  test(`${way} accepts more scopes than requested, and so does a refresh: both say so (A14)`, async () => {
    for (const [requested, broader] of [
      [['a'], true],
      [['a', 'b', 'c'], false],
    ] as const) {
      const record = {
        ...(await signedInBy(mode, grantType, fields, [...requested])),
        lastSignOut: null,
      }
      const told = { scopes: ['a', 'b'], broaderThanAsked: broader }
      expect(toSession(record)).toMatchObject(told)
      if (grantType !== 'code') continue
      expect(toSession(await refreshSignIn(record, settings, undefined, () => {}))).toMatchObject(
        told,
      )
    }
  })
}
