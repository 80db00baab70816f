import { expect, test } from 'vitest'
import { itemForKey } from './menu-keys.ts'

const labels = ['Settings', 'Switch account', 'Éclair', 'Sign out']

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 3, 0],
  ['ArrowUp', -1, 3],
  ['ArrowUp', 0, 3],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['s', 0, 1],
  ['S', 1, 3],
  ['s', 3, 0],
  ['é', 0, 2],
  ['x', 0, undefined],
  [' ', 0, undefined],
  ['Enter', 0, undefined],
  ['Tab', 0, undefined],
])('%s on item %i goes to item %s', (key, at, next) => {
  expect(itemForKey(key, at, labels)).toBe(next)
})
