import fc from 'fast-check'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import type { PendingSignIn } from '../grant/authorization-request.ts'
import { readImplicitGrant, validateResponse } from '../grant/authorization-response.ts'
import { SignInError } from '../sign-in-error.ts'
import { completeOptions } from '../sign-in-options.ts'
import { openPopup, originsOf, returnToOpener } from './popup.ts'

const accountsUrl = 'https://accounts.example'
const redirectUri = 'https://app.example/callback'
const settings = completeOptions({ clientId: 'client', accountsUrl, redirectUri }, redirectUri)
const pending: PendingSignIn = {
  state: 'the-live-state',
  grantType: 'implicit',
  flow: 'popup',
  clientId: 'client',
  accountsUrl,
  redirectUri,
  scopes: ['a', 'b'],
  returnTo: '/',
  createdAt: Date.now(),
}

/** A window of LiveChat's, as far as its opener can touch it. */
const theirWindow = { closed: false, close() {}, location: { replace() {} } }

class OurWindow extends EventTarget {
  screenX = 0
  screenY = 0
  outerWidth = 1000
  outerHeight = 800
  open() {
    return theirWindow
  }
}

let page: OurWindow

beforeAll(() => {
  page = new OurWindow()
  vi.stubGlobal('window', page)
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
})
afterAll(() => vi.unstubAllGlobals())

interface Message {
  origin: string
  source: unknown
  data: unknown
}

/** What becomes of a sign-in whose window is told this and then given up. */
async function outcomeOf(message: Message): Promise<string> {
  const stop = new AbortController()
  const answer = openPopup(accountsUrl).visit(accountsUrl, pending, settings, stop.signal)
  page.dispatchEvent(Object.assign(new Event('message'), message))
  stop.abort()
  try {
    return readImplicitGrant(validateResponse(await answer, pending, Date.now())).accessToken
  } catch (thrown) {
    if (thrown instanceof SignInError) return thrown.code
    throw thrown
  }
}

/** Values of which it is known whether an honest answer may have them. */
const known = (good: unknown[], bad: unknown[]) =>
  fc.oneof(
    { arbitrary: fc.constantFrom(...good).map((value) => ({ value, good: true })), weight: 8 },
    { arbitrary: fc.constantFrom(...bad).map((value) => ({ value, good: false })), weight: 1 },
  )

const evilOrigins = [
  'https://accounts.example.evil.example',
  'http://accounts.example',
  'https://accounts.example:8443',
  'https://accounts.livechatinc.com',
  'https://app.example',
  'null',
  '',
]

const parts = fc.record({
  origin: known([accountsUrl], evilOrigins),
  source: known([theirWindow], [null, {}, { ...theirWindow }]),
  envelope: known(['data'], ['error', 'both', 'bare', 'text']),
  state: known(
    [pending.state],
    [undefined, null, '', 'forged', ' the-live-state', ['a', 'b'], [pending.state]],
  ),
  access_token: known(['dal:secret'], [undefined, null, '', {}, [], ['dal:secret'], 12345]),
  token_type: known([undefined, null, 'Bearer', 'bearer'], ['', 'mac', 7]),
  expires_in: known(
    [undefined, null, 60, '60', 1e9],
    [0, -1, '', 'abc', true, Number.POSITIVE_INFINITY],
  ),
  // More than was asked for is accepted, and said (docs/decisions).
  scope: fc
    .constantFrom(undefined, null, '', 'a,b', ['a', 'b'], 'a,c', ['a', 'b', 'c'])
    .map((value) => ({ value, good: true })),
  code: known([undefined, null, {}, 7, ['dal:code']], ['', 'dal:code']),
  more: fc.record({ value: fc.anything(), good: fc.constant(true) }),
})

function inEnvelope(kind: unknown, inner: object): unknown {
  if (kind === 'error') return { error: inner }
  if (kind === 'both') return { error: {}, data: inner }
  if (kind === 'bare') return inner
  return kind === 'text' ? JSON.stringify({ data: inner }) : { data: inner }
}

test('a message counts exactly when origin, window, state and form are right, and is not changed', async () => {
  let accepted = 0
  let cases = 0
  await checkProperty(
    fc.asyncProperty(parts, async ({ origin, source, envelope, ...fields }) => {
      const inner = Object.fromEntries(
        Object.entries(fields).map(([name, { value }]) => [name, value]),
      )
      const data = inEnvelope(envelope.value, inner)
      const before = fc.stringify(data)
      const outcome = await outcomeOf({ origin: String(origin.value), source: source.value, data })
      const honest = [origin, source, envelope, ...Object.values(fields)].every(({ good }) => good)
      expect(outcome === 'dal:secret', outcome).toBe(honest)
      if (!origin.good || !source.good) expect(outcome).toBe('aborted')
      expect(fc.stringify(data)).toBe(before)
      if (honest) accepted += 1
      cases += 1
      // Closed channels are let go between tasks only; a million of them would not fit.
      if (cases % 500 === 0) await new Promise(setImmediate)
    }),
    3000,
    // Each waits for a whole sign-in window.
    200_000,
  )
  expect(accepted).toBeGreaterThan(0)
})

