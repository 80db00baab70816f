import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { savePending } from './flow/pending-sign-in.ts'
import { createState } from './grant/authorization-request.ts'
import { loadCodeGrant } from './grant/load-code-grant.ts'
import { createSignInClient, type SignInClient } from './sign-in-client.ts'
import { SignInError } from './sign-in-error.ts'
import { fakeAbortTimeouts } from './testing/timeouts.ts'

const clientId = 'app'
const accountsUrl = 'https://accounts.example'
const redirectUri = 'https://app.example/callback'
/** Waits that are short, since all of them end in each case. */
const waits = { popupTimeout: 5000, requestTimeout: 2000 }
const options = { clientId, accountsUrl, redirectUri, ...waits }
const state = createState()
/** Part of every token, whatever it is written like. */
const secret = 'S3CR3T'

const names = [
  ...['addEventListener', 'body', 'cookie', 'createElement', 'defaultView', 'dispatchEvent'],
  ...['forms', 'hasFocus', 'hidden', 'location', 'readyState', 'visibilityState'],
] as const

/** A token as a server may write it, or somebody who wants it to stay in the address. */
const tokenInOddDress = fc
  .tuple(
    fc.constantFrom(
      ...['access_token', 'Access_Token', '%20access_token', 'acc%65ss_token', 'acc%2565ss_token'],
      ...[
        'access_token[a]',
        'ID_TOKEN',
        'refresh_token',
        '#access_token',
        '/callback?access_token',
      ],
      ...[';access_token', '\u0000access_token', '%00access_token', 'access\u200b_token'],
    ),
    fc.constantFrom(`dal:${secret}`, `dal%3A${secret}`, `${secret}%`, ''),
  )
  .map((pair) => pair.join('='))
const pair = fc.oneof(
  { arbitrary: tokenInOddDress, weight: 3 },
  fc.constantFrom(
    `state=${state}`,
    `state=${state}`,
    `state=${createState()}`,
    'state=',
    'state=x',
  ),
  fc.constantFrom('token_type=Bearer', 'token_type=mac', 'expires_in=3600', 'expires_in=-1'),
  fc.constantFrom('scope=a', 'account_id=ada', 'organization_id=o', 'error=access_denied'),
  fc.constantFrom('code=c', 'page=1', '__proto__=1', '%', '', '='),
)
const pairs = fc.array(pair, { maxLength: 5 }).map((all) => all.join('&'))
const honest = `access_token=dal:${secret}&token_type=Bearer&expires_in=3600&state=${state}`

const page = fc.record({
  path: fc.constantFrom(redirectUri, redirectUri, 'https://app.example/shop'),
  query: pairs.map((text) => text.replaceAll('#', '')),
  hash: fc.oneof(pairs, fc.constant(honest), fc.constant(honest)),
  /** Names of elements that hide members of the document. */
  hidden: fc.subarray([...names]),
  base: fc.constantFrom('https://app.example/', 'https://evil.example/', 'https://app.example/a/'),
  storage: fc.constantFrom('works', 'works', 'is full', 'is blocked'),
  awaits: fc.constantFrom('implicit', 'implicit', 'code', undefined),
  listener: fc.constantFrom('listens', 'throws', 'signs out'),
  popup: fc.constantFrom(
    ...['opens', 'opens', 'opens', 'is cut off', 'is blocked', 'throws', 'is this page'],
  ),
  isOnline: fc.boolean(),
  server: fc.constantFrom('answers', 'answers', 'refuses', 'hangs', 'breaks', 'is no server'),
})
type RandomPage = typeof page extends fc.Arbitrary<infer Page> ? Page : never

