import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { TokenGrant } from '../grant/token-grant.ts'
import { SignInError } from '../sign-in-error.ts'
import { completeOptions } from '../sign-in-options.ts'
import { announceSignOut, lastSignOut } from './cross-tab-sign-out.ts'
import type { SignInRecord } from './session.ts'
import { createSessionManager, type SessionManager } from './session-manager.ts'
import type { SharedSession } from './shared-session.ts'

const clientId = 'app'
const settings = completeOptions(
  { clientId, accountsUrl: 'https://accounts.example' },
  'https://app.example/',
)
const grant: TokenGrant = { accessToken: 'dal:a', refreshToken: 'dal:r', expiresIn: 90 }

let items: Map<string, string>
let page: EventTarget
let requests: string[]
let respond: () => Response | Promise<Response>
let manager: SessionManager

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] })
  items = new Map()
  page = new EventTarget()
  requests = []
  let count = 0
  respond = () => {
    count += 1
    return Response.json({ access_token: `dal:a${count}`, token_type: 'Bearer' })
  }
  vi.stubGlobal('window', page)
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: { visibilityState: 'visible' } })
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => items.set(key, value),
    removeItem: (key: string) => items.delete(key),
  })
  vi.stubGlobal('fetch', async (_: URL, { method = '' }: RequestInit) => {
    requests.push(method)
    return method === 'DELETE' ? new Response(null, { status: 204 }) : respond()
  })
  manager = createSessionManager(settings)
})
afterEach(() => {
  manager.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const recordOf = (of: TokenGrant): SignInRecord => ({
  id: of.accessToken,
  flow: 'popup',
  grantType: 'code',
  grant: of,
  receivedAt: Date.now(),
  lastSignOut: lastSignOut(clientId),
})
const establish = (of = grant) => manager.establish(recordOf(of), manager.untilSignOut())
const wake = () => page.dispatchEvent(new Event('pageshow'))
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'))
const status = () => manager.getSnapshot().status

test('a short-lived token is refreshed in the last third of its life', async () => {
  establish()
  vi.setSystemTime(Date.now() + 59_000)
  wake()
  expect(await manager.getAccessToken()).toBe('dal:a')
  expect(requests).toEqual([])
  vi.setSystemTime(Date.now() + 1_000)
  wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(requests).toEqual(['POST'])
  expect(await manager.getAccessToken()).toBe('dal:a1')
})

test('a token that cannot be refreshed is handed out while a request can still arrive', async () => {
  establish()
  respond = unreachable
  vi.setSystemTime(Date.now() + 60_000)
  expect(await manager.getAccessToken()).toBe('dal:a')
  vi.setSystemTime(Date.now() + 28_000)
  await expect(manager.getAccessToken()).rejects.toMatchObject({ code: 'network' })
  expect(status()).toBe('signed-in')
})

test('a refresh is waited for no longer than other requests, and its token counts when it comes', async () => {
  establish()
  let arrive = (_: Response) => {}
  const response = respond()
  respond = () => new Promise((resolve) => (arrive = resolve))
  const outcome = vi.fn<(thrown: unknown) => void>()
  manager.renewAccessToken('dal:a').catch(outcome)
  await vi.advanceTimersByTimeAsync(settings.requestTimeout - 1)
  expect(outcome).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ code: 'network' }))
  expect(status()).toBe('signed-in')
  arrive(await response)
  await vi.advanceTimersByTimeAsync(0)
  expect(await manager.getAccessToken()).toBe('dal:a1')
})

test('a token refused after its refresh is exchanged for the new one, whoever it is', async () => {
  establish()
  expect(await manager.renewAccessToken('dal:a')).toBe('dal:a1')
  expect(await manager.renewAccessToken('dal:a')).toBe('dal:a1')
  expect(requests).toEqual(['POST'])
})

test('a token that nobody was given is not renewed', async () => {
  await expect(manager.renewAccessToken('dal:a')).rejects.toMatchObject({ code: 'signed_out' })
  establish()
  manager.endSession(new SignInError('session_refused'))
  await expect(manager.renewAccessToken('dal:a')).rejects.toMatchObject({ code: 'session_refused' })
})

test('a sign-in with the token in use does not revoke it', () => {
  establish()
  establish()
  expect(requests).toEqual([])
  establish({ ...grant, accessToken: 'dal:b' })
  expect(requests).toEqual(['DELETE'])
})

test('a sign-out that LiveChat does not hear of is one, and says so', async () => {
  establish()
  vi.stubGlobal('fetch', unreachable)
  await manager.signOut()
  expect(manager.getSnapshot()).toMatchObject({
    status: 'signed-out',
    reason: { code: 'revocation_failed' },
  })
})

test('the agent is remembered, by name once it is known, until the sign-out', async () => {
  manager.rememberAs({ name: 'Ada' })
  expect(manager.hint()).toBeUndefined()
  establish({ ...grant, accountId: 'ada' })
  const hint = { flow: 'popup', grantType: 'code', accountId: 'ada' }
  expect(manager.hint()).toEqual(hint)
  manager.rememberAs({ name: 'Ada' })
  expect(manager.hint()).toEqual({ ...hint, name: 'Ada' })
  await manager.signOut()
  expect(manager.hint()).toBeUndefined()
})

test('a sign-in that fails leaves the agent signed out, with the reason', () => {
  manager.startSignIn('popup')
  manager.signInFailed(new SignInError('popup_closed'))
  expect(manager.getSnapshot()).toMatchObject({
    status: 'signed-out',
    reason: { code: 'popup_closed' },
  })
})

test('who no longer listens is told nothing', () => {
  const told = vi.fn()
  manager.subscribe(told)()
  establish()
  expect(told).not.toHaveBeenCalled()
})

test('another app’s sign-out, cleared storage and refused storage sign nobody out', () => {
  announceSignOut(clientId)
  establish()
  announceSignOut('another app')
  wake()
  items.clear()
  wake()
  vi.stubGlobal('localStorage', undefined)
  wake()
  expect(status()).toBe('signed-in')
})

/** What the other tabs have, as far as the worker says. */
function shareWith(get: SharedSession['get']) {
  const forget = vi.fn()
  manager.dispose()
  manager = createSessionManager(settings, { get, forget, put() {}, refresh: () => undefined })
  return forget
}

test('signing out twice revokes and forgets once', async () => {
  const forget = shareWith(async () => undefined)
  establish()
  await manager.signOut()
  await manager.signOut()
  expect(requests).toEqual(['DELETE'])
  expect(forget).toHaveBeenCalledExactlyOnceWith('dal:a')
})

test('without a session of another tab there is none to take over', async () => {
  expect(await manager.restore()).toBe(false)
})

test('the session of another tab does not replace one begun meanwhile', async () => {
  shareWith(async () => recordOf({ accessToken: 'dal:other' }))
  const restored = manager.restore()
  establish()
  expect(await restored).toBe(false)
  expect(await manager.getAccessToken()).toBe('dal:a')
})

test('a listener that signs out at once leaves nothing of a session taken over or refreshed', async () => {
  shareWith(async () => recordOf(grant))
  const signOut = () => {
    if (status() === 'signed-in') void manager.signOut()
  }
  const stop = manager.subscribe(signOut)
  expect(await manager.restore()).toBe(false)
  expect(manager.getSnapshot()).toEqual({ status: 'signed-out' })
  stop()

  establish()
  manager.subscribe(signOut)
  expect(await manager.renewAccessToken('dal:a')).toBe('dal:a1')
  await expect(manager.getAccessToken()).rejects.toMatchObject({ code: 'signed_out' })
})
