import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { AccountsSDK } from './index.ts'

const client_id = 'app'
const server_url = 'https://accounts.example'
const token = { access_token: 'dal:secret' }
const info = {
  ...token,
  client_id,
  expires_in: 60,
  scope: 'a,b',
  account_id: 'ada',
  organization_id: 'northwind',
}

/** A window or frame of LiveChat's. */
function createTarget(url = '') {
  const attributes = new Map<string, string>()
  return {
    src: url,
    closed: false,
    focus: vi.fn(),
    close: vi.fn(),
    location: {
      get href(): string {
        throw new DOMException('It is at another origin.', 'SecurityError')
      },
    },
    style: {},
    tabIndex: 0,
    attributes,
    contentWindow: {},
    setAttribute: (name: string, value: string) => attributes.set(name, value),
    remove: vi.fn(),
  }
}
type Target = ReturnType<typeof createTarget>

let targets: Target[]
let shown: Target[]
let left: string[]
let sdk: AccountsSDK
let stored: Map<string, string>

beforeEach(() => {
  targets = []
  shown = []
  left = []
  stored = new Map()
  const sessionStorage = {
    get length() {
      return stored.size
    },
    key: (index: number) => [...stored.keys()][index] ?? null,
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  }
  const open = (url: string) => {
    const target = createTarget(url)
    targets.push(target)
    return target
  }
  const window = Object.assign(new EventTarget(), {
    sessionStorage,
    outerWidth: 800,
    outerHeight: 600,
    screenX: 0,
    screenY: 0,
    open,
  })
  vi.stubGlobal('window', window)
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
  const members = {
    createElement: (name: string) => Object.assign(open(''), { name }),
    body: { append: (target: Target) => shown.push(target) },
  }
  vi.stubGlobal('document', Object.create(members))
  vi.stubGlobal('location', {
    href: 'https://app.example/inbox?tab=mine#top',
    assign: (url: string) => left.push(url),
  })
  vi.stubGlobal('fetch', async () => Response.json(info))
  sdk = new AccountsSDK({ client_id, server_url })
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const stateOf = (target = targets.at(-1)) => new URL(target?.src ?? '').searchParams.get('state')

/** What LiveChat's page posts to whoever opened or holds it. */
function post(fields: object, source: unknown, origin = server_url) {
  const data = 'error' in fields ? fields : { data: { state: stateOf(), ...fields } }
  window.dispatchEvent(Object.assign(new Event('message'), { source, origin, data }))
}
const sourceOf = (way: 'popup' | 'iframe', target = targets.at(-1)) =>
  way === 'popup' ? target : target?.contentWindow

for (const way of ['popup', 'iframe'] as const) {
  test(`a token by ${way} comes with its lifetime, scopes and owner, and is verified once`, async () => {
    const authorizing = sdk[way]().authorize()
    const state = stateOf() ?? ''
    expect(new URL(targets[0]?.src ?? '').searchParams.get('flow')).toBe('button')
    post(token, sourceOf(way))
    expect(await authorizing).toEqual({
      access_token: 'dal:secret',
      token_type: 'Bearer',
      expires_in: 60,
      scope: 'a,b',
      state,
      account_id: 'ada',
      organization_id: 'northwind',
      client_id,
      type: 'token',
    })
    expect(sdk.verify({ state })).toEqual({ state })
    expect(sdk.verify({ state })).toBeNull()
    expect(stored.size).toBe(0)
    expect(targets[0]?.[way === 'popup' ? 'close' : 'remove']).toHaveBeenCalled()
  })

  test(`a code by ${way} is as LiveChat sent it, with the verifier to exchange it`, async () => {
    const authorizing = sdk[way]({ response_type: 'code' }).authorize()
    const state = stateOf() ?? ''
    const owner = { account_id: 'ada', organization_id: 'northwind' }
    post({ code: 'c', scope: 'a', ...owner }, sourceOf(way))
    expect(await authorizing).toEqual({
      code: 'c',
      state,
      scope: 'a',
      ...owner,
      client_id,
      type: 'code',
    })
    expect(sdk.verify({ state })).toEqual({
      state,
      code_verifier: expect.stringMatching(/^[\w-]{128}$/),
    })
  })

  test(`messages of other windows, other origins or another form are not seen by ${way} (A15, A16)`, async () => {
    const authorizing = sdk[way]().authorize()
    const forged = { access_token: 'dal:forged' }
    post(forged, {})
    post(forged, null)
    post(forged, sourceOf(way), 'https://evil.example')
    post({ event: 'ready' }, sourceOf(way))
    post(token, sourceOf(way))
    expect(await authorizing).toMatchObject(token)
  })

  test(`a forged state by ${way} is refused (A17)`, async () => {
    const authorizing = sdk[way]().authorize()
    post({ ...token, state: 'forged' }, sourceOf(way))
    await expect(authorizing).rejects.toMatchObject({ oauth_exception: 'state_mismatch' })
  })

  test(`a refusal by ${way} keeps LiveChat’s words`, async () => {
    const authorizing = sdk[way]().authorize()
    const error = { identity_exception: 'something_new', exception_details: 'x' }
    post({ error }, sourceOf(way))
    await expect(authorizing).rejects.toMatchObject(error)
  })
}

test('what LiveChat leaves out of a code’s message is empty', async () => {
  const authorizing = sdk.popup({ response_type: 'code' }).authorize()
  post({ code: 'c' }, sourceOf('popup'))
  expect(await authorizing).toMatchObject({ scope: '', account_id: '', organization_id: '' })
})

test('what /v2/info does not say is empty, and the lifetime the documented one', async () => {
  vi.stubGlobal('fetch', async () => new Response('', { status: 500 }))
  const authorizing = sdk.popup().authorize()
  post(token, sourceOf('popup'))
  expect(await authorizing).toMatchObject({
    expires_in: 28_800,
    scope: '',
    account_id: '',
    organization_id: '',
  })
})

test('while a window is open, a second call brings it to the front and gets the same response', async () => {
  const first = sdk.popup().authorize()
  const second = sdk.popup({ response_type: 'code' }).authorize()
  expect(targets).toHaveLength(1)
  expect(targets[0]?.focus).toHaveBeenCalledOnce()
  post(token, sourceOf('popup'))
  expect(await second).toBe(await first)
  void sdk.popup().authorize()
  expect(targets).toHaveLength(2)
  post(token, sourceOf('popup'))
})

test('a window may have a redirect URI of its own', async () => {
  const redirect_uri = 'https://app.example/callback'
  const authorizing = sdk.popup({ redirect_uri }).authorize()
  expect(new URL(targets[0]?.src ?? '').searchParams.get('redirect_uri')).toBe(redirect_uri)
  post(token, sourceOf('popup'))
  expect(await authorizing).toMatchObject(token)
})

test('a hidden frame takes no room, no focus and no place in the reading order', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const outcome = sdk
    .iframe()
    .authorize()
    .catch((thrown) => thrown)
  const [frame] = targets
  expect(shown).toEqual([frame])
  expect(frame).toMatchObject({ name: 'iframe' })
  expect(frame?.style).toEqual({ position: 'fixed', width: '1px', height: '1px', opacity: '0' })
  expect([frame?.tabIndex, frame?.attributes.get('aria-hidden')]).toEqual([-1, 'true'])
  vi.advanceTimersByTime(4999)
  expect(frame?.remove).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(await outcome).toBe('timeout')
  expect(frame?.remove).toHaveBeenCalledOnce()
  post(token, sourceOf('iframe'))
  expect(frame?.remove).toHaveBeenCalledOnce()
})

test('nothing is left of the wait for a frame that responded', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const authorizing = sdk.iframe({ response_type: 'code' }).authorize()
  post({ code: 'c' }, sourceOf('iframe'))
  await authorizing
  expect(vi.getTimerCount()).toBe(0)
})

