import { expect, test } from 'vitest'
import { createExpiry } from './session-expiry.ts'

const hour = 3_600_000

function clocks() {
  let wall = 1_800_000_000_000
  let steady = 0
  return {
    now: () => wall,
    monotonic: () => steady,
    pass(ms: number) {
      wall += ms
      steady += ms
    },
    sleep(ms: number) {
      wall += ms
    },
    setWall(ms: number) {
      wall += ms
    },
  }
}

test('time runs down to zero and not below', () => {
  const time = clocks()
  const expiry = createExpiry(time.now() + 8 * hour, time)
  expect(expiry.timeLeft()).toBe(8 * hour)
  time.pass(5 * hour)
  expect(expiry.timeLeft()).toBe(3 * hour)
  time.pass(5 * hour)
  expect(expiry.timeLeft()).toBe(0)
})

test('a clock set back by five hours does not lengthen a session (F15)', () => {
  const time = clocks()
  const expiry = createExpiry(time.now() + 8 * hour, time)
  time.pass(7 * hour)
  time.setWall(-5 * hour)
  expect(expiry.timeLeft()).toBe(1 * hour)
})

test('a clock set forward ends it sooner: the earlier end wins (F15)', () => {
  const time = clocks()
  const expiry = createExpiry(time.now() + 8 * hour, time)
  time.setWall(5 * hour)
  expect(expiry.timeLeft()).toBe(3 * hour)
})

test('a night asleep counts although the monotonic clock stood still (F16)', () => {
  const time = clocks()
  const expiry = createExpiry(time.now() + 8 * hour, time)
  time.sleep(9 * hour)
  expect(expiry.timeLeft()).toBe(0)
})
