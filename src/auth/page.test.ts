import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  isSaidToBeOffline,
  isVisible,
  onceRestored,
  onWake,
  pageUrl,
  replaceAddress,
} from './page.ts'

beforeEach(() => void vi.stubGlobal('window', new EventTarget()))
afterEach(() => void vi.unstubAllGlobals())

const dispatch = (type: string, more = {}) =>
  window.dispatchEvent(Object.assign(new Event(type), more))

test('a server renders pages but has no address', () => {
  expect(pageUrl()).toBe('')
})

test('the address is replaced by one of this page, without a title', () => {
  const replaceState = vi.fn()
  vi.stubGlobal('history', { replaceState })
  vi.stubGlobal('location', { href: 'https://app.example/inbox?a#b' })
  replaceAddress('/chats')
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', 'https://app.example/chats')
})

test.each([
  ['visible', true],
  ['hidden', false],
])('a page that is %s may be looked at: %s', (visibilityState, visible) => {
  vi.stubGlobal('document', {})
  vi.stubGlobal('Document', { prototype: { visibilityState } })
  expect(isVisible()).toBe(visible)
})

test.each([true, false])('the browser says whether it is online: %s', (onLine) => {
  vi.stubGlobal('navigator', { onLine })
  expect(isSaidToBeOffline()).toBe(!onLine)
})

test('a page wakes when it is seen, shown or focused, until nobody listens', () => {
  const woken = vi.fn()
  const stop = new AbortController()
  onWake(woken, stop.signal)
  for (const type of ['visibilitychange', 'pageshow', 'focus']) {
    dispatch(type)
    expect(woken).toHaveBeenCalledOnce()
    woken.mockClear()
  }
  stop.abort()
  for (const type of ['visibilitychange', 'pageshow', 'focus']) dispatch(type)
  expect(woken).not.toHaveBeenCalled()
})

test('a page that the browser kept is restored once, and not by being loaded', () => {
  const restored = vi.fn()
  onceRestored(restored, new AbortController().signal)
  dispatch('pageshow', { persisted: false })
  expect(restored).not.toHaveBeenCalled()
  dispatch('pageshow', { persisted: true })
  dispatch('pageshow', { persisted: true })
  expect(restored).toHaveBeenCalledOnce()

  const stop = new AbortController()
  onceRestored(restored, stop.signal)
  stop.abort()
  dispatch('pageshow', { persisted: true })
  expect(restored).toHaveBeenCalledOnce()
})
