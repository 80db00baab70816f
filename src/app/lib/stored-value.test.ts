import { afterEach, expect, test, vi } from 'vitest'
import { storedValue } from './stored-value.ts'

afterEach(() => vi.unstubAllGlobals())

const value = () => storedValue(() => localStorage, 'key')

function stubStorage() {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
  return kept
}

test('a value is kept until null takes its place', () => {
  const kept = stubStorage()
  expect(value().read()).toBeNull()
  value().write({ language: 'de' })
  expect(value().read()).toEqual({ language: 'de' })
  value().write(null)
  expect(kept.size).toBe(0)
})

test('what is no JSON counts as nothing', () => {
  stubStorage().set('key', 'de')
  expect(value().read()).toBeNull()
})

test('without a storage nothing is kept, and nothing is thrown', () => {
  vi.stubGlobal('localStorage', undefined)
  value().write('de')
  expect(value().read()).toBeNull()
})
