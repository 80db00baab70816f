import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AccountsSDK, type SDKOptions } from './index.ts'

const client_id = 'app'
const minute = 60_000

/** What the page's sessionStorage and localStorage hold. */
const tab = new Map<string, string>()
const site = new Map<string, string>()

function storageOver(items: Map<string, string>): Storage {
  return {
    get length() {
      return items.size
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  }
}

beforeEach(() => {
  vi.stubGlobal('window', { localStorage: storageOver(site), sessionStorage: storageOver(tab) })
  vi.stubGlobal('location', { href: 'https://app.example/inbox' })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  tab.clear()
  site.clear()
})

function request(sdk: AccountsSDK, options?: Partial<SDKOptions>, flow?: string): URLSearchParams {
  return new URL(sdk.authorizeURL(options, flow)).searchParams
}

const stateOf = (params: URLSearchParams) => params.get('state') ?? ''

test('a request of authorizeURL is verified once, even by another client after a reload', () => {
  const state = stateOf(request(new AccountsSDK({ client_id })))
  const afterReload = new AccountsSDK({ client_id })
  expect(afterReload.verify({ state })).toEqual({ state })
  expect(afterReload.verify({ state })).toBeNull()
})

test('with the code grant, verify returns the verifier, which is not in the URL', () => {
  const sdk = new AccountsSDK({ client_id, response_type: 'code' })
  const params = request(sdk)
  const { code_verifier } = sdk.verify({ state: stateOf(params) }) ?? {}
  expect(code_verifier).toHaveLength(128)
  expect(params.toString()).not.toContain(code_verifier)
})

test('a request for a window is remembered by its client only, not in storage', () => {
  const sdk = new AccountsSDK({ client_id })
  const state = stateOf(request(sdk, {}, 'button'))
  expect(tab.size + site.size).toBe(0)
  expect(new AccountsSDK({ client_id }).verify({ state })).toBeNull()
  expect(sdk.verify({ state })).toEqual({ state })
})

test('namespace and force_local_storage choose where a request is stored', () => {
  const usual = stateOf(request(new AccountsSDK({ client_id })))
  expect([...tab.keys()]).toEqual([`com.livechat.accounts${usual}`])
  const options = { client_id, transaction: { namespace: 'mine.', force_local_storage: true } }
  const state = stateOf(request(new AccountsSDK(options)))
  expect([...site.keys()]).toEqual([`mine.${state}`])
  expect(new AccountsSDK({ client_id }).verify({ state })).toBeNull()
  expect(new AccountsSDK(options).verify({ state })).toEqual({ state })
})

test('verify_state and verify_callback turn nothing off', () => {
  const sdk = new AccountsSDK({ client_id, verify_state: false, verify_callback: false })
  const params = request(sdk)
  expect(stateOf(params)).toHaveLength(32)
  expect(sdk.verify({})).toBeNull()
  expect(sdk.verify({ state: 'forged' })).toBeNull()
  expect(sdk.verify({ state: stateOf(params) })).not.toBeNull()
})

test('options of one call apply to that call only', () => {
  const sdk = new AccountsSDK({ client_id, scope: 'chats--all:ro' })
  const once = request(sdk, { organization_id: 'two', prompt: 'consent', email_hint: 'a@b.c' })
  expect(Object.fromEntries(once)).toMatchObject({
    organization_id: 'two',
    prompt: 'consent',
    email: 'a@b.c',
    scope: 'chats--all:ro',
  })
  const then = request(sdk)
  expect(['organization_id', 'prompt', 'email'].filter((name) => then.has(name))).toEqual([])
})

test('a blocked window rejects at once, and again the next time', async () => {
  vi.stubGlobal('window', { ...window, open: () => null, outerWidth: 800, outerHeight: 600 })
  vi.stubGlobal('screen', { availWidth: 1000, availHeight: 800 })
  const sdk = new AccountsSDK({ client_id })
  const both = [sdk.popup().authorize(), sdk.popup().authorize()]
  for (const one of both) {
    await expect(one).rejects.toMatchObject({ oauth_exception: 'popup_blocked' })
  }
  await expect(sdk.popup().authorize()).rejects.toMatchObject({ oauth_exception: 'popup_blocked' })
})

test('requests without a response are removed after half an hour; other keys stay', () => {
  vi.useFakeTimers()
  const sdk = new AccountsSDK({ client_id, response_type: 'code' })
  const states = [1, 2, 3].map(() => stateOf(request(sdk)))
  tab.set('com.livechat.accounts.theme', 'dark')
  tab.set('com.livechat.accounts.seen', '{"createdAt":0}')
  tab.set('basket', '{"state":"full","createdAt":0}')
  vi.advanceTimersByTime(29 * minute)
  const young = stateOf(request(sdk))
  expect(tab.size).toBe(7)
  vi.advanceTimersByTime(minute)
  request(sdk)
  expect(tab.size).toBe(5)
  expect(states.map((state) => sdk.verify({ state }))).toEqual([null, null, null])
  expect(sdk.verify({ state: young })).not.toBeNull()
})

test('requests for windows are remembered for half an hour, several at a time', () => {
  vi.useFakeTimers()
  const sdk = new AccountsSDK({ client_id })
  const [first, second] = [1, 2].map(() => stateOf(request(sdk, {}, 'button')))
  expect(sdk.verify({ state: first ?? '' })).not.toBeNull()
  vi.advanceTimersByTime(30 * minute)
  request(sdk, {}, 'button')
  expect(sdk.verify({ state: second ?? '' })).toBeNull()
})

test('an option that is undefined is as it was, and a client needs an id', () => {
  const sdk = new AccountsSDK({ client_id, scope: 'chats--all:ro' })
  const { scope } = sdk.popup({ scope: undefined as unknown as string }).options
  expect(scope).toBe('chats--all:ro')
  expect(() => new AccountsSDK(undefined as unknown as SDKOptions)).toThrow('client id')
})

test('what is stored under the name of a request but is none is not verified', () => {
  tab.set('com.livechat.accountsX', '{"state":"X"}')
  expect(new AccountsSDK({ client_id }).verify({ state: 'X' })).toBeNull()
})

test('each way to sign in has its options, those of the call over those of the client', () => {
  const sdk = new AccountsSDK({ client_id, scope: 'chats--all:ro' })
  for (const way of ['popup', 'iframe', 'redirect'] as const) {
    expect(sdk[way]({ prompt: 'consent' }).options).toEqual({ ...sdk.options, prompt: 'consent' })
  }
})

test('a state is verified as the text it is', () => {
  const sdk = new AccountsSDK({ client_id, state: '77' })
  request(sdk)
  expect(sdk.verify({ state: 77 as unknown as string })).toBeNull()
})

/** Opens the page again with the response to a redirect, as LiveChat sends it, and stands in for `/v2/info`. */
function respond(sdk: AccountsSDK, fields: Record<string, string>, info: Record<string, unknown>) {
  const state = stateOf(request(sdk))
  const address = new URL(`https://app.example/inbox#${new URLSearchParams({ ...fields, state })}`)
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, href: string) => {
      address.href = href
    },
  })
  vi.stubGlobal('fetch', async () => Response.json(info))
  return address
}

