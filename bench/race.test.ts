import { expect, test } from 'vitest'
import { costOf, race } from './race.ts'

test('each round begins with another contender, and the first rounds do not count', async () => {
  const order: string[] = []
  const contender = (name: string) => ({
    name,
    run: async () => order.push(name),
  })
  const samples = await race(['a', 'b', 'c'].map(contender), { warmUp: 1, counted: 2 })
  expect(order.join('')).toBe('abcbcacab')
  expect(samples).toEqual({ a: [6, 8], b: [4, 9], c: [5, 7] })
})

test('one of several costs can be read by itself', () => {
  const samples = { a: [{ painted: 1, script: 2 }], b: [{ painted: 3, script: 4 }] }
  expect(costOf(samples, ({ script }) => script)).toEqual({ a: [2], b: [4] })
})
