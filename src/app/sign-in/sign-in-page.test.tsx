import { screen, waitFor } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Fault } from '../../../sandbox/world/world.ts'
import { savePending } from '../../auth/flow/pending-sign-in.ts'
import { readEnvironment } from '../environment.ts'
import { accountsUrl, apiUrl } from '../testing/browser.ts'
import { openApp } from '../testing/open-app.ts'

const patience = { timeout: 10_000 }
const button = () => screen.findByRole('button', { name: 'Sign in with LiveChat' }, patience)
const alert = () => screen.findByRole('alert', {}, patience)

/** Clicks the button while LiveChat answers so. */
async function signInAgainst(endpoint: string, fault: Partial<Fault>): Promise<void> {
  const { user, bend } = await openApp('/', { email: null })
  bend(endpoint, fault)
  await user.click(await button())
}

test.each([
  ['invalid_scope', 'asked for more access than your role allows'],
  ['access_denied', 'Access was denied'],
  ['missing_grant', 'has not been given access'],
  ['temporarily_unavailable', 'busy or down for maintenance'],
  ['server_error', 'LiveChat had a problem'],
  ['brand_new_reason', 'brand_new_reason'],
])('a refusal with %s says what it means', async (errorType, words) => {
  await signInAgainst('authorize', { errorType })
  expect((await alert()).textContent).toContain(words)
})

test.each([
  ['is down', { status: 500 }],
  ['is busy', { status: 429 }],
  ['drops the connection', { drop: true }],
])('the session works although /v2/info %s', async (_, fault) => {
  await signInAgainst('info', fault)
  await screen.findByRole('list', { name: 'Chats' }, patience)
  expect((await screen.findByRole('timer')).textContent).toContain('8 h')
})

test.each([
  ['a page of HTML (F9)', '<!doctype html>', 'text/html'],
  ['broken JSON (F10)', '{"access_token":', 'application/json'],
  ['JSON under a wrong name (F11)', '{}', 'text/plain'],
  ['an array (F12)', '[]', 'application/json'],
  ['null (F12)', 'null', 'application/json'],
  ['a token of another app', '{"access_token":"dal:x","client_id":"other"}', 'application/json'],
])('%s from /v2/info is refused with a message', async (_, body, type) => {
  await signInAgainst('info', { status: 200, body, headers: { 'Content-Type': type } })
  expect((await alert()).textContent).toContain('does not understand')
  await button()
})

test('Continue as somebody signs in nobody else, and LiveChat then asks who it is (A52)', async () => {
  const { clientId } = readEnvironment({})
  const hint = { flow: 'popup', grantType: 'implicit', accountId: 'grace', name: 'Grace' }
  localStorage.setItem(`sign-in-with-livechat:hint:${clientId}`, JSON.stringify(hint))
  const { sandbox, user } = await openApp('/', { email: null, chats: 12 })
  const paths = () =>
    sandbox.world.requests
      .filter(({ endpoint, method }) => endpoint === 'authorize' && method === 'GET')
      .map(({ url }) => new URL(url).pathname)
  await user.click(await screen.findByRole('button', { name: 'Continue as Grace' }, patience))
  expect((await alert()).textContent).toContain('a different account')
  await waitFor(() => expect(sandbox.world.accessTokens.size).toBe(0))
  expect(paths()).not.toContain('/signin')
  await user.click(screen.getByRole('button', { name: 'Continue as Grace' }))
  await waitFor(() => expect(paths()).toContain('/signin'))
  await screen.findByRole('button', { name: 'Use another account' })
})

test('who signs out in another tab is not greeted in this one any more', async () => {
  const { clientId } = readEnvironment({})
  const key = `sign-in-with-livechat:hint:${clientId}`
  const hint = { flow: 'popup', grantType: 'implicit', accountId: 'grace', name: 'Grace' }
  localStorage.setItem(key, JSON.stringify(hint))
  await openApp('/', { email: null, chats: 12 })
  await screen.findByRole('button', { name: 'Continue as Grace' }, patience)
  localStorage.removeItem(key)
  window.dispatchEvent(new StorageEvent('storage', { key }))
  await button()
  expect(screen.queryByText(/Grace/)).toBeNull()
})

