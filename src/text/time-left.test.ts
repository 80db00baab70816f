import { expect, test } from 'vitest'
import { describeTimeLeft, untilNextTick } from './time-left.ts'

test('a long time left changes at each whole minute', () => {
  expect(untilNextTick(8 * 3_600_000, 'minutes')).toBe(60_000)
  expect(untilNextTick(150_500, 'minutes')).toBe(30_500)
})

test('the last two minutes change every second', () => {
  expect(untilNextTick(120_000, 'minutes')).toBe(1000)
  expect(untilNextTick(90_250, 'minutes')).toBe(250)
})

test('with a precision of seconds, the time left changes every second', () => {
  expect(untilNextTick(8 * 3_600_000, 'seconds')).toBe(1000)
  expect(untilNextTick(150_500, 'seconds')).toBe(500)
})

test.each([
  [8 * 3_600_000, '8 h'],
  [8 * 3_600_000 - 1, '8 h'],
  [7 * 3_600_000 + 59 * 60_000, '7 h 59 min'],
  [120_001, '3 min'],
  [120_000, '2 min'],
  [90_000, '1 min 30 s'],
  [59_001, '1 min'],
  [900, '1 s'],
  [0, '0 s'],
])('%i ms left are %s', (left, words) => {
  expect(describeTimeLeft(left)).toBe(words)
})
