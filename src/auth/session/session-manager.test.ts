import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../../sandbox/server/serve.ts'
import { createBrowser, signIn } from '../../../sandbox/testing.ts'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { withResolvers } from '../../older-browsers/index.ts'
import { createCodeRequest, createState } from '../grant/authorization-request.ts'
import { splitResponseUrl, validateResponse } from '../grant/authorization-response.ts'
import { createCodeChallenge, exchangeCode } from '../grant/code-grant.ts'
import type { TokenGrant } from '../grant/token-grant.ts'
import { SignInError } from '../sign-in-error.ts'
import { completeOptions, type GrantType, type SignInSettings } from '../sign-in-options.ts'
import { announceSignOut, lastSignOut } from './cross-tab-sign-out.ts'
import type { SignInRecord } from './session.ts'
import { createSessionManager, type SessionManager } from './session-manager.ts'
import { isExpiring, liveSessionOf } from './session-state.ts'
import { type SharedSession, shareSession } from './shared-session.ts'

const redirectUri = 'http://localhost:3000/callback'
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
let sandbox: RunningSandbox
let settings: SignInSettings

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0, chats: 0 })
  settings = completeOptions(
    { clientId, accountsUrl: sandbox.accountsUrl, redirectUri },
    redirectUri,
  )
})
afterAll(() => sandbox.close())

/** As much of a page as the manager touches, which counts the listeners it holds. */
function stubPage() {
  let listening = 0
  class CountingTarget extends EventTarget {
    override addEventListener(
      type: string,
      listener: EventListener,
      options: AddEventListenerOptions = {},
    ) {
      if (options.signal?.aborted) return
      listening += 1
      options.signal?.addEventListener('abort', () => {
        listening -= 1
      })
      super.addEventListener(type, listener, options)
    }
  }
  const items = new Map<string, string>()
  const window = new CountingTarget()
  const document = { visibilityState: 'visible' }
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: document })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  })
  return { window, document, listeners: () => listening }
}

let page: ReturnType<typeof stubPage>
let manager: SessionManager

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  sandbox.reset()
  sandbox.world.behaviour.limitRedirects = false
  page = stubPage()
  fresh()
})
afterEach(() => {
  manager.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The page loaded anew; what its storage holds is there again. */
function fresh(shared?: SharedSession) {
  manager?.dispose()
  manager = createSessionManager(settings, shared)
}

/** The worker of all tabs, in this process. */
async function startWorker(): Promise<() => { port: MessagePort }> {
  let connect: EventListener = () => {}
  vi.stubGlobal('addEventListener', (type: string, listener: EventListener) => {
    if (type === 'connect') connect = listener
  })
  vi.resetModules()
  await import('./shared-session-worker.ts')
  return () => {
    const { port1, port2 } = new MessageChannel()
    connect(new MessageEvent('connect', { ports: [port2] }))
    return { port: port1 }
  }
}

async function codeGrant(): Promise<TokenGrant> {
  const values = { state: createState(), createdAt: Date.now(), returnTo: '/' }
  const { url, pending } = createCodeRequest(
    settings,
    { flow: 'redirect' },
    values,
    await createCodeChallenge(settings),
  )
  const browser = createBrowser(
    { fetch: (request) => fetch(request, { redirect: 'manual' }) },
    sandbox.accountsUrl,
  )
  const { leftFor = '' } = await signIn(browser, url)
  const { response } = splitResponseUrl(leftFor, redirectUri)
  if (!response) throw new Error('no answer')
  return exchangeCode(
    validateResponse(response, pending, Date.now()),
    settings,
    AbortSignal.timeout(9_000),
  )
}

/** A sign-in with a grant that just arrived. */
const signedInWith = (grant: TokenGrant, grantType: GrantType = 'implicit') => ({
  id: crypto.randomUUID(),
  flow: 'popup' as const,
  grantType,
  grant,
  receivedAt: Date.now(),
  lastSignOut: lastSignOut(clientId),
})
const establish = (grant: TokenGrant, grantType?: GrantType) =>
  manager.establish(signedInWith(grant, grantType), manager.untilSignOut())
const liveToken = () => liveSessionOf(manager.getSnapshot())?.accessToken

const implicitGrant: TokenGrant = { accessToken: 'dal:implicit', expiresIn: 28_800, scopes: [] }
const tokenRequests = () =>
  sandbox.world.requests.filter((one) => one.endpoint === 'token' && one.method === 'POST').length

test('expiring is told once, sixty seconds ahead, and expired at the end', async () => {
  const told: string[] = []
  establish({ ...implicitGrant, expiresIn: 600 })
  manager.subscribe(() => {
    const state = manager.getSnapshot()
    told.push(isExpiring(state) ? 'expiring' : state.status)
  })
  const pass = (milliseconds: number) => {
    vi.setSystemTime(Date.now() + milliseconds)
    page.window.dispatchEvent(new Event('focus'))
  }
  pass(539_000)
  expect(told).toEqual([])
  pass(1_000)
  expect(told).toEqual(['expiring'])
  pass(1_000)
  expect(told).toEqual(['expiring'])
  pass(59_000)
  expect(told).toEqual(['expiring', 'expired'])
  expect(manager.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'session_expired' },
  })
})