/** What a page without the focus makes of a window that looks closed after this. */
async function outcomeOfClosing(
  at: 'about:blank' | 'LiveChat',
  openedAt = accountsUrl,
): Promise<unknown> {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: { hasFocus: () => false } })
  let href = () => 'about:blank'
  const location = {
    replace() {},
    get href() {
      return href()
    },
  }
  const popup = { ...theirWindow, location }
  vi.spyOn(page, 'open').mockReturnValueOnce(popup)
  const { signal } = new AbortController()
  const outcome = openPopup(openedAt).visit(accountsUrl, pending, settings, signal)
  const code = outcome.catch((thrown) => thrown.code)
  if (at === 'LiveChat') {
    href = () => {
      throw new DOMException('', 'SecurityError')
    }
  }
  await vi.advanceTimersByTimeAsync(1000)
  popup.closed = true
  await vi.advanceTimersByTimeAsync(1000)
  return code
}

test('a window that was at LiveChat and is closed from another program was closed (F3)', async () => {
  expect(await outcomeOfClosing('LiveChat')).toBe('popup_closed')
})

test('a window that closed without a response has the developer compare what LiveChat may not know (F38)', async () => {
  await vi.dynamicImportSettled()
  const info = vi.spyOn(console, 'info').mockReturnValue()
  vi.stubGlobal('location', { href: 'https://app.example/chats?code=secret#secret' })
  onTestFinished(() => {
    info.mockRestore()
    Reflect.deleteProperty(globalThis, 'location')
  })
  await outcomeOfClosing('LiveChat')
  await vi.dynamicImportSettled()
  expect(info).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(
      `${settings.clientId}.*${settings.redirectUri}.*Developer Console.*${accountsUrl}.*doctor https://app.example/chats `,
    ),
  )
})

test('a window that is cut off before it was at the sign-in page is isolated (F5)', async () => {
  await vi.dynamicImportSettled()
  const info = vi.spyOn(console, 'info').mockReturnValue()
  onTestFinished(() => info.mockRestore())
  expect(await outcomeOfClosing('about:blank')).toBe('popup_isolated')
  expect(await outcomeOfClosing('LiveChat', `${accountsUrl}/robots.txt`)).toBe('popup_isolated')
  await vi.dynamicImportSettled()
  expect(info).not.toHaveBeenCalled()
})

test('a sign-in window works in a browser without BroadcastChannel', async () => {
  const { BroadcastChannel } = globalThis
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  onTestFinished(() => void Object.assign(globalThis, { BroadcastChannel }))
  const data = { data: { state: pending.state, access_token: 'dal:secret', expires_in: 60 } }
  expect(await outcomeOf({ origin: accountsUrl, source: theirWindow, data })).toBe('dal:secret')
  expect(await returnToOpener('https://app.example/callback', pending.state)).toBe(false)
})

/** A window that says what was done to it. */
function openedWindow() {
  const popup = { ...theirWindow, close: vi.fn(), focus: vi.fn(), location: { replace: vi.fn() } }
  const open = vi.spyOn(page, 'open').mockReturnValue(popup)
  onTestFinished(() => open.mockRestore())
  return { popup, open }
}
const openArguments = (open: ReturnType<typeof openedWindow>['open']): unknown[] =>
  open.mock.lastCall ?? []

test('every window has a name of its own that no other page can know (A22)', () => {
  const { open } = openedWindow()
  const names = [1, 2].map(() => {
    openPopup(accountsUrl)
    return openArguments(open)[1]
  })
  for (const name of names) expect(name).toMatch(/^sign-in-[0-9a-f]{32}$/)
  expect(new Set(names).size).toBe(2)
})

test('the window is in the middle of this one, and no larger than the screen', () => {
  const { open } = openedWindow()
  Object.assign(page, { screenX: 100, screenY: 50 })
  openPopup(accountsUrl)
  expect(openArguments(open)).toEqual([
    accountsUrl,
    expect.any(String),
    'popup,resizable,scrollbars,width=500,height=650,left=350,top=125',
  ])
  vi.stubGlobal('screen', { availWidth: 320, availHeight: 480 })
  openPopup(accountsUrl)
  expect(openArguments(open)[2]).toBe(
    'popup,resizable,scrollbars,width=320,height=480,left=440,top=210',
  )
  Object.assign(page, { screenX: 0, screenY: 0 })
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
})

