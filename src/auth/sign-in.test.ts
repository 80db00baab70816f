import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  expect,
  onTestFinished,
  test,
  vi,
} from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { createBrowser, signIn } from '../../sandbox/testing.ts'
import type { GrantType } from './index.ts'
import { announceSignOut } from './session/cross-tab-sign-out.ts'
import { createSignInClient, type SignInClient } from './sign-in-client.ts'

const page = 'http://localhost:3000/callback'
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
let sandbox: RunningSandbox
let client: SignInClient
let address: URL

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0, chats: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.reset()
  sandbox.world.behaviour.limitRedirects = false
  address = new URL(page)
  const window = Object.assign(new EventTarget(), { sessionStorage: createStorage() })
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: { visibilityState: 'visible' } })
  vi.stubGlobal('localStorage', createStorage())
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, url: string) => {
      // As a browser does on a page with <base href> of another site.
      const resolved = new URL(url, 'https://cdn.example/')
      if (resolved.origin !== address.origin) throw new DOMException('', 'SecurityError')
      address.href = resolved.href
    },
  })
})
afterEach(() => {
  client.dispose()
  vi.unstubAllGlobals()
})

function createStorage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  }
}

const open = () => {
  client?.dispose()
  client = createSignInClient({ clientId, accountsUrl: sandbox.accountsUrl, redirectUri: page })
}

/** Leaves for LiveChat; returns the address it leaves for. */
function leave(grantType: GrantType, expectedAccountId?: string): Promise<string> {
  open()
  const leaving = new Promise<string>((resolve) => {
    Object.defineProperty(address, 'assign', { value: resolve, configurable: true })
  })
  void client.signIn({
    flow: 'redirect',
    grantType,
    ...(expectedAccountId && { expectedAccountId }),
  })
  return leaving
}

/** Signs in at LiveChat, and returns to the page with the response. */
async function returnFrom(authorizeUrl: string) {
  const browser = createBrowser(
    { fetch: (request) => fetch(request, { redirect: 'manual' }) },
    sandbox.accountsUrl,
  )
  const { leftFor = '' } = await signIn(browser, authorizeUrl)
  address.href = leftFor
  open()
}

async function returnWithResponse(grantType: GrantType) {
  await returnFrom(await leave(grantType))
}

const requests = (method: string) =>
  sandbox.world.requests.filter((one) => one.endpoint !== 'authorize' && one.method === method)
const signOuts = {
  'in this tab': () => void client.signOut(),
  'in another tab': () => announceSignOut(clientId),
}

const lastRequests = [
  ['implicit', 'info'],
  ['code', 'token'],
] as const

for (const [grantType, endpoint] of lastRequests) {
  for (const [where, signOut] of Object.entries(signOuts)) {
    test(`a sign-out ${where} wins over a sign-in by ${grantType} grant that waits for ${endpoint} (F43)`, async () => {
      await returnWithResponse(grantType)
      const asked = vi.spyOn(globalThis, 'fetch')
      sandbox.world.faults.push({ endpoint, times: 1, delay: 100 })
      const resumed = client.resume()
      await vi.waitFor(() => expect(asked).toHaveBeenCalled())
      signOut()
      expect(await resumed).toMatchObject({ status: 'failed' })
      expect(client.getSnapshot()).toMatchObject({
        status: 'signed-out',
        reason: { code: 'aborted' },
      })
      await vi.waitFor(() => expect(requests('DELETE')).toHaveLength(1))
      expect(sandbox.world.accessTokens.size).toBe(0)
      asked.mockRestore()
    })

    test(`a sign-out ${where} wins over a sign-in by ${grantType} grant that is at LiveChat (F43)`, async () => {
      await returnWithResponse(grantType)
      signOut()
      expect(await client.resume()).toMatchObject({ status: 'failed' })
      expect(client.getSnapshot().status).toBe('signed-out')
      await vi.waitFor(() => expect(sandbox.world.accessTokens.size).toBe(0))
    })
  }
}

test('a sign-in begun after a sign-out completes, also on a page with the base of another site (F44)', async () => {
  announceSignOut(clientId)
  await returnWithResponse('code')
  expect(await client.resume()).toMatchObject({ status: 'signed-in' })
  expect(requests('DELETE')).toEqual([])
})

test.each(['implicit', 'code'] as const)(
  'a redirect with the %s grant rejects another account than the expected one, and revokes its token (A52)',
  async (grantType) => {
    await returnFrom(await leave(grantType, 'somebody-else'))
    await client.resume()
    expect(client.getSnapshot()).toMatchObject({
      status: 'signed-out',
      reason: { code: 'other_account' },
    })
    await vi.waitFor(() => expect(requests('DELETE')).toHaveLength(1))
    expect(sandbox.world.accessTokens.size).toBe(0)
  },
)

test('an account that LiveChat cannot name now is not taken for the expected one', async () => {
  await returnFrom(await leave('implicit', 'somebody-else'))
  sandbox.world.faults.push({ endpoint: 'info', times: 9, status: 500 })
  await client.resume()
  expect(client.getSnapshot()).toMatchObject({
    status: 'signed-out',
    reason: { code: expect.stringMatching(/^(server_error|other_account)$/) },
  })
})

/** Takes what browsers leave out on plain http of another host, until the function that is returned puts it back. */
function stubPlainHttp() {
  const whole = crypto
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  return () => vi.stubGlobal('crypto', whole)
}

test('a page on plain http of another host signs in by implicit grant', async () => {
  const restore = stubPlainHttp()
  const authorizeUrl = await leave('implicit')
  // The server has it all.
  restore()
  await returnFrom(authorizeUrl)
  stubPlainHttp()
  expect(await client.resume()).toMatchObject({ status: 'signed-in' })
  await client.signOut()
  expect(client.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('a code grant on plain http of another host says that the page needs https', async () => {
  stubPlainHttp()
  open()
  await expect(client.signIn({ flow: 'redirect', grantType: 'code' })).rejects.toMatchObject({
    code: 'insecure_context',
  })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'insecure_context' } })
})

const notNeeded = [
  ['Promise', 'withResolvers'],
  ['AbortSignal', 'any'],
  ['URL', 'parse'],
  ['Intl', 'Segmenter'],
  ['globalThis', 'BroadcastChannel'],
] as const

test.each(notNeeded)('a page signs in and out without %s.%s', async (holder, name) => {
  const object = Reflect.get(globalThis, holder)
  const feature = Object.getOwnPropertyDescriptor(object, name)
  Reflect.deleteProperty(object, name)
  onTestFinished(() => void (feature && Object.defineProperty(object, name, feature)))
  for (const grantType of ['implicit', 'code'] as const) {
    await returnWithResponse(grantType)
    expect(await client.resume()).toMatchObject({ status: 'signed-in' })
    await client.signOut()
    expect(client.getSnapshot()).toEqual({ status: 'signed-out' })
  }
  address.href = `${page}?code=forged&state=siwl_forged`
  open()
  expect(await client.resume()).toEqual({ status: 'failed', returnTo: '/' })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'state_mismatch' } })
})

test('resume() does not reject when the page may not change its address', async () => {
  await returnWithResponse('implicit')
  vi.stubGlobal('history', {
    replaceState() {
      throw new DOMException('', 'SecurityError')
    },
  })
  expect(await client.resume()).toEqual({ status: 'failed', returnTo: '/' })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'unknown_error' } })
})
