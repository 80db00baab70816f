import { expect, test } from 'vitest'
import { untilNextTick } from './time-left.ts'

test('a long time left is told anew at each whole minute', () => {
  expect(untilNextTick(8 * 3_600_000)).toBe(60_000)
  expect(untilNextTick(150_500)).toBe(30_500)
})

test('the last two minutes are told second by second', () => {
  expect(untilNextTick(120_000)).toBe(1000)
  expect(untilNextTick(90_250)).toBe(250)
})
