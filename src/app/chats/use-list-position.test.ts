import { expect, test } from 'vitest'
import { startOffset } from './use-list-position.ts'

const position = { offset: 1000, pageId: 'p3', pageOffset: 900 }

test('a list that is still there opens where the agent left it', () => {
  expect(startOffset(position, undefined, 5000)).toBe(1000)
})

test('a list that begins with the page the agent left opens at the same place of that page', () => {
  expect(startOffset(position, 'p3', 5000)).toBe(100)
})

test('a list that was never seen, or has become too short, opens at the top', () => {
  expect(startOffset(undefined, undefined, 5000)).toBe(0)
  expect(startOffset(position, undefined, 600)).toBe(0)
})
