import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { PendingSignIn } from './grant/authorization-request.ts'
import { announceSignOut } from './session/cross-tab-sign-out.ts'
import { signInByPopup } from './sign-in-by-popup.ts'
import {
  createSignInClient,
  type SignInClient,
  type SignInClientOptions,
} from './sign-in-client.ts'
import { SignInError } from './sign-in-error.ts'

const accountsUrl = 'https://accounts.example'
const page = 'https://app.example/callback'
const clientId = 'app'

/** Waits for what takes a few tasks. */
const until = (check: () => void) => vi.waitFor(check, { interval: 1 })

let client: SignInClient
let address: URL
let popups: ReturnType<typeof createPopup>[]
let answers: (url: URL, init: RequestInit) => Promise<Response>
let left: string[]

const local = createStorage()
const session = createStorage()

function createStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

function createPopup(url: string) {
  const went = [url]
  return {
    went,
    closed: false,
    focused: 0,
    focus() {
      this.focused += 1
    },
    close() {
      this.closed = true
    },
    location: {
      replace: (to: string) => void went.push(to),
      get href(): string {
        throw new DOMException('It is at another origin.', 'SecurityError')
      },
    },
  }
}

const info = {
  access_token: 'dal:secret',
  client_id: clientId,
  expires_in: 3600,
  scope: 'a',
  account_id: 'ada',
  organization_id: 'org',
}
const grantedByCode = { ...info, token_type: 'Bearer', refresh_token: 'refresh-secret' }

/** The requests that were made: method, path, and the token if there was one. */
let requests: string[]

beforeEach(() => {
  address = new URL(page)
  popups = []
  left = []
  requests = []
  local.items.clear()
  session.items.clear()
  answers = async (_url, { method }) =>
    method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json(method === 'POST' ? grantedByCode : info)
  const window = Object.assign(new EventTarget(), {
    sessionStorage: session,
    screenX: 0,
    screenY: 0,
    outerWidth: 1000,
    outerHeight: 800,
    close: vi.fn(),
    open(url: string) {
      const popup = createPopup(url)
      popups.push(popup)
      return popup
    },
  })
  vi.stubGlobal('window', window)
  vi.stubGlobal(
    'document',
    Object.assign(new EventTarget(), { visibilityState: 'visible', hasFocus: () => true }),
  )
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
  vi.stubGlobal('localStorage', local)
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('location', Object.assign(address, { assign: (url: string) => left.push(url) }))
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, url: string) => {
      address.href = url
    },
  })
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => {
    const { authorization = '' } = Object.fromEntries(new Headers(init.headers))
    requests.push([init.method, url.pathname, authorization].filter(Boolean).join(' '))
    const aborted = new Promise<never>((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })
    return Promise.race([answers(url, init), aborted])
  })
  client = create()
})

afterEach(() => {
  client.dispose()
  vi.unstubAllGlobals()
})

function create(options: Partial<SignInClientOptions> = {}) {
  const made = createSignInClient({ clientId, accountsUrl, redirectUri: page, ...options })
  onTestFinished(() => made.dispose())
  return made
}

const revoked = 'DELETE /v2/token Bearer dal:secret'

/** What LiveChat's page posts to its opener. */
function post(fields: object, popup = popups.at(-1)) {
  const state = new URL(popup?.went.at(-1) ?? '').searchParams.get('state')
  const data = { data: { state, ...fields } }
  window.dispatchEvent(
    Object.assign(new Event('message'), { source: popup, origin: accountsUrl, data }),
  )
}
const token = { access_token: 'dal:secret' }
const settled = (promise: Promise<unknown>) =>
  promise.then(
    () => 'signed in',
    ({ code }) => code,
  )

test('a click signs in, and nothing that a browser keeps holds the token (A32)', async () => {
  const signedIn = client.signIn({ scopes: ['a'] })
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in', flow: 'popup' })
  post(token)
  expect(await signedIn).toMatchObject({ accountId: 'ada', expiresAt: expect.any(Number) })
  client.rememberAs({ name: 'Ada', email: 'ada@example.com' })
  expect(await client.getAccessToken()).toBe('dal:secret')
  expect(client.hint()).toEqual({
    flow: 'popup',
    grantType: 'implicit',
    accountId: 'ada',
    name: 'Ada',
    email: 'ada@example.com',
  })
  const kept = JSON.stringify([...local.items, ...session.items])
  expect(kept).not.toContain('secret')
  await expect.poll(() => popups.map(({ closed }) => closed)).toEqual([true])
})

