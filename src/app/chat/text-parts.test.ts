import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { highlightEnd, highlightStart } from '../../agent-chat/index.ts'
import { textParts } from './text-parts.ts'

/** Search hits stand in square brackets, links in angles. */
function drawn(text: string, isLinked = true): string {
  const marked = text.replaceAll('[', highlightStart).replaceAll(']', highlightEnd)
  return textParts(marked, isLinked)
    .map(({ url, pieces }) => {
      const words = pieces.map((piece) => (piece.isHit ? `[${piece.text}]` : piece.text)).join('')
      return url ? `<${words}>` : words
    })
    .join('')
}

test.each([
  ['Hello', 'Hello'],
  ['a [tent] leaks', 'a [tent] leaks'],
  ['see https://example.com/[tent]/a.', 'see <https://example.com/[tent]/a>.'],
  ['[https]://[example].com', '<[https]://[example].com>'],
  ['[see https://example.com/a] now', '[see ]<[https://example.com/a]> now'],
  ['https://example.com/[a. More]', '<https://example.com/[a]>[. More]'],
  ['never [closed https://example.com', 'never [closed ]<[https://example.com]>'],
  ['never opened] here', 'never opened here'],
])('%s is drawn as %s', (text, expected) => {
  expect(drawn(text)).toBe(expected)
})

test('a link has search hits, but no links inside', () => {
  expect(drawn('see https://example.com/[tent]', false)).toBe('see https://example.com/[tent]')
})

test('the pieces are the text again, and none is empty, whatever it is', () => {
  const word = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(highlightStart, highlightEnd))
  return checkProperty(
    fc.property(fc.array(word), (words) => {
      const text = words.join('')
      const pieces = textParts(text, true).flatMap((part) => part.pieces)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text.replace(/[\ue000\ue001]/g, ''))
      expect(pieces.every((piece) => piece.text.length > 0)).toBe(true)
    }),
    2000,
  )
})