test.each([
  ['none', null],
  ['a closed one', { ...theirWindow, closed: true }],
])('a browser that opens %s blocked it', (_what, popup) => {
  const open = vi.spyOn(page, 'open').mockReturnValue(popup as typeof theirWindow)
  expect(() => openPopup(accountsUrl)).toThrow(new SignInError('popup_blocked'))
  open.mockRestore()
})

/** A window that is at these addresses, by the milliseconds since it opened; at none that can be read once it is LiveChat's. */
function openedWindowAt(address: (time: number) => string | undefined) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { popup } = openedWindow()
  const start = Date.now()
  Object.defineProperty(popup.location, 'href', {
    get() {
      const href = address(Date.now() - start)
      if (href === undefined) throw new DOMException('', 'SecurityError')
      return href
    },
  })
  return popup
}

/** How often such a window is sent on within the time. */
async function sentOn(address: (time: number) => string | undefined, milliseconds: number) {
  const popup = openedWindowAt(address)
  const stop = new AbortController()
  const answer = openPopup(`${accountsUrl}/robots.txt`)
    .visit(accountsUrl, pending, settings, stop.signal)
    .catch(() => {})
  await vi.advanceTimersByTimeAsync(milliseconds)
  stop.abort()
  await answer
  return popup.location.replace.mock.calls
}

test('a window at LiveChat goes on to the sign-in page, once', async () => {
  expect(await sentOn(() => undefined, 0)).toEqual([[accountsUrl]])
})

test('a window goes on to the sign-in page when it is at LiveChat, not while its first page is on the way', async () => {
  const address = (time: number) => (time < 500 ? 'about:blank' : undefined)
  expect(await sentOn(address, 499)).toEqual([])
  expect(await sentOn(address, 600)).toEqual([[accountsUrl]])
})

test('a window whose first page never comes goes on after three seconds', async () => {
  expect(await sentOn(() => 'about:blank', 2900)).toEqual([])
  expect(await sentOn(() => 'about:blank', 3100)).toEqual([[accountsUrl]])
})

test('a window that is given up closes when its first page is there, since Chromium keeps it open before (F1)', async () => {
  const popup = openedWindowAt((time) => (time < 500 ? 'about:blank' : undefined))
  const opened = openPopup(`${accountsUrl}/robots.txt`)
  const visited = openPopup(`${accountsUrl}/robots.txt`)
    .visit(accountsUrl, pending, settings, AbortSignal.abort())
    .catch((thrown) => thrown.code)
  opened.close()
  expect(await visited).toBe('aborted')
  await vi.advanceTimersByTimeAsync(499)
  expect(popup.close).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(100)
  expect(popup.close).toHaveBeenCalledTimes(2)
  expect(popup.location.replace).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('a window that is given up on its way to LiveChat is not sent on', async () => {
  const popup = openedWindowAt((time) => (time < 500 ? 'about:blank' : undefined))
  const stop = new AbortController()
  const visited = openPopup(`${accountsUrl}/robots.txt`)
    .visit(accountsUrl, pending, settings, stop.signal)
    .catch((thrown) => thrown.code)
  stop.abort()
  expect(await visited).toBe('aborted')
  await vi.advanceTimersByTimeAsync(600)
  expect(popup.location.replace).not.toHaveBeenCalled()
})

test('a window that is given up closes after three seconds if its first page never comes', async () => {
  const popup = openedWindowAt(() => 'about:blank')
  openPopup(`${accountsUrl}/robots.txt`).close()
  await vi.advanceTimersByTimeAsync(2900)
  expect(popup.close).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(popup.close).toHaveBeenCalledOnce()
})

test('a window that opened at the sign-in page, or was given up or closed, is left alone', () => {
  const { popup } = openedWindow()
  const stop = new AbortController()
  const visit = (opened: string) =>
    void openPopup(opened)
      .visit(accountsUrl, pending, settings, stop.signal)
      .catch(() => {})
  visit(accountsUrl)
  const given = openPopup(`${accountsUrl}/robots.txt`)
  popup.closed = true
  void given.visit(accountsUrl, pending, settings, stop.signal).catch(() => {})
  popup.closed = false
  stop.abort()
  visit(`${accountsUrl}/robots.txt`)
  expect(popup.location.replace).not.toHaveBeenCalled()
})

test('a window closes soon after its response, and nothing is left of the wait', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { popup } = openedWindow()
  const { signal } = new AbortController()
  const opened = openPopup(accountsUrl)
  opened.focus()
  expect(popup.focus).toHaveBeenCalledOnce()
  const answer = opened.visit(accountsUrl, pending, settings, signal)
  const data = { data: { state: pending.state, access_token: 'dal:secret' } }
  page.dispatchEvent(
    Object.assign(new Event('message'), { origin: accountsUrl, source: popup, data }),
  )
  expect((await answer).parameters.get('access_token')).toBe('dal:secret')
  // What the page does with the response does not compete with a window that is closed.
  expect(popup.close).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(popup.close).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
  page.dispatchEvent(
    Object.assign(new Event('message'), { origin: accountsUrl, source: popup, data }),
  )
  expect(popup.close).toHaveBeenCalledOnce()
  opened.close()
  expect(popup.close).toHaveBeenCalledTimes(2)
})

test('a window that stays open too long is closed', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const { popup } = openedWindow()
  const { signal } = new AbortController()
  const code = openPopup(accountsUrl)
    .visit(accountsUrl, pending, { ...settings, popupTimeout: 5000 }, signal)
    .catch((thrown) => thrown.code)
  await vi.advanceTimersByTimeAsync(4999)
  expect(popup.close).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(await code).toBe('timed_out')
  expect(popup.close).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})