test('a refresh token is in nothing that a browser keeps, either (A32)', async () => {
  await client.prepareCodeGrant()
  const signedIn = client.signIn({ grantType: 'code' })
  post({ code: 'c' })
  await signedIn
  client.rememberAs({ name: 'Ada' })
  expect(JSON.stringify([...local.items, ...session.items])).not.toContain('secret')
})

test('a window is there once: the second click brings it to the front', async () => {
  const first = client.signIn()
  expect(client.signIn({ grantType: 'code' })).toBe(first)
  expect(popups.map(({ focused }) => focused)).toEqual([1])
  post(token)
  await first
  void settled(client.signIn())
  expect(popups).toHaveLength(2)
})

test('a prepared code grant opens its window at LiveChat, with a new challenge each time', async () => {
  const prepared = create()
  await prepared.prepareCodeGrant()
  const signedIn = prepared.signIn({ grantType: 'code' })
  const [first] = popups
  expect(first?.went).toHaveLength(1)
  expect(first?.went[0]).toContain('code_challenge=')
  post({ code: 'c' })
  await signedIn
  expect(requests).toContain('POST /v2/token')

  await prepared.prepareCodeGrant()
  void settled(prepared.signIn({ grantType: 'code' }))
  const challenges = popups.map(({ went }) =>
    new URL(went[0] ?? '').searchParams.get('code_challenge'),
  )
  expect(new Set(challenges).size).toBe(2)
})

test('a code grant that was not prepared opens the window at LiveChat and sends it on', async () => {
  void settled(client.signIn({ grantType: 'code' }))
  expect(popups[0]?.went).toEqual([`${accountsUrl}/robots.txt`])
  await until(() => expect(popups[0]?.went[1]).toContain('response_type=code'))
})

test('a sign-out closes the sign-in window, and what it says later counts for nothing', async () => {
  const outcome = settled(client.signIn())
  await client.signOut()
  expect(popups.map(({ closed }) => closed)).toEqual([true])
  post(token)
  expect(await outcome).toBe('aborted')
  expect(client.getSnapshot()).toMatchObject({ status: 'signed-out', reason: { code: 'aborted' } })
  expect(requests).toEqual([])
})

test('so does the signal of the click', async () => {
  const stop = new AbortController()
  const outcome = settled(client.signIn({ signal: stop.signal }))
  stop.abort()
  expect(popups.map(({ closed }) => closed)).toEqual([true])
  expect(await outcome).toBe('aborted')
  expect(await settled(client.signIn({ signal: stop.signal }))).toBe('aborted')
})

test('so does the end of the client', async () => {
  const outcome = settled(client.signIn())
  client.dispose()
  expect(popups.map(({ closed }) => closed)).toEqual([true])
  expect(await outcome).toBe('aborted')
})

for (const [grantType, answer] of [
  ['implicit', token],
  ['code', { code: 'c' }],
] as const) {
  test(`a token by ${grantType} grant that arrives after its sign-in was ended is revoked`, async () => {
    await client.prepareCodeGrant()
    let respond = () => {}
    const held = new Promise<void>((resolve) => {
      respond = resolve
    })
    const answerNow = answers
    answers = async (url, init) => {
      if (init.method !== 'DELETE') await held
      return answerNow(url, init)
    }
    const stop = new AbortController()
    const outcome = settled(client.signIn({ grantType, signal: stop.signal }))
    post(answer)
    await until(() => expect(requests).toHaveLength(1))
    stop.abort()
    // At once, whatever LiveChat still has to say.
    expect(await outcome).toBe('aborted')
    respond()
    await until(() => expect(requests).toContain(revoked))
    expect(client.getSnapshot()).toMatchObject({ status: 'signed-out' })
    await expect(client.getAccessToken()).rejects.toThrow(SignInError)
  })
}

