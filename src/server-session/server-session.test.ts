import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { createAccountsClient } from '../accounts-api/index.ts'
import { createAgentChatClient } from '../agent-chat/index.ts'
import { createServerSignIn, type ServerSignIn } from '../server/index.ts'
import {
  createSiteBrowser,
  type SiteBrowser,
  visitLiveChat,
} from '../server/testing/site-browser.ts'
import { createServerSession, type ServerSession } from './index.ts'

let sandbox: RunningSandbox
let server: Server
let origin: string
let auth: ServerSignIn
let browser: SiteBrowser
let page: ServerSession
/** Where the page was sent. */
let destination: string | undefined
/** How often the page asked its server for a token. */
let asked: number

beforeAll(async () => {
  // Node sends neither cookies nor `Origin`; the site's browser adds them on the way.
  server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request) => {
      const form = Object.fromEntries(new URLSearchParams(await request.text()))
      const isToken = request.url.endsWith('/token')
      if (isToken) asked += 1
      return browser.post(isToken ? auth.token : auth.signOut, request.url, { form })
    },
  }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const redirectUri = `${origin}/auth/callback`
  const app = { clientId: 'server-side-app', secret: 'only the server knows' }
  sandbox = await startSandbox({
    accountsPort: 0,
    apiPort: 0,
    chats: 0,
    clients: [
      {
        ...app,
        name: 'A server-side app',
        type: 'server',
        redirectUris: [redirectUri],
        scopes: ['chats--access:ro'],
        visibility: 'private',
        organizationId: '390e44e6-f1e6-4368-b6dd-74c14508c2e4',
        tokenLifetime: 3600,
      },
    ],
  })
  auth = createServerSignIn({
    clientId: app.clientId,
    clientSecret: app.secret,
    cookieSecret: 'k'.repeat(32),
    redirectUri,
    accountsUrl: sandbox.accountsUrl,
  })
})
afterAll(async () => {
  server.close()
  await sandbox.close()
})
beforeEach(() => {
  sandbox.reset()
  asked = 0
  browser = createSiteBrowser(origin)
  destination = undefined
  const items = new Map<string, string>()
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('location', {
    href: `${origin}/chats?view=mine`,
    origin,
    pathname: '/chats',
    search: '?view=mine',
    hash: '',
    assign: (url: string) => {
      destination = url
    },
  })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  })
  page = openPage()
})
afterEach(() => {
  page.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function openPage(): ServerSession {
  return createServerSession({ accountsUrl: sandbox.accountsUrl })
}

async function signIn(email?: string): Promise<void> {
  const started = await browser.get(auth.signIn, `${origin}/auth/sign-in`)
  await browser.get(
    auth.callback,
    await visitLiveChat(started.headers.get('Location') ?? '', email),
  )
}

function pass(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}

test('a page that nobody is signed in to is told so', async () => {
  await expect(page.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
})

test('all who need a token at once share one request, and keep it in memory', async () => {
  await signIn()
  const tokens = await Promise.all([page.getAccessToken(), page.getAccessToken()])
  expect(new Set([...tokens, await page.getAccessToken()]).size).toBe(1)
  expect(sandbox.world.accessTokens.has(tokens[0])).toBe(true)
  expect(asked).toBe(1)
})

test('the page knows whose session it is, and what it may do', async () => {
  await signIn()
  const { scopes, accountId, expiresAt } = await page.getSession()
  expect(scopes).toEqual(['chats--access:ro'])
  expect(accountId).toBe('b7eff798-f8df-4364-8059-649c35c9ed0c')
  expect(expiresAt).toBeGreaterThan(Date.now() + 3_500_000)
})

test('a token that has ended is replaced by the server', async () => {
  await signIn()
  const first = await page.getAccessToken()
  pass(3599)
  expect(await page.getAccessToken()).not.toBe(first)
})

test('a token that LiveChat refused is replaced once, for all who had it', async () => {
  await signIn()
  const refused = await page.getAccessToken()
  const [one, other] = await Promise.all([
    page.renewAccessToken(refused),
    page.renewAccessToken(refused),
  ])
  expect(one).toBe(other)
  expect(await page.renewAccessToken(refused)).toBe(one)
  expect(one).not.toBe(refused)
})

test('a session that LiveChat ended is over', async () => {
  await signIn()
  const refused = await page.getAccessToken()
  sandbox.world.refreshTokens.clear()
  await expect(page.renewAccessToken(refused)).rejects.toMatchObject({ code: 'session_expired' })
  await expect(page.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
})

test('when the server cannot be reached the page says so and tries again later', async () => {
  await signIn()
  const down = vi.spyOn(globalThis, 'fetch').mockRejectedValueOnce(new TypeError('no network'))
  await expect(page.getAccessToken()).rejects.toMatchObject({ code: 'network' })
  down.mockRestore()
  await page.getAccessToken()
})

test('when LiveChat is down the page is still signed in', async () => {
  await signIn()
  const refused = await page.getAccessToken()
  sandbox.world.faults.push({ endpoint: 'token', times: 1, status: 500 })
  await expect(page.renewAccessToken(refused)).rejects.toMatchObject({ code: 'server_error' })
  await page.renewAccessToken(refused)
})

test('a page of one agent gets no token of another who signed in since (A61)', async () => {
  await signIn()
  const refused = await page.getAccessToken()
  await signIn('smith@example.com')
  await expect(page.renewAccessToken(refused)).rejects.toMatchObject({ code: 'other_account' })
})

test('signing out waits for a refresh under way, which would sign in again', async () => {
  await signIn()
  const refused = await page.getAccessToken()
  sandbox.world.faults.push({ endpoint: 'token', times: 1, delay: 300 })
  await Promise.all([page.renewAccessToken(refused), page.signOut()])
  await expect(page.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
  expect([...browser.cookies.keys()]).toEqual([])
})

test('a server that does not sign out is no sign-out', async () => {
  await signIn()
  const token = await page.getAccessToken()
  const broken = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValueOnce(new Response('gone', { status: 404 }))
  await expect(page.signOut()).rejects.toMatchObject({ code: 'server_error' })
  broken.mockRestore()
  expect(await page.getAccessToken()).toBe(token)
})

test('a page that nobody is signed in to stays signed out', async () => {
  expect(await page.resume()).toEqual({ status: 'none' })
  expect(page.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('a page shows the session of its server', async () => {
  await signIn()
  const states: string[] = []
  page.subscribe(() => states.push(page.getSnapshot().status))
  expect(await page.resume()).toEqual({ status: 'signed-in', returnTo: '/chats?view=mine' })
  const state = page.getSnapshot()
  expect(state).toMatchObject({ status: 'signed-in', session: { grantType: 'code' } })
  expect(page.timeLeft()).toBeGreaterThan(3_500_000)
  const { signInId } = await page.getSession()
  await page.renewAccessToken(await page.getAccessToken())
  expect(await page.getSession()).toMatchObject({ signInId })
  expect(states).toEqual(['signed-in', 'signed-in'])
})

test('a page whose server cannot be reached says why nobody is signed in', async () => {
  await signIn()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await page.resume()).toMatchObject({ status: 'failed' })
  expect(page.getSnapshot()).toMatchObject({ status: 'signed-out', reason: { code: 'network' } })
})

test('a session that LiveChat ended is shown as expired', async () => {
  await signIn()
  await page.resume()
  sandbox.world.refreshTokens.clear()
  await expect(page.renewAccessToken(await page.getAccessToken())).rejects.toThrow()
  expect(page.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'session_expired' },
  })
  expect(page.timeLeft()).toBe(0)
})

test('a sign-in leaves for the server and comes back to the same place', () => {
  void page.signIn({ signInPage: 'always', organizationId: 'acme' })
  expect(destination).toBe(
    `${origin}/auth/sign-in?returnTo=%2Fchats%3Fview%3Dmine&organizationId=acme&signInPage=always`,
  )
  expect(page.getSnapshot()).toMatchObject({ status: 'signing-in', flow: 'redirect' })
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  expect(page.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('signing out in one tab signs the others out at once', async () => {
  await signIn()
  const other = openPage()
  await Promise.all([page.resume(), other.resume()])
  await other.signOut()
  expect(other.getSnapshot()).toEqual({ status: 'signed-out' })
  window.dispatchEvent(new Event('storage'))
  expect(page.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('a token that arrives after a sign-out in another tab is not used', async () => {
  await signIn()
  const other = openPage()
  await other.resume()
  const answer = await browser.post(auth.token, `${origin}/auth/token`)
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async () => {
    vi.stubGlobal('fetch', fetch)
    await other.signOut()
    return answer
  })
  await expect(page.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
})

test('a page that went on after another agent signed in shows that its session is over (A61)', async () => {
  await signIn()
  await page.resume()
  await signIn('smith@example.com')
  await expect(page.renewAccessToken(await page.getAccessToken())).rejects.toThrow()
  expect(page.getSnapshot()).toMatchObject({ status: 'expired', reason: { code: 'other_account' } })
})

test('the accounts API and the chat API take it as it is', async () => {
  await signIn()
  expect(await createAccountsClient(page).inspectToken()).toMatchObject({
    scopes: ['chats--access:ro'],
  })
  const api = createAgentChatClient({ ...page, apiUrl: sandbox.apiUrl })
  expect((await api.listChats()).chats).toEqual([])
})

test('a page’s base address does not say where its token goes', async () => {
  const asked = vi.fn<typeof fetch>(async () => new Response(null, { status: 401 }))
  vi.stubGlobal('fetch', asked)
  await expect(page.getAccessToken()).rejects.toThrow()
  expect(String(asked.mock.lastCall?.[0])).toBe(`${origin}/auth/token`)
})
