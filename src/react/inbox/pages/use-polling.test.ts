import { expect, test } from 'vitest'
import { nextPollDelay } from './use-polling.ts'

test('the interval grows while polling fails, up to two minutes', () => {
  const pauses = [0, 1, 2, 3, 4, 5, 6, 2000].map((failures) => nextPollDelay(10_000, failures))
  expect(pauses).toEqual([10_000, 10_000, 20_000, 40_000, 80_000, 120_000, 120_000, 120_000])
})

test('a long interval does not become shorter when polling fails', () => {
  expect(nextPollDelay(600_000, 9)).toBe(600_000)
})