test('a lifetime of thirty days needs no timer longer than a browser can hold (F14)', () => {
  const timers = vi.spyOn(globalThis, 'setTimeout')
  establish({ ...implicitGrant, expiresIn: 30 * 24 * 3600 })
  for (const [, delay] of timers.mock.calls) expect(delay).toBeLessThan(2 ** 31)
  expect(manager.getSnapshot().status).toBe('signed-in')
})

test('a hidden page does not refresh by itself, but does when it becomes visible (F17)', async () => {
  establish(await codeGrant(), 'code')
  const before = tokenRequests()
  page.document.visibilityState = 'hidden'
  vi.setSystemTime(Date.now() + 8 * 3600_000)
  page.window.dispatchEvent(new Event('visibilitychange'))
  expect(manager.getSnapshot().status).toBe('signed-in')
  expect(tokenRequests()).toBe(before)

  page.document.visibilityState = 'visible'
  page.window.dispatchEvent(new Event('visibilitychange'))
  await vi.waitFor(() => expect(tokenRequests()).toBe(before + 1))
})

test.each([{ accountId: 'somebody-else' }, { organizationId: 'another-one' }])(
  'a refresh that names another owner than %o ends the session',
  async (owner) => {
    const grant = await codeGrant()
    establish({ ...grant, ...owner }, 'code')
    await expect(manager.renewAccessToken(grant.accessToken)).rejects.toMatchObject({
      code: 'invalid_response',
    })
    expect(manager.getSnapshot().status).toBe('expired')
    await vi.waitFor(() => expect(revoked()).toHaveLength(1))
  },
)

/** LiveChat refreshes at once, but the next response arrives only when it is let go. */
function holdRefresh() {
  const { fetch } = globalThis
  const { promise: released, resolve: release } = withResolvers<void>()
  const { promise: refreshed, resolve } = withResolvers<void>()
  vi.stubGlobal('fetch', async (address: URL, init: RequestInit) => {
    vi.stubGlobal('fetch', fetch)
    const response = await fetch(address, { ...init, signal: null })
    resolve()
    await released
    init.signal?.throwIfAborted()
    return response
  })
  return { refreshed, release }
}

const revoked = () =>
  sandbox.world.requests
    .filter((one) => one.method === 'DELETE')
    .map((one) => one.headers.authorization?.replace('Bearer ', ''))

/** Signs in and refreshes, up to where LiveChat has issued another token that nobody has heard of yet. */
async function startRefresh() {
  const { accessToken } = establish(await codeGrant(), 'code')
  const { refreshed, release } = holdRefresh()
  const renewed = manager.renewAccessToken(accessToken)
  await refreshed
  const issued = [...sandbox.world.accessTokens.keys()].filter((one) => one !== accessToken)
  return { accessToken, issued, renewed, release }
}

/** A tab whose session a worker keeps for all tabs; returns what connects another one. */
async function openSharedTab() {
  const connectWorker = await startWorker()
  fresh(shareSession(connectWorker)(settings))
  await manager.restore()
  return connectWorker
}

/** What ends a session whose refresh is on its way. */
const endings = {
  'the agent signs out': () => void manager.signOut(),
  'the agent signs out in another tab': () => {
    announceSignOut(clientId)
    page.window.dispatchEvent(new Event('storage'))
  },
  'LiveChat ends the session': () => manager.endSession(new SignInError('session_refused')),
  'the agent signs in anew': () => void establish(implicitGrant),
}

