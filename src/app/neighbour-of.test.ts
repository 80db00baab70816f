import { expect, test } from 'vitest'
import { neighbourOf } from './neighbour-of.ts'

const rows = ['a', 'b', 'c', 'd']

test('a row that is there is its own', () => {
  expect(neighbourOf(rows, 'b', ['x', 'b'])).toBe('b')
})

test('a row that is gone is followed by the next one that stayed', () => {
  expect(neighbourOf(rows, 'b', ['a', 'c', 'd'])).toBe('c')
  expect(neighbourOf(rows, 'b', ['a', 'x', 'd'])).toBe('d')
})

test('the last row is followed by the one before it', () => {
  expect(neighbourOf(rows, 'd', ['a', 'c', 'x'])).toBe('c')
})

test('when none stayed there is no neighbour', () => {
  expect(neighbourOf(rows, 'b', ['x'])).toBeUndefined()
  expect(neighbourOf([], 'b', [])).toBeUndefined()
})