test('nobody is greeted by a name that cannot be checked', async () => {
  const { clientId } = readEnvironment({})
  const hint = { flow: 'popup', grantType: 'implicit', name: 'Grace', email: 'grace@example.com' }
  localStorage.setItem(`sign-in-with-livechat:hint:${clientId}`, JSON.stringify(hint))
  await openApp('/', { email: null, chats: 12 })
  await screen.findByRole('button', { name: 'Continue where you left off' }, patience)
})

test('another account is asked for by whatever way the button then offers', async () => {
  const { client, sandbox, user } = await openApp('/', { email: null, chats: 12 })
  await user.click(await screen.findByRole('radio', { name: 'Redirect' }, patience))
  const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('', 'QuotaExceededError')
  })
  onTestFinished(() => blocked.mockRestore())
  await user.click(screen.getByRole('button', { name: 'Use another account' }))
  await user.click(
    await screen.findByRole('button', { name: 'Use a sign-in window instead' }, patience),
  )
  await waitFor(() => expect(client.getSnapshot().status).toBe('signed-in'))
  expect(sandbox.world.requests.some(({ url }) => new URL(url).pathname === '/signin')).toBe(true)
})

test('a redirect that brought somebody else offers to continue as the agent, or as another', async () => {
  const { clientId, accountsUrl } = readEnvironment({})
  const hint = { flow: 'popup', grantType: 'implicit', accountId: 'grace', name: 'Grace' }
  localStorage.setItem(`sign-in-with-livechat:hint:${clientId}`, JSON.stringify(hint))
  const pending = {
    state: 'known',
    grantType: 'implicit',
    flow: 'redirect',
    clientId,
    accountsUrl,
    redirectUri: 'http://localhost:3000/callback',
    returnTo: '/archives',
    createdAt: Date.now(),
    expectedAccountId: 'grace',
  } as const
  savePending(pending, sessionStorage)
  const response =
    'access_token=dal:secret&token_type=Bearer&expires_in=60&scope=a&account_id=ada&organization_id=acme&state=known'
  const { client, sandbox, user } = await openApp(`/callback#${response}`, {
    email: null,
    chats: 12,
  })
  expect((await alert()).textContent).toContain('a different account')
  expect(client.getSnapshot().status).toBe('signed-out')
  const pages = () =>
    sandbox.world.requests.filter(
      ({ endpoint, method }) => endpoint === 'authorize' && method === 'GET',
    )
  await user.click(screen.getByRole('button', { name: 'Continue as Grace' }))
  await waitFor(() => expect(pages().length).toBeGreaterThan(0))
  expect(new URL(pages()[0]?.url ?? '').pathname).toBe('/signin')
  expect((await alert()).textContent).toContain('a different account')
  expect(client.getSnapshot().status).toBe('signed-out')
  await user.click(screen.getByRole('button', { name: 'Use another account' }))
  await user.click(screen.getByRole('radio', { name: 'Popup' }))
  await user.click(await button())
  await waitFor(() => expect(client.getSnapshot().status).toBe('signed-in'))
  await waitFor(() => expect(location.pathname).toBe('/archives'))
})

test('after signing out somebody else can sign in, and the session at LiveChat can be ended', async () => {
  const { client, sandbox, user } = await openApp('/chats', { chats: 12 })
  await user.click(await screen.findByRole('button', { name: 'Sign out' }, patience))
  await screen.findByRole('button', { name: 'Sign out of LiveChat too' }, patience)
  await user.click(screen.getByRole('button', { name: 'Use another account' }))
  await waitFor(() => expect(client.getSnapshot().status).toBe('signed-in'))
  const last = sandbox.world.requests.filter(({ endpoint }) => endpoint === 'authorize')
  expect(last.some(({ url }) => new URL(url).pathname === '/signin')).toBe(true)
})

test('the servers are connected to once somebody points at the page, so that the first request need not', async () => {
  const { user } = await openApp('/', { email: null, chats: 12 })
  const connected = () =>
    [...document.querySelectorAll('link[rel=preconnect][crossorigin]')].map((link) =>
      link.getAttribute('href'),
    )
  const signIn = await button()
  expect(connected()).toEqual([])
  await user.hover(signIn)
  await waitFor(() => expect(connected()).toEqual([accountsUrl, apiUrl]))
})