describe.each(['a tab', 'the worker of all tabs'])(
  'a refresh by %s that is on its way when',
  (by) => {
    test.each(Object.entries(endings))(
      '%s changes nothing, and its token is revoked (F43)',
      async (_, end) => {
        if (by !== 'a tab') {
          await openSharedTab()
        }
        const { issued, renewed, release } = await startRefresh()
        expect(issued).toHaveLength(1)
        end()
        await expect(renewed).rejects.toBeInstanceOf(SignInError)
        const after = manager.getSnapshot()
        release()
        await vi.waitFor(() => {
          expect(revoked()).toEqual(expect.arrayContaining(issued))
        })
        expect(manager.getSnapshot()).toBe(after)
        expect(liveToken()).not.toBe(issued[0])
        await manager.restore()
        expect(liveToken()).not.toBe(issued[0])
      },
    )
  },
)

test('the worker revokes the token of a refresh whose tab signed out and is gone (F43)', async () => {
  const connectWorker = await openSharedTab()
  const { issued, renewed, release } = await startRefresh()
  void manager.signOut()
  manager.dispose()
  await expect(renewed).rejects.toMatchObject({ code: 'aborted' })
  const otherTab = shareSession(connectWorker)(settings)
  await vi.waitFor(async () => expect(await otherTab?.get()).toBeUndefined())
  release()
  await vi.waitFor(() => expect(revoked()).toEqual(expect.arrayContaining(issued)))
})

test('a tab that closes leaves the refresh under way to the other tabs', async () => {
  const connectWorker = await openSharedTab()
  const { accessToken, renewed, release } = await startRefresh()
  fresh(shareSession(connectWorker)(settings))
  await expect(renewed).rejects.toMatchObject({ code: 'aborted' })
  release()
  await vi.waitFor(async () => {
    await manager.restore()
    expect(liveToken()).not.toBe(accessToken)
    expect(sandbox.world.accessTokens.has(liveToken() ?? '')).toBe(true)
  })
  // A revocation under way arrives before all this.
  await codeGrant()
  expect(revoked()).toEqual([])
})

test.each(['refused', 'expired'])(
  'a request whose token is %s gets no token of an agent who signs in while the other tabs are asked (A48)',
  async (how) => {
    const { promise, resolve } = withResolvers<undefined>()
    const get = () => promise
    fresh({ get, put() {}, forget() {}, refresh: () => undefined })
    const ada = { ...implicitGrant, accountId: 'ada', organizationId: 'org' }
    establish({ ...ada, ...(how === 'expired' && { expiresIn: 1 }) })
    const waiting =
      how === 'refused' ? manager.renewAccessToken(ada.accessToken) : manager.getAccessToken()
    establish({ ...ada, accessToken: 'dal:of-bob', accountId: 'bob' })
    resolve(undefined)
    await expect(waiting).rejects.toMatchObject({ code: 'signed_out' })
  },
)

test('a request from before a sign-out does not go on when the same agent signs in again (A48)', async () => {
  const owner = { accountId: 'ada', organizationId: 'org' }
  establish({ ...implicitGrant, ...owner })
  const refused = await manager.getAccessToken()
  void manager.signOut()
  establish({ ...implicitGrant, ...owner, accessToken: 'dal:second' })
  await expect(manager.renewAccessToken(refused)).rejects.toMatchObject({ code: 'signed_out' })
  expect(await manager.getAccessToken()).toBe('dal:second')
})

test('a token too short-lived for a request is not handed out any more', async () => {
  establish({ ...implicitGrant, expiresIn: 60 })
  vi.setSystemTime(Date.now() + 57_000)
  expect(await manager.getAccessToken()).toBe('dal:implicit')
  vi.setSystemTime(Date.now() + 1_000)
  await expect(manager.getAccessToken()).rejects.toMatchObject({ code: 'session_expired' })
})

test('a session that could not be renewed gives no token after its end, and tries again with the next call', async () => {
  const grant = await codeGrant()
  establish(grant, 'code')
  vi.setSystemTime(Date.now() + 9 * 3600_000)
  sandbox.world.faults.push({ endpoint: 'token', times: 99, drop: true })
  for (let i = 0; i < 2; i++) {
    await expect(manager.getAccessToken()).rejects.toMatchObject({ code: 'network' })
  }
  expect(manager.getSnapshot().status).toBe('signed-in')
  sandbox.world.faults.length = 0
  expect(sandbox.world.accessTokens.has(await manager.getAccessToken())).toBe(true)
})

