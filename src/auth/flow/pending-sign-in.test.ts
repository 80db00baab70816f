import { expect, onTestFinished, test, vi } from 'vitest'
import type { PendingSignIn } from '../grant/authorization-request.ts'
import {
  awaitsResponse,
  consumePending,
  forgetPending,
  type RedirectStorage,
  savePending,
  tabStorage,
} from './pending-sign-in.ts'

function tab(): RedirectStorage & { size(): number } {
  const items = new Map<string, string>()
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
    size: () => items.size,
  }
}

function pendingAt(createdAt: number, more: Partial<PendingSignIn> = {}): PendingSignIn {
  return {
    state: `state-${createdAt}`,
    grantType: 'implicit',
    flow: 'popup',
    clientId: 'client',
    accountsUrl: 'https://accounts.livechat.com',
    redirectUri: 'http://localhost:3000/callback',
    returnTo: '/chats?show=active#third',
    createdAt,
    ...more,
  }
}

test('a pending sign-in is returned once (A3)', () => {
  const storage = tab()
  const pending = pendingAt(0)
  savePending(pending, storage)
  expect(consumePending('client', pending.state, storage)).toEqual(pending)
  expect(consumePending('client', pending.state, storage)).toBeUndefined()
})

test('a response to something else leaves it for the right one (A1)', () => {
  const storage = tab()
  const pending = pendingAt(0)
  savePending(pending, storage)
  expect(consumePending('client', 'forged', storage)).toBeUndefined()
  expect(consumePending('client', null, storage)).toBeUndefined()
  expect(consumePending('client', pending.state, storage)).toEqual(pending)
})

test('another tab does not have it (A5)', () => {
  const pending = pendingAt(0)
  savePending(pending, tab())
  expect(consumePending('client', pending.state, tab())).toBeUndefined()
})

test('two apps on one site do not take each other’s pending sign-ins', () => {
  const storage = tab()
  savePending(pendingAt(0, { clientId: 'one' }), storage)
  savePending(pendingAt(1, { clientId: 'two' }), storage)
  expect(consumePending('one', 'state-0', storage)?.clientId).toBe('one')
  expect(consumePending('two', 'state-1', storage)?.clientId).toBe('two')
})

test('a response to an abandoned sign-in is too late', () => {
  const storage = tab()
  savePending(pendingAt(0), storage)
  forgetPending('client', storage)
  expect(consumePending('client', 'state-0', storage)).toBeUndefined()
})

test('stops before LiveChat’s third redirect in 30 s, and allows more afterwards (F36)', () => {
  const storage = tab()
  savePending(pendingAt(0), storage)
  savePending(pendingAt(10_000), storage)
  expect(() => savePending(pendingAt(20_000), storage)).toThrow(
    expect.objectContaining({ code: 'redirect_loop' }),
  )
  savePending(pendingAt(30_000), storage)
})

test('what else is in the list of redirects counts for none', () => {
  const storage = { ...tab(), getItem: () => '[null, null]' }
  expect(() => savePending(pendingAt(0), storage)).not.toThrow()
})

test('a sign-in waits for the response with its state, in its own app', () => {
  const storage = tab()
  savePending(pendingAt(0), storage)
  expect(awaitsResponse('client', 'state-0', storage)).toBe(true)
  expect(awaitsResponse('client', 'forged', storage)).toBe(false)
  expect(awaitsResponse('other', 'state-0', storage)).toBe(false)
})

test('a page that may not even ask for its storage waits for nothing, and says why it cannot sign in', () => {
  const cause = new DOMException('no', 'SecurityError')
  vi.stubGlobal('window', {
    get sessionStorage() {
      throw cause
    },
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const storage = tabStorage()
  expect(awaitsResponse('client', 'state-0', storage)).toBe(false)
  const refusal = expect.objectContaining({ code: 'storage_unavailable', cause })
  expect(() => storage.getItem('')).toThrow(refusal)
  expect(() => storage.setItem('', '')).toThrow(refusal)
  expect(() => storage.removeItem('')).toThrow(refusal)
})

test.each([
  ['blocked (F32)', 'SecurityError'],
  ['full (F33)', 'QuotaExceededError'],
])('%s storage is reported', (_what, name) => {
  const refuse = () => {
    throw new DOMException('no', name)
  }
  const storage = { getItem: refuse, setItem: refuse, removeItem: refuse }
  expect(() => savePending(pendingAt(0), storage)).toThrow(
    expect.objectContaining({ code: 'storage_unavailable', cause: expect.any(DOMException) }),
  )
  expect(() => consumePending('client', 'state-0', storage)).toThrow(
    expect.objectContaining({ code: 'storage_unavailable' }),
  )
})

const ofOther = JSON.stringify(pendingAt(0, { clientId: 'other' }))

test.each(['{', '[]', 'null', '7', '{"state":7}', ofOther])(
  'a damaged entry %s counts as none',
  (text) => {
    const storage = { ...tab(), getItem: () => text }
    expect(consumePending('client', 'state-0', storage)).toBeUndefined()
  },
)
