import { afterEach, expect, test, vi } from 'vitest'
import { anySignal, parseUrl, randomId, withResolvers } from './index.ts'

afterEach(() => vi.unstubAllGlobals())

test('a promise is settled from outside', async () => {
  const { promise, resolve } = withResolvers<string>()
  resolve('done')
  expect(await promise).toBe('done')
  const failed = withResolvers<never>()
  failed.reject(new Error('no'))
  await expect(failed.promise).rejects.toThrow('no')
})

test.each(['as in a browser of today', 'as in an older one'])(
  'a signal aborts with the first of several, and with its reason: %s',
  (browser) => {
    if (browser === 'as in an older one') vi.stubGlobal('AbortSignal', class {})
    const [one, other] = [new AbortController(), new AbortController()]
    const signal = anySignal(one.signal, undefined, other.signal)
    expect(signal.aborted).toBe(false)
    other.abort('enough')
    one.abort('too late')
    expect(signal.reason).toBe('enough')
    expect(anySignal(other.signal).reason).toBe('enough')
    expect(anySignal(undefined).aborted).toBe(false)
  },
)

test('a text that is no URL is none, also in a browser without URL.parse', () => {
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override parse = undefined as unknown as typeof URL.parse
    },
  )
  expect(parseUrl('https://example.com/a')?.pathname).toBe('/a')
  expect(parseUrl('http://')).toBeUndefined()
})

test('an id is random where the browser makes no UUID, as on plain http', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  expect(randomId()).toMatch(/^[0-9a-f]{32}$/)
  expect(randomId()).not.toBe(randomId())
})