test('setting the clock back does not lengthen the time left', () => {
  establish(implicitGrant)
  vi.advanceTimersByTime(3600_000)
  vi.setSystemTime(Date.now() - 5 * 3600_000)
  expect(manager.timeLeft()).toBe(7 * 3600_000)
  void manager.signOut()
  expect(manager.timeLeft()).toBe(0)
})

/** Another tab of this browser signs out, and this one hears of it when it wakes. */
function signOutElsewhere() {
  announceSignOut(clientId)
  wake()
}
const wake = () => page.window.dispatchEvent(new Event('pageshow'))

test('a clock set back after a sign-out does not end the sign-ins that follow', () => {
  announceSignOut(clientId)
  vi.setSystemTime(Date.now() - 3600_000)
  establish(implicitGrant)
  wake()
  expect(manager.getSnapshot().status).toBe('signed-in')
})

test('a sign-out elsewhere counts although the clock was set back after the sign-in', () => {
  establish(implicitGrant)
  vi.setSystemTime(Date.now() - 3600_000)
  signOutElsewhere()
  expect(manager.getSnapshot().status).toBe('signed-out')
})

test('a sign-out this tab slept through counts although it renewed its token since', async () => {
  const grant = await codeGrant()
  establish(grant, 'code')
  announceSignOut(clientId)
  await manager.renewAccessToken(grant.accessToken)
  wake()
  expect(manager.getSnapshot().status).toBe('signed-out')
})

