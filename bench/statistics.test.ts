import { expect, test } from 'vitest'
import { quantile, ratios, summarize } from './statistics.ts'

test('a quantile lies between the two samples around it', () => {
  expect(quantile([40, 10, 30, 20], 0.5)).toBe(25)
  expect(quantile([40, 10, 30, 20], 0)).toBe(10)
  expect(quantile([40, 10, 30, 20], 1)).toBe(40)
  expect(quantile([7], 0.95)).toBe(7)
})

test('there is no quantile of nothing', () => {
  expect(() => quantile([], 0.5)).toThrow('no samples')
})

test('samples are summed up by their median and quartiles, and stay in their order', () => {
  const samples = [5, 1, 4, 2, 3]
  expect(summarize(samples)).toEqual({ lowerQuartile: 2, median: 3, upperQuartile: 4 })
  expect(samples).toEqual([5, 1, 4, 2, 3])
})

test('a ratio is that of two samples of the same round', () => {
  expect(ratios([20, 90], [10, 30])).toEqual([2, 3])
  expect(() => ratios([20, 90], [10])).toThrow('lacks its floor')
})
