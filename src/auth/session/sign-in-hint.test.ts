import { beforeEach, expect, test, vi } from 'vitest'
import { forgetHint, readHint, rememberHint, type SignInHint } from './sign-in-hint.ts'

const key = 'sign-in-with-livechat:hint:app'
const items = new Map<string, string>()

beforeEach(() => {
  items.clear()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  })
  return () => vi.unstubAllGlobals()
})

const ada: SignInHint = {
  flow: 'redirect',
  grantType: 'code',
  accountId: 'ada',
  email: 'ada@example.com',
  name: 'Ada',
}

test('a hint is read back, by its own app, until it is forgotten', () => {
  rememberHint('app', ada)
  expect(readHint('app')).toEqual(ada)
  expect(readHint('other')).toBeUndefined()
  forgetHint('app')
  expect(readHint('app')).toBeUndefined()
  expect(items.size).toBe(0)
})

test.each(['', '{', 'null', '7', '"ada"'])('a hint that is %j is none', (text) => {
  items.set(key, text)
  expect(readHint('app')).toBeUndefined()
})

const usual = { flow: 'popup', grantType: 'implicit' }
const long = 'x'.repeat(201)

test.each([
  [{}, usual],
  [{ flow: 'javascript:alert(1)', grantType: 7 }, usual],
  [{ ...ada, accessToken: 'dal:secret', toString: 1 }, ada],
  [
    { ...ada, name: { html: '<b>' }, email: '' },
    { ...ada, name: undefined, email: undefined },
  ],
  [
    { ...ada, name: long, email: long.slice(1) },
    { ...ada, name: undefined, email: long.slice(1) },
  ],
  // Nobody is greeted who cannot be checked.
  [{ ...usual, email: 'ada@example.com', name: 'Ada' }, usual],
  [{ ...usual, accountId: 7, name: 'Ada' }, usual],
])('of a hint that is %j only what a hint can be is taken', (written, read) => {
  items.set(key, JSON.stringify(written))
  expect(readHint('app')).toEqual(read)
})

test('without storage there is no hint, and nothing fails', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
  rememberHint('app', ada)
  forgetHint('app')
  expect(readHint('app')).toBeUndefined()
})
