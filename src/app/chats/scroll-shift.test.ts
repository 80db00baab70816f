import { expect, test } from 'vitest'
import { shiftOf } from './scroll-shift.ts'

test('rows that come or go above move what is in view', () => {
  expect(shiftOf(['c', 'd'], 2, ['x', 'a', 'b', 'c', 'd', 'e'])).toBe(1)
  expect(shiftOf(['c', 'd'], 2, ['b', 'c', 'd'])).toBe(-1)
})

test('a row that goes to the top alone takes nothing along', () => {
  expect(shiftOf(['c', 'd', 'e'], 2, ['c', 'a', 'b', 'd', 'e'])).toBe(0)
  expect(shiftOf(['c', 'd', 'e'], 2, ['c', 'x', 'a', 'b', 'd', 'e'])).toBe(1)
})

test('rows that are all gone leave everything where it is', () => {
  expect(shiftOf(['c'], 2, ['x', 'y'])).toBe(0)
  expect(shiftOf([], 0, ['x', 'y'])).toBe(0)
})
