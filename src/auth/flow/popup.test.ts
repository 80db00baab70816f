import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { PendingSignIn } from '../grant/authorization-request.ts'
import { readImplicitGrant, validateResponse } from '../grant/authorization-response.ts'
import { SignInError } from '../sign-in-error.ts'
import { completeOptions } from '../sign-in-options.ts'
import { openPopup } from './popup.ts'

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

class BrowserPromise<T> extends Promise<T> {
  static override withResolvers<T>() {
    let settle: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'> | undefined
    const promise = new Promise<T>((resolve, reject) => {
      settle = { resolve, reject }
    })
    if (!settle) throw new Error('A promise runs its executor at once.')
    return { promise, ...settle }
  }
}

let page: OurWindow

beforeAll(() => {
  page = new OurWindow()
  vi.stubGlobal('window', page)
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
  // Node 20 lacks what every browser has.
  vi.stubGlobal('Promise', BrowserPromise)
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
  const answer = openPopup().visit('https://accounts.example/', pending, settings, stop.signal)
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
  await fc.assert(
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
    { numRuns: Number(process.env.FUZZ ?? 3000) },
  )
  expect(accepted).toBeGreaterThan(0)
})

test('a browser that opens the sign-in window in place of this page is stopped, and has none', () => {
  const stop = vi.fn()
  vi.stubGlobal('window', Object.assign(page, { stop, open: () => page }))
  expect(() => openPopup('https://accounts.example/')).toThrow(new SignInError('popup_blocked'))
  expect(stop).toHaveBeenCalledOnce()
})
