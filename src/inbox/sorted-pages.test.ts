import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { countBefore, type Pages, withItems } from './sorted-pages.ts'

const compare = (one: number, other: number) => one - other
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => from + index)

test('items stay in order, whatever is removed and added', () => {
  const changes = fc.array(
    fc.record({ removed: fc.uniqueArray(fc.nat(300)), added: fc.uniqueArray(fc.nat(300)) }),
  )
  return checkProperty(
    fc.property(changes, fc.boolean(), (all, isFull) => {
      const items = new Set(isFull ? numbers(0, 300) : [])
      let pages: Pages<number> = withItems([], [], [...items], compare)
      for (const { removed, added } of all) {
        const gone = removed.filter((one) => items.delete(one))
        const come = added.filter((one) => !items.has(one))
        for (const one of come) items.add(one)
        pages = withItems(pages, gone, come, compare)
        expect(pages.flat()).toEqual([...items].toSorted(compare))
        expect(pages.every((page) => page.length > 0)).toBe(true)
      }
    }),
  )
})

test('a change leaves all pages but one as they are', () => {
  const pages = withItems([], [], numbers(0, 10_000), compare)
  const after = withItems(pages, [5_000], [], compare)
  expect(pages.filter((page) => !after.includes(page))).toHaveLength(1)
  const back = withItems(after, [], [5_000], compare)
  expect(after.filter((page) => !back.includes(page))).toHaveLength(1)
  expect(back.flat()).toEqual(pages.flat())
})

test('pages neither grow nor get many, however often items come and go', () => {
  let pages: Pages<number> = []
  for (const one of numbers(0, 2_000)) pages = withItems(pages, [], [one], compare)
  expect(Math.max(...pages.map((page) => page.length))).toBeLessThan(200)
  for (const one of numbers(0, 1_990)) pages = withItems(pages, [one], [], compare)
  expect(pages.flat()).toEqual(numbers(1_990, 2_000))
  expect(pages).toHaveLength(1)
})

test('it is counted how many items come before a place', () => {
  expect(countBefore([1, 3, 5], (one) => one < 4)).toBe(2)
  expect(countBefore([1, 3, 5], (one) => one < 1)).toBe(0)
  expect(countBefore([1, 3, 5], () => true)).toBe(3)
  expect(countBefore([], () => true)).toBe(0)
})
