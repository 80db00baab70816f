import { expect, test } from 'vitest'
import { countdown } from './countdown.ts'

test.each([
  [8 * 3_600_000, '8:00:00'],
  [3_600_000 - 1, '1:00:00'],
  [754_000, '12:34'],
  [4_001, '0:05'],
  [0, '0:00'],
])('%i ms left run down as %s', (left, clock) => {
  expect(countdown(left)).toBe(clock)
})
