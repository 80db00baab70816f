import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isComposing } from './is-composing.ts'

test.each([
  ['Chromium and Firefox', { isComposing: true, keyCode: 229 }, true],
  ['Safari', { isComposing: false, keyCode: 229 }, true],
  ['no input method', { isComposing: false, keyCode: 13 }, false],
])('a key is told from one of the word being composed: %s', (_, event, expected) => {
  expect(isComposing(event as KeyboardEvent)).toBe(expected)
})

test('every key handler leaves the keys of an input method alone', () => {
  const app = join(import.meta.dirname, '..')
  const readingKeys = readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .map((file) => readFileSync(join(app, file), 'utf8'))
    // A storage event has a key, too.
    .filter((text) => /event\.key\b/.test(text) && /keyboard|keydown/i.test(text))
  expect(readingKeys.length).toBeGreaterThan(3)
  for (const text of readingKeys) expect(text).toMatch(/isComposing\((event|event\.nativeEvent)\)/)
})