test('a sign-in that was ended says nothing over the one begun after it', async () => {
  const stop = new AbortController()
  const first = settled(client.signIn({ signal: stop.signal }))
  stop.abort()
  const second = client.signIn()
  expect(popups).toHaveLength(2)
  expect(await first).toBe('aborted')
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in' })
  expect(client.signIn()).toBe(second)
  post(token)
  await second
  expect(client.getSnapshot()).toMatchObject({ status: 'signed-in' })
})

test('an account other than the expected one is refused, its token revoked, and the next click shows the sign-in page (A52)', async () => {
  const other = settled(client.signIn({ expectedAccountId: 'grace' }))
  expect(new URL(popups[0]?.went[0] ?? '').pathname).toBe('/')
  post(token)
  expect(await other).toBe('other_account')
  await until(() => expect(requests).toContain(revoked))
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'other_account' } })

  const again = settled(client.signIn({ expectedAccountId: 'ada' }))
  expect(new URL(popups[1]?.went[0] ?? '').pathname).toBe('/signin')
  post(token)
  expect(await again).toBe('signed in')
})

test('after another account, a click that expects none or says which page shows that page', async () => {
  for (const [params, path] of [
    [{}, '/'],
    [{ expectedAccountId: 'grace', signInPage: 'when-needed' }, '/'],
  ] as const) {
    const other = settled(client.signIn({ expectedAccountId: 'grace' }))
    post(token)
    await other
    const stop = new AbortController()
    const next = settled(client.signIn({ ...params, signal: stop.signal }))
    expect(new URL(popups.at(-1)?.went[0] ?? '').pathname).toBe(path)
    stop.abort()
    await next
  }
})

test('an account that LiveChat does not name is not the expected one', async () => {
  answers = async () => new Response('', { status: 500 })
  const unknown = settled(client.signIn({ expectedAccountId: 'ada' }))
  post(token)
  expect(await unknown).toBe('server_error')
  await until(() => expect(requests).toContain(revoked))
})

test('a window that the browser refuses is said', async () => {
  Object.assign(window, { open: () => null })
  expect(await settled(client.signIn())).toBe('popup_blocked')
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'popup_blocked' } })
})

/** The request that waits for its response, as the tab keeps it. */
function kept(): PendingSignIn {
  const [text] = [...session.items].flatMap(([key, value]) =>
    key.includes('pending') ? [value] : [],
  )
  return JSON.parse(text ?? 'null')
}

/** Leaves for LiveChat and returns to the page with the response. */
async function leave(params: object = {}) {
  void client.signIn({ flow: 'redirect', ...params })
  await until(() => expect(left).not.toEqual([]))
  return kept()
}

function returnWith({ state }: PendingSignIn, more: Record<string, string> = {}) {
  const fields = { ...token, token_type: 'Bearer', expires_in: '60', state, ...more }
  address.href = `${page}#${new URLSearchParams(fields)}`
  client = create()
}

test('a redirect keeps where to return to, and the address is clean before anything is awaited', async () => {
  address.href = `${page}?chat=7#last`
  const pending = await leave()
  expect(pending.returnTo).toBe('/callback?chat=7#last')
  expect(left[0]).toContain(`state=${pending.state}`)
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in', flow: 'redirect' })
  returnWith(pending)
  const resumed = client.resume()
  expect(address.href).toBe(page)
  expect(kept()).toBeNull()
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in', flow: 'redirect' })
  expect(await resumed).toEqual({ status: 'signed-in', returnTo: '/callback?chat=7#last' })
  expect(address.href).toBe(`${page}?chat=7#last`)
})

test('where to return to is checked when it is requested (A26)', async () => {
  expect((await leave({ returnTo: '//evil.example' })).returnTo).toBe('/')
})

test('and again when it is read back, since anybody may have written there (A26)', async () => {
  const pending = await leave({ returnTo: '/chats' })
  expect(pending.returnTo).toBe('/chats')
  const [key = ''] = [...session.items.keys()].filter((one) => one.includes('pending'))
  session.setItem(key, JSON.stringify({ ...pending, returnTo: '//evil.example/' }))
  returnWith(pending)
  expect(await client.resume()).toEqual({ status: 'signed-in', returnTo: '/' })
  expect(address.href).toBe('https://app.example/')
})

