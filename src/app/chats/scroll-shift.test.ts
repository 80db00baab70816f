import { expect, test } from 'vitest'
import { scrollShift } from './scroll-shift.ts'

test('rows that come or go above move what is in view', () => {
  expect(scrollShift(['c', 'd'], 2, ['x', 'a', 'b', 'c', 'd', 'e'])).toBe(1)
  expect(scrollShift(['c', 'd'], 2, ['b', 'c', 'd'])).toBe(-1)
})

test('a row that goes to the top alone takes nothing along', () => {
  expect(scrollShift(['c', 'd', 'e'], 2, ['c', 'a', 'b', 'd', 'e'])).toBe(0)
  expect(scrollShift(['c', 'd', 'e'], 2, ['c', 'x', 'a', 'b', 'd', 'e'])).toBe(1)
})

test('rows that are all gone leave everything where it is', () => {
  expect(scrollShift(['c'], 2, ['x', 'y'])).toBe(0)
  expect(scrollShift([], 0, ['x', 'y'])).toBe(0)
})
