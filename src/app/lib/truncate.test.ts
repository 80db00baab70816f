import { expect, test } from 'vitest'
import { truncate } from './truncate.ts'

test('a short text stays, on one line', () => {
  expect(truncate('  Hello\n\n there ')).toBe('Hello there')
})

test('a long text ends with an ellipsis', () => {
  expect(truncate('abcdef', 3)).toBe('abc…')
  expect(truncate('abc', 3)).toBe('abc')
})

test('an emoji is never cut in half', () => {
  expect(truncate('ab🙂cd', 3)).toBe('ab…')
})

test('ten megabytes are cut without reading them all (A44)', () => {
  const text = 'a \u202e'.repeat(3_500_000)
  expect(truncate(text).length).toBeLessThanOrEqual(301)
  const timeOf = (read: () => unknown) => {
    const before = performance.now()
    read()
    return performance.now() - before
  }
  // The best of five, since the machine may be busy with other tests.
  const cutting = Math.min(...Array.from({ length: 5 }, () => timeOf(() => truncate(text))))
  expect(cutting).toBeLessThan(timeOf(() => text.replace(/\u202e/g, '')) / 10)
})

test.each([
  ['a combining mark', 'abe\u0301cd'],
  ['an accent of its own', 'abe\u0301\u0323cd'],
  ['a conjunct', 'abक्षcd'],
  ['a skin tone', 'ab👍🏽cd'],
  ['a family', 'ab👩‍👩‍👧‍👦cd'],
  ['a flag', 'ab🇵🇱cd'],
  ['a line break of two characters', 'ab\r\ncd'],
])('%s is kept whole or left out', (_name, text) => {
  const after = text.length - 2
  for (let limit = 3; limit < after; limit += 1) expect(truncate(text, limit)).toBe('ab…')
})

test('a pile of marks that is longer than the limit is cut nevertheless', () => {
  expect(truncate(`a${'\u0301'.repeat(500)}`, 100)).toHaveLength(101)
  expect(truncate(`a${'\u0301'.repeat(500)}`, 10)).toHaveLength(11)
  expect(truncate(`ba${'\u0301'.repeat(500)}`, 100)).toHaveLength(101)
})