test('a sign-in that was ended on its last step is none, and its token is revoked', async () => {
  const grant = await codeGrant()
  expect(() => manager.establish(signedInWith(grant, 'code'), AbortSignal.abort())).toThrow(
    new SignInError('aborted'),
  )
  await vi.waitFor(() => expect(sandbox.world.accessTokens.has(grant.accessToken)).toBe(false))
  expect(manager.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('a shared session is not restored after a sign-out', async () => {
  const open = await startWorker()
  fresh(shareSession(open)(settings))
  establish(implicitGrant)
  fresh(shareSession(open)(settings))
  expect(await manager.restore()).toBe(true)
  signOutElsewhere()
  expect(manager.getSnapshot().status).toBe('signed-out')

  establish(implicitGrant)
  announceSignOut(clientId)
  fresh(shareSession(open)(settings))
  expect(await manager.restore()).toBe(false)
})

/** A tab that is asking the worker for the session of the others. */
function startRestore() {
  const { promise, resolve } = withResolvers<SignInRecord>()
  fresh({ get: () => promise, put() {}, forget() {}, refresh: () => undefined })
  const restored = manager.restore()
  return { restored, answer: () => resolve(signedInWith(implicitGrant)) }
}

test('a sign-out while the worker is asked wins, also without storage (F43)', async () => {
  vi.stubGlobal('localStorage', undefined)
  const { restored, answer } = startRestore()
  void manager.signOut()
  answer()
  expect(await restored).toBe(false)
  expect(manager.getSnapshot().status).toBe('signed-out')
})

test('a sign-in while the worker is asked is not replaced by an older one', async () => {
  const { restored, answer } = startRestore()
  establish({ ...implicitGrant, accessToken: 'dal:newer' })
  answer()
  expect(await restored).toBe(false)
  expect(liveToken()).toBe('dal:newer')
})

test('a shared session of another account than the expected one is not taken over', async () => {
  const open = await startWorker()
  const sharing = shareSession(open)
  fresh(sharing(settings))
  establish({ ...implicitGrant, accountId: 'ada' })
  const expecting = (expectedAccountId: string) => ({
    ...settings,
    request: { ...settings.request, expectedAccountId },
  })
  for (const [account, isRestored] of [
    ['grace', false],
    ['ada', true],
  ] as const) {
    manager.dispose()
    manager = createSessionManager(expecting(account), sharing(settings))
    expect(await manager.restore()).toBe(isRestored)
  }
})

test('a token refused hours after the last refusal does not count as a second one', async () => {
  const grant = await codeGrant()
  establish(grant, 'code')
  const second = await manager.renewAccessToken(grant.accessToken)
  vi.advanceTimersByTime(2 * 3600_000)
  const third = await manager.renewAccessToken(second)
  expect(third).not.toBe(second)
  await expect(manager.renewAccessToken(third)).rejects.toMatchObject({ code: 'session_refused' })
})

const revocations = () =>
  sandbox.world.requests.filter((one) => one.endpoint === 'token' && one.method === 'DELETE').length

test('a listener that throws stops neither the other listeners nor the sign-out, and is reported (F39)', async () => {
  const reported: unknown[] = []
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error))
  const told: string[] = []
  manager.subscribe(() => {
    throw new Error('of the page')
  })
  manager.subscribe(() => told.push(manager.getSnapshot().status))
  manager.startSignIn('popup')
  establish(await codeGrant(), 'code')
  await manager.signOut()
  expect(told).toEqual(['signing-in', 'signed-in', 'signed-out'])
  expect(revocations()).toBe(1)
  expect(reported).toEqual(Array(3).fill(new Error('of the page')))
})

test('a listener that signs out as soon as the agent is signed in leaves nothing behind (F39)', async () => {
  let signingOut: Promise<void> | undefined
  manager.subscribe(() => {
    if (manager.getSnapshot().status === 'signed-in') signingOut = manager.signOut()
  })
  establish(await codeGrant(), 'code')
  await signingOut
  expect(manager.getSnapshot()).toEqual({ status: 'signed-out' })
  expect(manager.hint()).toBeUndefined()
  expect(page.listeners()).toBe(0)
})

test('a listener that signs out whatever happened is called once for it (F39)', async () => {
  establish(await codeGrant(), 'code')
  const seen: string[] = []
  const stop = manager.subscribe(() => {
    seen.push(manager.getSnapshot().status)
    void manager.signOut()
  })
  await manager.signOut()
  stop()
  expect(seen).toEqual(['signed-out'])
})

test('signing in again revokes the token it replaces, but not the same one (F40)', async () => {
  const first = await codeGrant()
  establish(first, 'code')
  establish(first, 'code')
  // A revocation under way arrives before all this.
  const next = await codeGrant()
  expect(revocations()).toBe(0)
  establish(next, 'code')
  await vi.waitFor(() => expect(revocations()).toBe(1))
  expect(sandbox.world.accessTokens.has(first.accessToken)).toBe(false)
})

/** Two tabs that share a session; the second one signed in last. */
async function twoTabs(first: TokenGrant, second: TokenGrant, grantType?: GrantType) {
  const open = await startWorker()
  const shared = shareSession(open)(settings)
  fresh(shared)
  establish(first, grantType)
  const others = shareSession(open)(settings)
  const other = createSessionManager(settings, others)
  other.establish(signedInWith(second, grantType), other.untilSignOut())
  // The worker has heard both.
  await Promise.all([shared?.get(), others?.get()])
  return { shared, other }
}
const ofAda = { ...implicitGrant, accountId: 'ada', organizationId: 'org' }
const laterOfAda = { ...ofAda, accessToken: 'dal:later' }

test('a tab whose old session ends does not end the newer one of another tab', async () => {
  const { shared, other } = await twoTabs(ofAda, laterOfAda)
  manager.endSession(new SignInError('session_refused'))
  expect((await shared?.get())?.grant.accessToken).toBe('dal:later')
  other.endSession(new SignInError('session_refused'))
  await vi.waitFor(async () => expect(await shared?.get()).toBeUndefined())
  other.dispose()
})

test('a tab whose token is refused continues with the newer one of another tab', async () => {
  const { other } = await twoTabs(ofAda, laterOfAda)
  const answers = await Promise.all(
    [1, 2, 3].map(() => manager.renewAccessToken(ofAda.accessToken)),
  )
  expect(answers).toEqual(['dal:later', 'dal:later', 'dal:later'])
  await expect(manager.renewAccessToken('dal:later')).rejects.toMatchObject({
    code: 'session_refused',
  })
  other.dispose()
})

test('a tab whose token has expired continues with the newer one of another tab', async () => {
  const { other } = await twoTabs({ ...ofAda, expiresIn: 3600 }, laterOfAda)
  vi.setSystemTime(Date.now() + 2 * 3600_000)
  wake()
  expect(await manager.getAccessToken()).toBe('dal:later')
  expect(manager.getSnapshot().status).toBe('signed-in')
  vi.setSystemTime(Date.now() + 7 * 3600_000)
  await expect(manager.getAccessToken()).rejects.toMatchObject({ code: 'session_expired' })
  other.dispose()
})

test.each([{ accountId: 'smith' }, { organizationId: 'other' }])(
  'but not with the token of somebody else: %o',
  async (whose) => {
    const { other } = await twoTabs(ofAda, { ...laterOfAda, ...whose })
    await expect(manager.renewAccessToken(ofAda.accessToken)).rejects.toMatchObject({
      code: 'session_refused',
    })
    other.dispose()
  },
)

test('a tab renews its own token when the worker has somebody else’s session', async () => {
  const grant = await codeGrant()
  const { other } = await twoTabs(grant, { ...ofAda, refreshToken: 'of another' }, 'code')
  const next = await manager.renewAccessToken(grant.accessToken)
  expect(sandbox.world.accessTokens.has(next)).toBe(true)
  other.dispose()
})

const step = fc.oneof(
  fc.record({ do: fc.constant('sign in' as const), code: fc.boolean() }),
  fc.constant({ do: 'depart' as const }),
  fc.constant({ do: 'come to nothing' as const }),
  fc.constant({ do: 'sign out' as const }),
  fc.constant({ do: 'sign out elsewhere' as const }),
  fc.constant({ do: 'end' as const }),
  fc.constant({ do: 'ask' as const }),
  fc.record({ do: fc.constant('refuse' as const), times: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    do: fc.constant('wait' as const),
    hours: fc.double({ min: 0, max: 9, noNaN: true }),
  }),
)

test('whatever happens in whatever order, a token is handed out only while signed in', async () => {
  await checkProperty(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      page = stubPage()
      fresh()
      // A sandbox that remembers every case would grow with their number.
      sandbox.reset()
      sandbox.world.behaviour.limitRedirects = false
      for (const one of steps) {
        const before = manager.getSnapshot()
        await play(one)
        const now = manager.getSnapshot()
        if (now === before) expect(manager.getSnapshot()).toBe(before)
        expect(JSON.stringify(now)).not.toContain(liveToken() ?? 'no token')
        const signedOut = one.do === 'sign out' || one.do === 'sign out elsewhere'
        if (signedOut) {
          expect(now.status).toBe('signed-out')
          expect(page.listeners()).toBe(0)
        }
        if (now.status === 'signed-out' || now.status === 'expired') {
          const requests = tokenRequests()
          await expect(manager.getAccessToken()).rejects.toBeInstanceOf(SignInError)
          expect(tokenRequests()).toBe(requests)
          expect(liveToken()).toBeUndefined()
        }
        if (now.status === 'signed-in') {
          const token = await manager.getAccessToken().catch(() => undefined)
          if (token) expect(liveToken()).toBe(token)
        }
        expect(page.listeners()).toBeLessThanOrEqual(7)
      }
      manager.dispose()
      expect(page.listeners()).toBe(0)
    }),
    // Each case signs in for real, several times over: fewer of them than elsewhere.
    250,
    20_000,
  )
})

async function play(one: typeof step extends fc.Arbitrary<infer Step> ? Step : never) {
  switch (one.do) {
    case 'sign in': {
      const grant = one.code ? await codeGrant() : implicitGrant
      establish(grant, one.code ? 'code' : 'implicit')
      return
    }
    case 'depart':
      return manager.startSignIn('popup')
    case 'come to nothing':
      return manager.signInFailed(new SignInError('popup_closed'))
    case 'sign out':
      return void manager.signOut()
    case 'sign out elsewhere': {
      announceSignOut(clientId)
      page.window.dispatchEvent(new Event('storage'))
      if (manager.getSnapshot().status !== 'signed-out') void manager.signOut()
      return
    }
    case 'end':
      return manager.endSession(new SignInError('session_refused'))
    case 'ask':
      return void (await manager.getAccessToken().catch(() => {}))
    case 'refuse':
      for (let i = 0; i < one.times; i++) {
        await manager.renewAccessToken(liveToken() ?? 'dal:none').catch(() => {})
      }
      return
    case 'wait':
      vi.setSystemTime(Date.now() + Math.round(one.hours * 3600_000))
      page.window.dispatchEvent(new Event('focus'))
      return
  }
}
