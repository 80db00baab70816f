import { expect, test } from 'vitest'
import { untilNextTick } from './time-left.ts'

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
