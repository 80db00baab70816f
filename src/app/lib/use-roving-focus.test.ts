import { expect, test } from 'vitest'
import { nearestSurvivor } from './use-roving-focus.ts'

const rows = ['a', 'b', 'c', 'd']

test('a row that is still there keeps the focus', () => {
  expect(nearestSurvivor(rows, 'b', ['x', 'b'])).toBe('b')
})

test('a row that is gone is followed by the next one that stayed', () => {
  expect(nearestSurvivor(rows, 'b', ['a', 'c', 'd'])).toBe('c')
  expect(nearestSurvivor(rows, 'b', ['a', 'x', 'd'])).toBe('d')
})

test('the last row is followed by the one before it', () => {
  expect(nearestSurvivor(rows, 'd', ['a', 'c', 'x'])).toBe('c')
})

test('when no row is left there is none to focus', () => {
  expect(nearestSurvivor(rows, 'b', ['x'])).toBeUndefined()
  expect(nearestSurvivor([], 'b', [])).toBeUndefined()
})