const tokenFields = {
  access_token: 'dal:secret',
  token_type: 'Bearer',
  expires_in: '28800',
  scope: 'chats--all:ro',
}
const info = {
  access_token: 'dal:secret',
  client_id,
  expires_in: 28800,
  scope: 'chats--all:ro',
  account_id: 'ada',
  organization_id: 'northwind',
}

test('a token by redirect comes with the account and organization it belongs to', async () => {
  const sdk = new AccountsSDK({ client_id })
  const address = respond(sdk, tokenFields, info)
  const response = await sdk.redirect().authorizeData()
  const owner: string[] = [response.account_id, response.organization_id, response.client_id]
  expect(owner).toEqual(['ada', 'northwind', client_id])
  expect(address.href).toBe('https://app.example/inbox')
})

test('a state of the page’s own is waited for like one of ours', async () => {
  const sdk = new AccountsSDK({ client_id, state: 'my-own' })
  const address = respond(sdk, tokenFields, info)
  expect(await sdk.redirect().authorizeData()).toMatchObject({ access_token: 'dal:secret' })
  expect(address.href).toBe('https://app.example/inbox')
})

test('a page whose storage is blocked waits for no response', async () => {
  const address = new URL('https://app.example/inbox#access_token=theirs&state=theirs')
  vi.stubGlobal('location', address)
  vi.stubGlobal('window', {
    get sessionStorage() {
      throw new DOMException('', 'SecurityError')
    },
  })
  const sdk = new AccountsSDK({ client_id })
  await expect(sdk.redirect().authorizeData()).rejects.toMatchObject({
    identity_exception: 'unauthorized',
  })
  expect(sdk.verify({ state: 'theirs' })).toBeNull()
  expect(address.hash).not.toBe('')
})

test('a component that mounts twice gets the response twice, and a page that asks later gets none (A47)', async () => {
  const sdk = new AccountsSDK({ client_id })
  respond(sdk, tokenFields, info)
  const [first, second] = [sdk.redirect().authorizeData(), sdk.redirect().authorizeData()]
  expect(await first).toMatchObject({ access_token: 'dal:secret' })
  expect(await second).toEqual(await first)
  await new Promise((resolve) => setTimeout(resolve))
  await expect(sdk.redirect().authorizeData()).rejects.toMatchObject({
    identity_exception: 'unauthorized',
  })
})

test('a refused redirect is reported once, too', async () => {
  const sdk = new AccountsSDK({ client_id })
  respond(sdk, { oauth_exception: 'something_new', exception_details: 'x' }, info)
  await expect(sdk.redirect().authorizeData()).rejects.toMatchObject({
    oauth_exception: 'something_new',
    exception_details: 'x',
  })
  await new Promise((resolve) => setTimeout(resolve))
  await expect(sdk.redirect().authorizeData()).rejects.toMatchObject({
    identity_exception: 'unauthorized',
  })
})

test.each([
  '?state=CA',
  '?code=SUMMER10',
  '?error=404',
  '?code=theirs&state=another-provider',
  '#access_token=theirs&state=another-provider',
])('the page’s own %s is left alone (A49)', async (own) => {
  const address = new URL(`https://app.example/inbox${own}`)
  vi.stubGlobal('location', address)
  await expect(new AccountsSDK({ client_id }).redirect().authorizeData()).rejects.toMatchObject({
    identity_exception: 'unauthorized',
  })
  expect(address.href).toBe(`https://app.example/inbox${own}`)
})

test('a used response is rejected again and removed from the URL (A3)', async () => {
  const address = respond(new AccountsSDK({ client_id }), tokenFields, info)
  const { href } = address
  await new AccountsSDK({ client_id }).redirect().authorizeData()
  address.href = href
  await expect(new AccountsSDK({ client_id }).redirect().authorizeData()).rejects.toMatchObject({
    oauth_exception: 'state_mismatch',
  })
  expect(address.href).toBe('https://app.example/inbox')
})