test('coming Back without a response forgets the request, and a late response is refused', async () => {
  // No page is asked whether the response is for it.
  const { BroadcastChannel } = globalThis
  onTestFinished(() => void Object.assign(globalThis, { BroadcastChannel }))
  const pending = await leave()
  const restore = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
  restore(false)
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in' })
  expect(kept()).toEqual(pending)
  restore(true)
  expect(client.getSnapshot()).toEqual({ status: 'signed-out' })
  expect(kept()).toBeNull()
  returnWith(pending)
  Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  expect(await client.resume()).toEqual({ status: 'failed', returnTo: '/' })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'state_mismatch' } })
  expect(address.href).toBe(page)
})

/** What is said in the console from now on; what an earlier failure loads to say is not. */
async function listenToConsole() {
  await vi.dynamicImportSettled()
  const info = vi.spyOn(console, 'info').mockReturnValue()
  onTestFinished(() => info.mockRestore())
  return info
}

test('a response that belongs to no sign-in has the developer compare addresses, and tells nothing of it (F48)', async () => {
  const info = await listenToConsole()
  address.href = `${page}?code=secret-code&state=siwl_${'f'.repeat(64)}`
  await client.resume()
  await vi.dynamicImportSettled()
  expect(info).toHaveBeenCalledExactlyOnceWith(
    expect.stringMatching(
      /another origin: compare this page, https:\/\/app\.example\/[^?#]*, .*redirect URI/,
    ),
  )
  expect(info.mock.calls.join()).not.toMatch(/secret|siwl_/)
})

test('other failures say nothing in the console', async () => {
  const info = await listenToConsole()
  const pending = await leave()
  address.href = `${page}?oauth_exception=access_denied&state=${encodeURIComponent(pending.state)}`
  await client.resume()
  await vi.dynamicImportSettled()
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'access_denied' } })
  expect(info).not.toHaveBeenCalled()
})

test('a sign-in begun before a sign-out does not leave for LiveChat after it', async () => {
  const outcome = settled(client.signIn({ flow: 'redirect', grantType: 'code' }))
  await client.signOut()
  expect(await outcome).toBe('aborted')
  expect(left).toEqual([])
  expect(kept()).toBeNull()
})

test('a response that another accounts server was asked for is refused (A13)', async () => {
  const pending = await leave()
  returnWith(pending)
  client = create({ accountsUrl: 'https://other.example' })
  expect(await client.resume()).toEqual({ status: 'failed', returnTo: '/' })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'state_mismatch' } })
  expect(requests).toEqual([])
})

test('a refusal leads back to where the agent was', async () => {
  const pending = await leave({ returnTo: '/chats' })
  address.href = `${page}#oauth_exception=access_denied&state=${pending.state}`
  client = create()
  expect(await client.resume()).toEqual({ status: 'failed', returnTo: '/chats' })
  expect(client.getSnapshot()).toMatchObject({ reason: { code: 'access_denied' } })
})