/** Waits until what channels were told before has arrived. */
async function delivered() {
  const [one, other] = [new BroadcastChannel('probe'), new BroadcastChannel('probe')]
  await new Promise((resolve) => {
    other.onmessage = resolve
    one.postMessage('')
  })
  one.close()
  other.close()
}

/** What becomes of a sign-in whose own redirect URI was loaded in the window. */
async function handOver(href: unknown, state = pending.state) {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const { popup } = openedWindow()
  const stop = new AbortController()
  const answer = openPopup(accountsUrl).visit(accountsUrl, pending, settings, stop.signal)
  const taking = returnToOpener(href as string, state)
  await delivered()
  await delivered()
  vi.advanceTimersByTime(300)
  const taken = await taking
  stop.abort()
  const response = await answer.catch(() => undefined)
  expect(popup.close).toHaveBeenCalledOnce()
  return [taken, response?.parameters.get('access_token')]
}

test('a response on our own redirect URI is handed to the page that opened the window', async () => {
  const href = `${redirectUri}#access_token=dal:secret&state=${pending.state}`
  expect(await handOver(href)).toEqual([true, 'dal:secret'])
})

test('only a page that knows the state hears or says anything', async () => {
  const href = `${redirectUri}#access_token=dal:secret&state=${pending.state}`
  expect(await handOver(href, 'another-state')).toEqual([false, undefined])
})

test.each([7, null, `${redirectUri}?page=2`])('%j is no response to hand over', async (href) => {
  expect(await handOver(href)).toEqual([false, undefined])
})

test('what else is said in the channel accepts no response', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const channel = new BroadcastChannel(`sign-in-with-livechat ${pending.state}`)
  onTestFinished(() => channel.close())
  channel.onmessage = () => channel.postMessage('heard')
  const taken = returnToOpener(redirectUri, pending.state)
  await delivered()
  await delivered()
  vi.advanceTimersByTime(300)
  expect(await taken).toBe(false)
})

test.each([null, 'received', {}, [1]])('the page ignores %j in its channel', async (message) => {
  openedWindow()
  const stop = new AbortController()
  const answer = openPopup(accountsUrl).visit(accountsUrl, pending, settings, stop.signal)
  const channel = new BroadcastChannel(`sign-in-with-livechat ${pending.state}`)
  const heard = vi.fn()
  channel.onmessage = heard
  channel.postMessage(message)
  await delivered()
  await delivered()
  stop.abort()
  await expect(answer).rejects.toMatchObject({ code: 'aborted' })
  expect(heard).not.toHaveBeenCalled()
  channel.close()
})

test('LiveChat’s own accounts server is at two origins, any other at one', () => {
  expect(originsOf('https://accounts.livechat.com')).toEqual([
    'https://accounts.livechat.com',
    'https://accounts.livechatinc.com',
  ])
  expect(originsOf(accountsUrl)).toEqual([accountsUrl])
})

test('a browser that opens the sign-in window in place of this page is stopped, and has none', () => {
  const stop = vi.fn()
  vi.stubGlobal('window', Object.assign(page, { stop, open: () => page }))
  expect(() => openPopup('https://accounts.example/')).toThrow(new SignInError('popup_blocked'))
  expect(stop).toHaveBeenCalledOnce()
})