const data = fc.record(
  {
    access_token: fc.constantFrom(`dal:${secret}`, `dal:${secret}`, ['x'], 7, ''),
    state: fc.constantFrom(undefined, 'x', null),
    token_type: fc.constantFrom('Bearer', null, 'mac'),
    expires_in: fc.constantFrom(null, 3600, -1),
    more: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: ['access_token'] },
)
const goodData = fc.constant({ access_token: `dal:${secret}` })
const step = fc.oneof(
  { arbitrary: fc.record({ act: fc.constant('sign in' as const) }), weight: 2 },
  { arbitrary: fc.record({ act: fc.constant('post' as const), data: goodData }), weight: 2 },
  fc.record({ act: fc.constant('post' as const), data }),
  fc.record({ act: fc.constantFrom('leave', 'sign out', 'close', 'wake', 'ask', 'pass') }),
)

// Or the first sign-ins would wait for real.
beforeAll(loadCodeGrant)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] })
  fakeAbortTimeouts()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

class Storage {
  items = new Map<string, string>()
  isFull = false
  getItem = (key: string) => this.items.get(key) ?? null
  removeItem = (key: string) => this.items.delete(key)
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError')
    this.items.set(key, value)
  }
}

/** Opens a browser with this page in it; returns all that it came to hold. */
function open({ hidden, base, storage, awaits, popup, isOnline, server, ...where }: RandomPage) {
  const address = new URL(`${where.path}?${where.query}#${where.hash}`)
  const kept = new Storage()
  const seen: unknown[] = []
  const popups: { closed: boolean; state: string | null }[] = []
  const requestUrls: URL[] = []
  if (awaits) {
    const request = { state, grantType: awaits, flow: 'redirect', clientId, accountsUrl } as const
    savePending({ ...request, redirectUri, returnTo: '/chats', createdAt: Date.now() }, kept)
  }
  kept.isFull = storage === 'is full'

  const openPopup = (url: string): unknown => {
    requestUrls.push(new URL(url))
    if (popup === 'throws') throw new DOMException('', 'InvalidAccessError')
    if (popup === 'is blocked') return null
    if (popup === 'is this page') return window
    const opened = {
      closed: false,
      state: new URL(url).searchParams.get('state'),
      location: { href: popup === 'is cut off' ? 'about:blank' : '', replace() {} },
      focus() {},
      close() {
        opened.closed = true
      },
    }
    popups.push(opened)
    if (popup === 'is cut off') setTimeout(opened.close, 100)
    return opened
  }
  const answer = async (url: URL, { method }: RequestInit) => {
    if (server === 'breaks') throw new TypeError('Failed to fetch')
    if (server === 'is no server') return new Response(`<p>${secret}`)
    if (server === 'refuses') return Response.json({ error: 'invalid_grant' }, { status: 400 })
    if (method === 'DELETE') return new Response(null, { status: 204 })
    const access_token = url.pathname.endsWith('info') ? `dal:${secret}` : `dal:${secret}2`
    const grant = { access_token, refresh_token: secret, token_type: 'Bearer', expires_in: 3600 }
    return Response.json({ ...grant, client_id: clientId, account_id: 'ada', scope: 'a' })
  }
  const storages = {
    get sessionStorage() {
      if (storage === 'is blocked') throw new DOMException('', 'SecurityError')
      return kept
    },
  }
  const window = Object.defineProperties(
    Object.assign(new EventTarget(), {
      ...{ screenX: 0, screenY: 0, outerWidth: 1000, outerHeight: 800 },
      ...{ open: openPopup, stop() {}, close() {} },
    }),
    Object.getOwnPropertyDescriptors(storages),
  )
  const ofDocument = { visibilityState: 'visible', hasFocus: () => isOnline }
  const document = Object.create(ofDocument, {
    ...Object.fromEntries(hidden.map((name) => [name, { value: { nodeName: 'FORM' } }])),
  })
  const globals = {
    window,
    document: new Proxy(document, {
      set: (_, name, value) => seen.push(name, value) > 0,
    }),
    Document: { prototype: ofDocument },
    screen: { availWidth: 1000, availHeight: 800 },
    navigator: { onLine: isOnline },
    localStorage: kept,
    location: Object.assign(address, { assign: (url: string) => requestUrls.push(new URL(url)) }),
    history: {
      replaceState(kept: unknown, _: string, url: string) {
        const resolved = new URL(url, base)
        if (resolved.origin !== address.origin) throw new DOMException('', 'SecurityError')
        seen.push(kept)
        address.href = resolved.href
      },
    },
    reportError: (thrown: unknown) => seen.push(thrown),
    BroadcastChannel: class extends EventTarget {
      postMessage() {}
      close() {}
    },
    fetch(url: URL, init: RequestInit) {
      requestUrls.push(url)
      const aborted = new Promise<never>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
      return server === 'hangs' ? aborted : Promise.race([answer(url, init), aborted])
    },
  }
  vi.spyOn(console, 'info').mockImplementation((...said) => void seen.push(said))
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  return { address, kept, seen, popups, requestUrls, window }
}

