import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { fromWireTime, toWireTime } from './wire-time.ts'

test('writes microseconds', () => {
  expect(toWireTime(1_507_821_561_010_200)).toBe('2017-10-12T15:19:21.010200Z')
})

test('reads what it writes', () => {
  return checkProperty(
    fc.property(fc.integer({ min: 0, max: 4e15 }), (time) => {
      expect(fromWireTime(toWireTime(time))).toBe(time)
    }),
  )
})

test('reads offsets and shorter fractions', () => {
  expect(fromWireTime('2017-10-12T16:19:21.0102+01:00')).toBe(1_507_821_561_010_200)
  expect(fromWireTime('2017-10-12T15:19:21Z')).toBe(1_507_821_561_000_000)
})

test.each(['', 'yesterday', '2017-10-12', '2017-13-12T15:19:21Z', '1507821561'])(
  '%j is not a time',
  (text) => {
    expect(fromWireTime(text)).toBeNaN()
  },
)
