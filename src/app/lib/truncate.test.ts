import { expect, test } from 'vitest'
import { truncate } from './truncate.ts'

test('a short text stays, on one line', () => {
  expect(truncate('  Hello\n\n there ')).toBe('Hello there')
})

test('a long text ends with an ellipsis', () => {
  expect(truncate('abcdef', 3)).toBe('abc…')
})

test('an emoji is never cut in half', () => {
  expect(truncate('ab🙂cd', 3)).toBe('ab…')
})

test('A44 ten megabytes are cut without reading them all', () => {
  const before = performance.now()
  expect(truncate('a \u202e'.repeat(3_500_000)).length).toBeLessThanOrEqual(301)
  expect(performance.now() - before).toBeLessThan(100)
})
