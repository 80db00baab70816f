import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../../scripts/fuzz/check-property.ts'
import { safeReturnTo } from './return-to.ts'

const origin = 'http://app.localhost:3000'
const runs = 3000

test.each(['/chats', '/chats?show=active#row-3', '/chats/PJ0MRSHTDG?a=%2F', '/a//b', '/'])(
  'keeps the path %s',
  (path) => {
    expect(safeReturnTo(path, origin)).toBe(path)
  },
)

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  'http://app.localhost:3000@evil.example/',
  'https://evil.example/',
  '%2F%2Fevil.example',
  '/%2Fevil.example',
  '/%5Cevil.example',
  '/..//evil.example',
  '/./\\evil.example',
  'chats',
  '',
  null,
  undefined,
  '/%',
  '/a\tb',
  '/a b',
  '/a\\b',
  '/a\u007fb',
])('replaces %j by / (A26)', (wish) => {
  expect(safeReturnTo(wish, origin)).toBe('/')
})

test('returnTo is on this origin, whatever is requested', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '//',
    '..',
    '%2f',
    '%5c',
    '@',
    ':',
    'evil.example',
    '\t',
    '#',
    '?',
    'a',
  )
  const wishes = fc.oneof(
    fc.string(),
    fc.array(pieces).map((some) => `/${some.join('')}`),
  )
  return checkProperty(
    fc.property(wishes, (wish) => {
      const to = safeReturnTo(wish, origin)
      expect(to.startsWith('/')).toBe(true)
      expect(new URL(to, origin).origin).toBe(origin)
      expect(safeReturnTo(to, origin)).toBe(to)
    }),
    runs,
  )
})
