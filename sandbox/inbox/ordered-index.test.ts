import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { createOrderedIndex, type Position, type SortOrder } from './ordered-index.ts'

const positions = fc.uniqueArray(
  fc.record({ startedAt: fc.integer({ min: 0, max: 5 }), id: fc.string({ minLength: 1 }) }),
  { selector: ({ id }) => id },
)
const order = fc.constantFrom<SortOrder>('asc', 'desc')

test('chats without threads come last in either order', () => {
  return checkProperty(
    fc.property(positions, order, (items, sort) => {
      const walked = [...createOrderedIndex(items).after(undefined, sort)]
      expect(walked).toHaveLength(items.length)
      const starts = walked.map(({ startedAt }) => startedAt)
      const border = starts.filter((start) => start > 0).length
      expect(starts.slice(border).every((start) => start === 0)).toBe(true)
      const sorted = starts.slice(0, border).toSorted((one, other) => one - other)
      expect(starts.slice(0, border)).toEqual(sort === 'asc' ? sorted : sorted.reverse())
    }),
  )
})

test('pages before and after a position meet there, even when its item is gone', () => {
  return checkProperty(
    fc.property(positions, order, fc.nat(), (items, sort, at) => {
      const index = createOrderedIndex<Position>(items)
      const walked = [...index.after(undefined, sort)]
      const middle = walked[at % Math.max(walked.length, 1)]
      if (!middle) return
      const around = () => [
        ...[...index.before(middle, sort)].reverse(),
        ...index.after(middle, sort),
      ]
      const others = walked.filter((item) => item !== middle)
      expect(around()).toEqual(others)
      index.remove(middle)
      expect(around()).toEqual(others)
      index.insert(middle)
      expect([...index.after(undefined, sort)]).toEqual(walked)
    }),
  )
})