test('whatever a page is like, no token stays in it and no call throws or hangs (A53, F39, F44)', () =>
  checkProperty(
    fc.asyncProperty(page, fc.array(step, { maxLength: 6 }), async (random, steps) => {
      const { address, kept, seen, popups, requestUrls, window } = open(random)
      let calls = 0
      const follow = (call: Promise<unknown>) => {
        calls += 1
        call
          .then(
            (result) => typeof result === 'string' || seen.push(result),
            (thrown) => {
              expect(thrown).toBeInstanceOf(SignInError)
              seen.push(thrown)
            },
          )
          .catch((failure) => failures.push(failure))
          .finally(() => {
            calls -= 1
          })
      }
      const failures: unknown[] = []

      const client: SignInClient = createSignInClient(options)
      client.subscribe(() => {
        if (random.listener === 'signs out' && client.getSnapshot().status === 'signed-in')
          follow(client.signOut())
        if (random.listener === 'throws') throw new Error('of the page')
      })
      client.subscribe(() => seen.push(client.getSnapshot()))
      const resumed = client.resume()
      follow(resumed)
      follow(
        resumed.then(({ status }) => {
          const isSignedIn = client.getSnapshot().status === 'signed-in'
          const isOver = status === 'failed' && popups.length === 0
          expect(isOver && isSignedIn).toBe(false)
        }),
      )
      // Elsewhere a token without a state of ours is the page's own (A49).
      const isResponse = random.path === redirectUri || random.hash === honest
      if (isResponse) expect(address.href).not.toContain(secret)
      else address.href = random.path

      for (const one of steps) {
        if (one.act === 'sign in') follow(client.signIn())
        else if (one.act === 'leave') void client.signIn({ flow: 'redirect' }).catch(() => {})
        else if (one.act === 'sign out') follow(client.signOut())
        else if (one.act === 'ask') follow(client.getAccessToken())
        else if (one.act === 'wake') window.dispatchEvent(new Event('focus'))
        else if (one.act === 'pass') await vi.advanceTimersByTimeAsync(1000)
        const popup = popups.at(-1)
        if (one.act === 'close' && popup) popup.closed = true
        if ('data' in one && popup) {
          const data = { data: { state: popup.state, ...one.data } }
          window.dispatchEvent(
            Object.assign(new Event('message'), { source: popup, origin: accountsUrl, data }),
          )
        }
      }
      await vi.advanceTimersByTimeAsync(70_000)
      expect(calls).toBe(0)
      client.dispose()
      expect(failures).toEqual([])

      expect(address.href).not.toContain(secret)
      expect(popups.filter(({ closed }) => !closed)).toEqual([])
      expect(inspect([seen, kept], { depth: 9, showHidden: true })).not.toContain(secret)
      for (const { href, origin } of requestUrls) {
        expect(origin).toBe(accountsUrl)
        expect(href).not.toContain(secret)
      }
      vi.clearAllTimers()
    }),
    300,
    // Each has a page, a session and a minute of timers.
    100_000,
  ))
