import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { linkify } from './linkify.ts'

const urls = (text: string) => linkify(text).flatMap(({ url }) => url ?? [])

test('finds web addresses, without the sentence around them', () => {
  expect(urls('See https://example.com/a?b=c, or (http://example.org/x).')).toEqual([
    'https://example.com/a?b=c',
    'http://example.org/x',
  ])
  expect(urls('no address here: example.com')).toEqual([])
})

test('nothing but http and https becomes a link (A43)', () => {
  for (const bad of [
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc',
    'https://',
    'ftp://x',
  ]) {
    expect(urls(`look ${bad} there`)).toEqual([])
  }
})

test('an address ends where invisible characters begin (A44)', () => {
  expect(urls('https://example.com/\u202egnp.exe')).toEqual(['https://example.com/'])
})

test.each([
  ['请看https://example.com/a。谢谢', 'https://example.com/a'],
  ['（https://example.com/a）', 'https://example.com/a'],
  [
    'https://example.com/a、https://example.org/b',
    'https://example.com/a',
    'https://example.org/b',
  ],
  [
    '「https://example.com/a」、『https://example.com/b』！',
    'https://example.com/a',
    'https://example.com/b',
  ],
  [
    '【https://example.com/a】《https://example.com/b》',
    'https://example.com/a',
    'https://example.com/b',
  ],
  ['„https://example.com/a“', 'https://example.com/a'],
  ['“https://example.com/a”', 'https://example.com/a'],
  ['« https://example.com/a »', 'https://example.com/a'],
  ['«https://example.com/a»', 'https://example.com/a'],
  ['‘https://example.com/a’', 'https://example.com/a'],
  ['اقرأ https://example.com/a، شكرا', 'https://example.com/a'],
  ['https://example.com/a؟', 'https://example.com/a'],
  ['देखें https://example.com/a।', 'https://example.com/a'],
  ['https://example.com/a…', 'https://example.com/a'],
  ['https://example.com/a...', 'https://example.com/a'],
  ['https://example.com/a – or not', 'https://example.com/a'],
  ['[the page](https://example.com/a)', 'https://example.com/a'],
  [
    '[https://example.com/a](https://example.org/b)',
    'https://example.com/a',
    'https://example.org/b',
  ],
  ['(see https://example.com/Foo_(bar))', 'https://example.com/Foo_(bar)'],
  ['https://example.com/Foo_(bar).', 'https://example.com/Foo_(bar)'],
  ['https://example.com/?ids[]=1&ids[]', 'https://example.com/?ids[]=1&ids[]'],
  ['https://example.com/?q={a}', 'https://example.com/?q={a}'],
  ['https://example.com/Foo_(bar', 'https://example.com/Foo_'],
  ['https://example.com/!?', 'https://example.com/'],
])('%s', (text, ...found) => {
  expect(linkify(text).flatMap((part) => (part.url ? part.text : []))).toEqual(found)
})

test.each(['https://', 'https://a(', 'https://a)', 'https://a.', '.', '('])(
  'a long text of nothing but %s is read in time',
  (piece) => {
    // Read anew from each beginning it would take minutes, and the test as well.
    const text = `https://a${piece.repeat(200_000 / piece.length)}a`
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text)
  },
)

test('the parts put together are the text again, and none is empty, whatever it is', () => {
  const text = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(' ', '.', 'https://')))
  return checkProperty(
    fc.property(text, (pieces) => {
      const whole = pieces.join('')
      const parts = linkify(whole)
      expect(parts.map((part) => part.text).join('')).toBe(whole)
      expect(parts.every((part) => part.text !== '')).toBe(true)
      for (const { url } of parts) if (url) expect(url).toMatch(/^https?:\/\//)
    }),
    2000,
  )
})
