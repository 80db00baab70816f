import { expect, test } from 'vitest'
import { scrollShift } from './scroll-shift.ts'

test('rows added or removed above shift those in view', () => {
  expect(scrollShift(['c', 'd'], 2, ['x', 'a', 'b', 'c', 'd', 'e'])).toBe(1)
  expect(scrollShift(['c', 'd'], 2, ['b', 'c', 'd'])).toBe(-1)
})

test('a single row that moves to the top shifts nothing', () => {
  expect(scrollShift(['c', 'd', 'e'], 2, ['c', 'a', 'b', 'd', 'e'])).toBe(0)
  expect(scrollShift(['c', 'd', 'e'], 2, ['c', 'x', 'a', 'b', 'd', 'e'])).toBe(1)
})

test('when all rows are gone nothing shifts', () => {
  expect(scrollShift(['c'], 2, ['x', 'y'])).toBe(0)
  expect(scrollShift([], 0, ['x', 'y'])).toBe(0)
})
