import { getEventListeners } from 'node:events'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { delay, retryDelay } from './retry.ts'

const now = Date.parse('2026-11-20T12:00:00Z')

test.each([
  ['2', 2_000],
  ['0', 0],
  ['Fri, 20 Nov 2026 12:00:05 GMT', 5_000],
  ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
  ['86400', 30_000],
  ['99999999999999999999', 30_000],
])('Retry-After "%s" means %i ms (F23)', (header, milliseconds) => {
  expect(retryDelay(0, header, now, 0.5)).toBe(milliseconds)
})

test.each([null, '', 'soon', '-5', '1.5', 'NaN', '20 Nov 2026 12:00:05 GMT'])(
  'with Retry-After %j the delay grows with the attempts and varies at random (F24)',
  (header) => {
    expect(retryDelay(0, header, now, 0)).toBe(250)
    expect(retryDelay(0, header, now, 1)).toBe(500)
    expect(retryDelay(3, header, now, 1)).toBe(4_000)
    expect(retryDelay(60, header, now, 1)).toBe(30_000)
  },
)

test('a delay is never negative and never above half a minute', () => {
  return checkProperty(
    fc.property(
      fc.nat(1000),
      fc.option(
        fc.oneof(
          fc.string(),
          fc.integer().map(String),
          fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
        ),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, header, random) => {
        const wait = retryDelay(attempt, header, now, random)
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(30_000)
      },
    ),
    3000,
  )
})

test('a delay that passes leaves no listener', async () => {
  const { signal } = new AbortController()
  await delay(0, signal)
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('a delay ends at once when it is aborted', async () => {
  const abort = new AbortController()
  const waiting = delay(60_000, abort.signal)
  abort.abort(new Error('left'))
  await expect(waiting).rejects.toThrow('left')
  await expect(delay(60_000, abort.signal)).rejects.toThrow('left')
})
