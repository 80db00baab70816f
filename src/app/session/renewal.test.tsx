import { expect, test, vi } from 'vitest'
import type { Sandbox } from '../../../sandbox/server/sandbox.ts'
import { createSignInClient } from '../../auth/index.ts'
import { readEnvironment } from '../environment.ts'
import { accountsUrl } from '../testing/browser.ts'
import { hour, installClock, pass } from '../testing/clock.ts'
import { asked } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const { clientId } = readEnvironment({})

const nearEnd = 8 * hour - 20_000

const open = () => openApp('/chats', { chats: 5, grantType: 'code' })
type App = Awaited<ReturnType<typeof open>>

const tokenRequests = (sandbox: Sandbox) =>
  asked(sandbox, 'token').filter(({ method }) => method === 'POST')

/** Lets the token come near its end, with a page that did not renew it. */
async function openNearEnd(): Promise<App> {
  installClock()
  const app = await open()
  // At once, so that no timer of the page comes first.
  vi.setSystemTime(Date.now() + nearEnd)
  app.sandbox.world.requests.length = 0
  return app
}

const askOften = ({ client }: App) =>
  Promise.allSettled(Array.from({ length: 1_000 }, () => client.getAccessToken()))

test('a thousand callers near the end of a token cause one request and get the same new token (F19)', async () => {
  const app = await openNearEnd()
  const outcomes = await askOften(app)
  const tokens = outcomes.map((one) => one.status === 'fulfilled' && one.value)
  expect([...new Set(tokens)]).toEqual([...app.sandbox.world.accessTokens.keys()].slice(-1))
  expect(tokenRequests(app.sandbox)).toHaveLength(1)
})

test('when the refresh is refused, all of them are rejected once, and the session ends with the reason (F20)', async () => {
  const app = await openNearEnd()
  app.bend('token', { times: 99, errorType: 'invalid_grant' })
  const outcomes = await askOften(app)
  const reasons = outcomes.map((one) => one.status === 'rejected' && one.reason.code)
  expect([...new Set(reasons)]).toEqual(['invalid_grant'])
  expect(app.client.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'invalid_grant' },
  })
  expect(tokenRequests(app.sandbox)).toHaveLength(1)
})

test('a short network failure does not end a session that has time left', async () => {
  const { bend, client } = await openNearEnd()
  bend('token', { times: 2, drop: true })
  expect(await client.getAccessToken()).toMatch(/^dal:/)
  expect(client.getSnapshot().status).toBe('signed-in')
})

test('a refused token is refreshed once; if refused again, the session ends', async () => {
  const { client, sandbox } = await open()
  const next = await client.renewAccessToken(await client.getAccessToken())
  expect(sandbox.world.accessTokens.has(next)).toBe(true)
  await expect(client.renewAccessToken(next)).rejects.toMatchObject({ code: 'session_refused' })
  expect(client.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'session_refused' },
  })
})

test('a refresh token used by somebody else revokes the family and ends the session with a reason (A30)', async () => {
  const { client, sandbox } = await open()
  const token = await client.getAccessToken()
  const [stolen = ''] = sandbox.world.refreshTokens.keys()
  const form = { grant_type: 'refresh_token', client_id: clientId, refresh_token: stolen }
  const thief = await sandbox.accounts.fetch(
    new Request(`${accountsUrl}/v2/token`, { method: 'POST', body: new URLSearchParams(form) }),
  )
  expect(thief.status).toBe(200)
  await expect(client.renewAccessToken(token)).rejects.toMatchObject({ code: 'invalid_grant' })
  expect(client.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'invalid_grant' },
  })
  expect(sandbox.world.accessTokens.size).toBe(0)
})

/** Two clients of one page, the first of which is signed in. */
async function openTwo() {
  installClock()
  const app = await open()
  const other = createSignInClient({ clientId, accountsUrl, grantType: 'code' })
  return { ...app, other }
}

test('a second client on the page has a session and a token of its own', async () => {
  const { client, other, sandbox } = await openTwo()
  expect(other.getSnapshot().status).toBe('signed-out')
  await other.signIn({ flow: 'popup' })
  expect(await other.getAccessToken()).not.toBe(await client.getAccessToken())
  expect(client.getSnapshot().status).toBe('signed-in')
  expect(sandbox.world.accessTokens.size).toBe(2)
  other.dispose()
})

test('a disposed client renews nothing any more, but the one beside it does (F35)', async () => {
  const { client, other, sandbox } = await openTwo()
  await other.signIn({ flow: 'popup' })
  const before = await client.getAccessToken()
  other.dispose()
  sandbox.world.requests.length = 0
  await pass(nearEnd, 'awake')
  for (const name of ['focus', 'pageshow', 'storage', 'message']) {
    window.dispatchEvent(new Event(name))
  }
  document.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(async () => expect(await client.getAccessToken()).not.toBe(before))
  expect(tokenRequests(sandbox)).toHaveLength(1)
})

/** Sends every message and keeps every storage entry with which a script of this site could claim a session. */
async function forge(): Promise<void> {
  const forged = { status: 'signed-in', session: { accessToken: 'dal:forged', scopes: [] } }
  const channels = ['', ` ${clientId}`, ' undefined'].map(
    (name) => new BroadcastChannel(`sign-in-with-livechat${name}`),
  )
  for (const channel of channels) {
    channel.postMessage(forged)
    channel.postMessage({ href: `${location.href}#access_token=dal:forged` })
  }
  for (const data of [
    { data: { access_token: 'dal:forged', token_type: 'Bearer' } },
    { error: { oauth_exception: 'access_denied' } },
  ]) {
    const { origin } = location
    window.dispatchEvent(new MessageEvent('message', { data, origin, source: window }))
  }
  localStorage.setItem(`sign-in-with-livechat:hint:${clientId}`, JSON.stringify(forged))
  sessionStorage.setItem(`sign-in-with-livechat:pending:${clientId}`, JSON.stringify(forged))
  window.dispatchEvent(new StorageEvent('storage', { newValue: JSON.stringify(forged) }))
  // Messages arrive in order, so this one comes last.
  await new Promise((resolve) => {
    const last = new BroadcastChannel('last')
    last.onmessage = () => resolve(last.close())
    const sender = new BroadcastChannel('last')
    sender.postMessage('')
    sender.close()
  })
  for (const channel of channels) channel.close()
}

test('a message or storage entry that claims a session is never adopted (A37)', async () => {
  await forge()
  const { client, sandbox } = await openApp('/chats', { email: null })
  expect(client.getSnapshot().status).toBe('signed-out')
  expect(sandbox.world.requests).toEqual([])

  const signedIn = client.signIn({ flow: 'popup', grantType: 'implicit' })
  await forge()
  await signedIn
  await forge()
  const [token] = sandbox.world.accessTokens.keys()
  expect(client.getSnapshot().status).toBe('signed-in')
  expect(await client.getAccessToken()).toBe(token)
})
