import { beforeEach, describe, expect, test, vi } from 'vitest'
import { browserClocks, createExpiry, watchExpiry } from './session-expiry.ts'

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

describe('a watched session', () => {
  let told: number[]
  let watch: AbortController

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('window', new EventTarget())
    told = []
    watch = new AbortController()
    return () => {
      vi.useRealTimers()
      vi.unstubAllGlobals()
    }
  })

  /** In seconds. */
  function watchFor(lifetime: number, leadTime: number, onTick = () => {}) {
    const expiry = createExpiry(Date.now() + lifetime * 1000, browserClocks)
    watchExpiry(expiry, leadTime * 1000, watch.signal, (timeLeft) => {
      told.push(timeLeft / 1000)
      onTick()
    })
  }

  test('is looked at now, when it is about to end and when it has ended, and no more', () => {
    watchFor(80, 30)
    vi.advanceTimersByTime(1000_000)
    expect(told).toEqual([80, 30, 0])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is looked at once a minute, since a machine that sleeps stops its timers', () => {
    watchFor(150, 0)
    vi.advanceTimersByTime(200_000)
    expect(told).toEqual([150, 90, 30, 0])
  })

  test('is looked at when the page wakes', () => {
    watchFor(80, 30)
    vi.setSystemTime(Date.now() + 70_000)
    window.dispatchEvent(new Event('focus'))
    vi.advanceTimersByTime(9_000)
    expect(told).toEqual([80, 10])
  })

  test('is left alone once it is over for another reason', () => {
    watchFor(80, 30)
    watch.abort()
    expect(vi.getTimerCount()).toBe(0)
    watchFor(80, 30)
    window.dispatchEvent(new Event('focus'))
    expect(told).toEqual([80])
    watch = new AbortController()
    watchFor(50, 30, () => watch.abort())
    expect(told).toEqual([80, 50])
    expect(vi.getTimerCount()).toBe(0)
  })
})
