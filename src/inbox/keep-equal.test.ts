import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { keepEqual } from './keep-equal.ts'

const anyValue = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(undefined, null, 0, 1, '', 'a', true),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { noNullPrototype: true }),
    fc
      .array(fc.tuple(fc.constantFrom('a', 'b'), tie('value')), { maxLength: 2 })
      .map((all) => new Map(all)),
  ),
})).value

test('the result equals the newer value, and is the older one when that is equal', () => {
  return checkProperty(
    fc.property(anyValue, anyValue, (before, after) => {
      expect(keepEqual(before, after)).toStrictEqual(after)
      const copy = structuredClone(after)
      expect(keepEqual(after, copy)).toBe(after)
    }),
  )
})

test('parts that are as they were stay the same objects', () => {
  const before = { list: [{ a: 1 }, { a: 2 }], map: new Map([['x', { b: 1 }]]), one: { c: 1 } }
  const after = keepEqual(before, {
    list: [{ a: 1 }, { a: 3 }, { a: 4 }],
    map: new Map([
      ['x', { b: 1 }],
      ['y', { b: 2 }],
    ]),
    one: { c: 1 },
  })
  expect(after.list[0]).toBe(before.list[0])
  expect(after.list[1]).not.toBe(before.list[1])
  expect(after.map.get('x')).toBe(before.map.get('x'))
  expect(after.one).toBe(before.one)
})

test('a value that is absent differs from one that is undefined', () => {
  expect(keepEqual({ a: undefined }, {})).toStrictEqual({})
  expect(keepEqual({}, { a: undefined })).toStrictEqual({ a: undefined })
})

test('a map with another key or another value is another one', () => {
  const before = new Map([
    ['a', 1],
    ['b', 2],
  ])
  const otherKey = new Map([
    ['a', 1],
    ['c', 2],
  ])
  const otherValue = new Map([
    ['a', 1],
    ['b', 3],
  ])
  expect(keepEqual(before, otherKey)).toEqual(otherKey)
  expect(keepEqual(before, otherValue)).toEqual(otherValue)
  const absent = new Map([['a', undefined]])
  expect(keepEqual(absent, new Map([['b', undefined]]))).toEqual(new Map([['b', undefined]]))
  expect(keepEqual({ a: {} }, { a: null })).toEqual({ a: null })
})

test('a value that comes again is not looked through again', () => {
  let looks = 0
  const again = {
    list: [{ a: 1 }],
    get counted() {
      looks += 1
      return 1
    },
  }
  const before = { list: [{ a: 1 }], counted: 1 }
  expect(keepEqual(before, again)).toBe(before)
  const looksOnce = looks
  expect(looksOnce).toBeGreaterThan(0)
  expect(keepEqual(before, again)).toBe(before)
  expect(looks).toBe(looksOnce)
  const other = { list: [{ a: 2 }], counted: 1 }
  expect(keepEqual(other, again)).toStrictEqual({ list: [{ a: 1 }], counted: 1 })
  expect(keepEqual(before, again)).toBe(before)
})