test('a page without a response resumes nothing', async () => {
  expect(await client.resume()).toEqual({ status: 'none' })
  expect(client.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('the session of another tab is taken over where the page is', async () => {
  address.href = 'https://app.example/chats?show=active'
  const shared = {
    get: async () => ({
      id: 'one',
      flow: 'popup' as const,
      grantType: 'implicit' as const,
      grant: { accessToken: 'dal:shared' },
      receivedAt: Date.now(),
      lastSignOut: null,
    }),
    put() {},
    forget() {},
    refresh: () => undefined,
  }
  client = create({ shareSession: () => shared })
  expect(await client.resume()).toEqual({
    status: 'signed-in',
    returnTo: '/chats?show=active',
  })
})

test('a response in the sign-in window goes to the page that opened it, which gets a clean address', async () => {
  const state = 'siwl_0123456789012345678901234567'
  const opener = new BroadcastChannel(`sign-in-with-livechat ${state}`)
  onTestFinished(() => opener.close())
  const told: unknown[] = []
  opener.onmessage = ({ data }) => {
    told.push(data)
    opener.postMessage('received')
  }
  const href = `${page}#access_token=dal:secret&state=${state}`
  address.href = href
  expect(await client.resume()).toEqual({ status: 'handed-over' })
  expect(told).toEqual([{ href }])
  expect(window.close).toHaveBeenCalledOnce()
  expect(address.href).toBe(page)
  expect(client.getSnapshot()).toEqual({ status: 'signed-out' })
})

test('a sign-out revokes the token, tells the other tabs and forgets who it was', async () => {
  const other = create()
  for (const one of [other, client]) {
    const signedIn = one.signIn()
    post(token)
    await signedIn
  }
  await client.signOut()
  expect(requests).toContain(revoked)
  expect(client.hint()).toBeUndefined()
  // As the browser tells the other tabs of what was written.
  window.dispatchEvent(new Event('storage'))
  expect(other.getSnapshot()).toEqual({ status: 'signed-out' })
})

const once = { clientId, accountsUrl, redirectUri: page }

test('a page that keeps no session gets one token by one window', async () => {
  const signedIn = signInByPopup({ ...once, ...{ flow: 'redirect' } })
  expect(popups[0]?.went[0]).toContain('flow=button')
  post(token)
  expect(await signedIn).toMatchObject({ accessToken: 'dal:secret', accountId: 'ada' })
  expect(requests).toEqual(['GET /v2/info Bearer dal:secret'])
})

test('without a client, too, the token of another account is revoked, whether or not that succeeds', async () => {
  const signedIn = settled(signInByPopup({ ...once, expectedAccountId: 'bob' }))
  answers = async (_url, { method }) =>
    method === 'DELETE' ? Promise.reject(new TypeError('Failed to fetch')) : Response.json(info)
  post(token)
  expect(await signedIn).toBe('other_account')
  expect(requests).toContain(revoked)
})

test('without a client, too, the signal closes the window, and what cannot work says so', async () => {
  const stop = new AbortController()
  const signedIn = settled(signInByPopup({ ...once, signal: stop.signal }))
  stop.abort()
  expect(await signedIn).toBe('aborted')
  expect(popups.map(({ closed }) => closed)).toEqual([true])
  expect(await settled(signInByPopup({ ...once, clientId: '' }))).toBe('configuration')
  vi.stubGlobal('screen', undefined)
  expect(await settled(signInByPopup(once))).toBe('unknown_error')
})

test('without a client, too, what is given up with the last response is no session, and its token is revoked', async () => {
  const stop = new AbortController()
  answers = async () => {
    stop.abort()
    return Response.json(info)
  }
  const signedIn = settled(signInByPopup({ ...once, signal: stop.signal }))
  post(token)
  expect(await signedIn).toBe('aborted')
  await until(() => expect(requests).toContain(revoked))
})

test('a page that does not want to know of an unchecked token gets no error for it', async () => {
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  const signedIn = client.signIn()
  post(token)
  await signedIn
  expect(report).not.toHaveBeenCalled()
})

test('a challenge is made once before the click, and none after another grant', async () => {
  const made = vi.spyOn(crypto.subtle, 'digest')
  onTestFinished(() => made.mockRestore())
  const signedIn = client.signIn()
  post(token)
  await signedIn
  await new Promise((resolve) => setTimeout(resolve))
  expect(made).not.toHaveBeenCalled()
  await client.prepareCodeGrant()
  await client.prepareCodeGrant()
  expect(made).toHaveBeenCalledOnce()
})

test('a code that arrives with the sign-out is not exchanged', async () => {
  await client.prepareCodeGrant()
  const signedIn = settled(client.signIn({ grantType: 'code' }))
  post({ code: 'c' })
  void client.signOut()
  expect(await signedIn).toBe('aborted')
  expect(requests).toEqual([])
})

test('a token that LiveChat refuses at once is no session, and needs no revocation', async () => {
  answers = async () => Response.json({}, { status: 401 })
  const signedIn = settled(client.signIn())
  post(token)
  expect(await signedIn).toBe('session_refused')
  expect(requests).toEqual(['GET /v2/info Bearer dal:secret'])
})

test.each(['popup', 'redirect'] as const)(
  'a browser that calls itself offline asks LiveChat before it goes there by %s',
  async (flow) => {
    vi.stubGlobal('navigator', { onLine: false })
    answers = () => Promise.reject(new TypeError('Failed to fetch'))
    expect(await settled(client.signIn({ flow }))).toBe('network')
    expect(requests).toEqual(['HEAD /v2/token'])
    expect(left).toEqual([])
    const went = flow === 'popup' ? [[`${accountsUrl}/robots.txt`]] : []
    expect(popups.map((popup) => popup.went)).toEqual(went)
  },
)

/** A client whose page notes what it hears of unchecked tokens, while LiveChat is not asked about them yet. */
function createListening() {
  const heard: { token: string; returnTo: string; signal: AbortSignal; at: string }[] = []
  const options: Partial<SignInClientOptions> = {
    onUncheckedToken(token, { returnTo, signal }) {
      heard.push({ token, returnTo, signal, at: requests.join() })
    },
  }
  client = create(options)
  let respond = () => {}
  const held = new Promise<void>((resolve) => {
    respond = resolve
  })
  const answerNow = answers
  answers = async (url, init) => {
    if (init.method === 'GET') await held
    return answerNow(url, init)
  }
  return { heard, options, respond }
}

test('a page hears of a token by pop-up before LiveChat is asked about it, and of the session after', async () => {
  const { heard, respond } = createListening()
  const signedIn = client.signIn({ returnTo: '/chats' })
  post(token)
  await until(() => expect(heard).toHaveLength(1))
  expect(heard).toMatchObject([{ token: 'dal:secret', returnTo: '/chats', at: '' }])
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in' })
  expect(await settled(client.getAccessToken())).toBe('signed_out')
  respond()
  await signedIn
  expect(heard[0]?.signal.aborted).toBe(false)
  await client.signOut()
  expect(heard[0]?.signal.aborted).toBe(true)
  expect(heard).toHaveLength(1)
})

test('a page hears of a token by redirect likewise, and where it leads', async () => {
  address.href = `${page}?chat=7`
  const pending = await leave()
  const { heard, options, respond } = createListening()
  returnWith(pending)
  client = create(options)
  const resumed = client.resume()
  await until(() => expect(heard).toHaveLength(1))
  expect(client.getSnapshot()).toMatchObject({ status: 'signing-in' })
  respond()
  expect(await resumed).toMatchObject({ status: 'signed-in' })
  expect(heard).toMatchObject([{ token: 'dal:secret', returnTo: '/callback?chat=7', at: '' }])
})

const wrong = {
  'is of another app': Response.json({ ...info, client_id: 'other' }),
  'is of another account': Response.json({ ...info, account_id: 'grace' }),
  'is refused': Response.json({}, { status: 401 }),
}

test.each(Object.entries(wrong))(
  'a token that %s is of no use to the page any more, and there was no session',
  async (_, answer) => {
    answers = async (_url, { method }) => (method === 'DELETE' ? new Response() : answer.clone())
    const { heard, respond } = createListening()
    const states: string[] = []
    client.subscribe(() => states.push(client.getSnapshot().status))
    const signedIn = settled(client.signIn({ expectedAccountId: 'ada' }))
    post(token)
    await until(() => expect(heard).toHaveLength(1))
    expect(heard[0]?.signal.aborted).toBe(false)
    respond()
    expect(await signedIn).not.toBe('signed in')
    expect(heard[0]?.signal.aborted).toBe(true)
    expect(states).toEqual(['signing-in', 'signed-out'])
  },
)

test('nor is one whose agent signs out meanwhile, here or in another tab (F43)', async () => {
  for (const signOut of [() => void client.signOut(), () => announceSignOut(clientId)]) {
    const { heard, respond } = createListening()
    const signedIn = settled(client.signIn())
    post(token)
    await until(() => expect(heard).toHaveLength(1))
    signOut()
    respond()
    expect(await signedIn).toBe('aborted')
    expect(heard[0]?.signal.aborted).toBe(true)
  }
})

test('a page that throws when it hears of a token does not stop its sign-in (F39)', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  client = create({
    onUncheckedToken() {
      throw new Error('of the page')
    },
  })
  const signedIn = client.signIn()
  post(token)
  expect(await settled(signedIn)).toBe('signed in')
  expect(reported).toHaveBeenCalledOnce()
})
