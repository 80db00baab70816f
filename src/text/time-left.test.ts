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
  [8 * 3_600_000, '8 hr'],
  [8 * 3_600_000 - 1, '8 hr'],
  [7 * 3_600_000 + 59 * 60_000, '7 hr 59 min'],
  [120_001, '3 min'],
  [120_000, '2 min'],
  [90_000, '1 min 30 sec'],
  [59_001, '1 min'],
  [900, '1 sec'],
  [0, '0 sec'],
])('%i ms left are %s', (left, words) => {
  expect(describeTimeLeft(left)).toBe(words)
})

test.each([
  ['de', '7 Std., 59 Min.'],
  ['pl', '7 godz. i 59 min'],
  ['ja', '7 時間59 分'],
])('in %s, 7 hours and 59 minutes left are %s', (locale, words) => {
  expect(describeTimeLeft(7 * 3_600_000 + 59 * 60_000, locale)).toBe(words)
})
