import { expect, test } from 'vitest'
import type { PendingSignIn } from '../grant/authorization-request.ts'
import {
  consumePending,
  forgetPending,
  type RedirectStorage,
  savePending,
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

test('A3 what was remembered comes back once', () => {
  const storage = tab()
  const pending = pendingAt(0)
  savePending(pending, storage)
  expect(consumePending('client', pending.state, storage)).toEqual(pending)
  expect(consumePending('client', pending.state, storage)).toBeUndefined()
})

test('A1 an answer to something else leaves it for the right one', () => {
  const storage = tab()
  const pending = pendingAt(0)
  savePending(pending, storage)
  expect(consumePending('client', 'forged', storage)).toBeUndefined()
  expect(consumePending('client', null, storage)).toBeUndefined()
  expect(consumePending('client', pending.state, storage)).toEqual(pending)
})

test('A5 another tab knows nothing of it', () => {
  const pending = pendingAt(0)
  savePending(pending, tab())
  expect(consumePending('client', pending.state, tab())).toBeUndefined()
})

test('two apps on one site do not take each other’s', () => {
  const storage = tab()
  savePending(pendingAt(0, { clientId: 'one' }), storage)
  savePending(pendingAt(1, { clientId: 'two' }), storage)
  expect(consumePending('one', 'state-0', storage)?.clientId).toBe('one')
  expect(consumePending('two', 'state-1', storage)?.clientId).toBe('two')
})

test('a sign-in that was given up can no longer be answered', () => {
  const storage = tab()
  savePending(pendingAt(0), storage)
  forgetPending('client', storage)
  expect(consumePending('client', 'state-0', storage)).toBeUndefined()
})

test('F36 stops before LiveChat’s third redirect in 30 s, and lets go afterwards', () => {
  const storage = tab()
  savePending(pendingAt(0), storage)
  savePending(pendingAt(10_000), storage)
  expect(() => savePending(pendingAt(20_000), storage)).toThrow(
    expect.objectContaining({ code: 'redirect_loop' }),
  )
  savePending(pendingAt(30_001), storage)
})

test.each([
  ['F32 blocked', 'SecurityError'],
  ['F33 full', 'QuotaExceededError'],
])('%s storage is said in words', (_what, name) => {
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

test.each(['{', '[]', 'null', '7', '{"state":7}'])('damaged memory %s is no memory', (text) => {
  const storage = { ...tab(), getItem: () => text }
  expect(consumePending('client', 'state-0', storage)).toBeUndefined()
})