test('a redirect leaves for LiveChat and stops before LiveChat would see a loop (F36)', () => {
  sdk.redirect().authorize()
  sdk.redirect().authorize()
  expect(left).toHaveLength(2)
  const { origin, searchParams } = new URL(left[0] ?? '')
  expect([origin, searchParams.get('flow')]).toEqual([server_url, ''])
  expect(() => sdk.redirect().authorize()).toThrow(
    expect.objectContaining({ oauth_exception: 'redirect_loop' }),
  )
  expect(left).toHaveLength(2)
})

/** Returns from LiveChat to an address that has something of its own. */
function returnTo(address: string, state: string | null, options: object = {}) {
  const url = new URL(address)
  const own = url.hash.slice(1)
  const fields = { ...token, token_type: 'Bearer', state: state ?? '' }
  url.hash = [own, String(new URLSearchParams(fields))].filter(Boolean).join('&')
  vi.stubGlobal('location', url)
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, href: string) => {
      url.href = href
    },
  })
  return {
    url,
    reading: new AccountsSDK({ client_id, server_url, ...options }).redirect().authorizeData(),
  }
}

test('the query and hash of the page are put back before what it has now', async () => {
  sdk.redirect().authorize()
  const state = new URL(left[0] ?? '').searchParams.get('state')
  const { url, reading } = returnTo('https://app.example/inbox?utm=1#now', state)
  expect(url.href).toBe('https://app.example/inbox?tab=mine&utm=1#top&now')
  expect(await reading).toMatchObject(token)
})

test('on a redirect URI for responses alone a response that nobody asked for is removed and refused', async () => {
  for (const redirect_uri of ['https://app.example/callback?x=1', '/callback']) {
    const { url, reading } = returnTo('https://app.example/callback', 'another-provider', {
      redirect_uri,
    })
    await expect(reading).rejects.toMatchObject({ oauth_exception: 'state_mismatch' })
    expect(url.href).toBe('https://app.example/callback')
  }
})

test('a window for which the browser makes no request rejects, and does not throw', async () => {
  const odd = new AccountsSDK({ client_id, server_url: 'ftp://x' })
  await expect(odd.popup().authorize()).rejects.toMatchObject({ oauth_exception: 'configuration' })
  const short = sdk.popup({ response_type: 'code', pkce: { code_verifier: 'short' } })
  await expect(short.authorize()).rejects.toMatchObject({
    oauth_exception: 'unknown_error',
    description: expect.stringContaining('43 to 128'),
  })
  expect(targets).toEqual([])
})
