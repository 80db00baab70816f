import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProperty } from '../../scripts/fuzz/check-property.ts'
import { PersistentMap } from './persistent-map.ts'

interface Entry {
  key: string
  value: number
}

const changes = fc.array(
  fc.array(
    fc.tuple(
      fc.string({ maxLength: 2 }),
      fc.option(fc.record({ value: fc.nat({ max: 3 }) }), { nil: undefined }),
    ),
  ),
)

const entries = (map: PersistentMap<Entry>) =>
  [...map.values()].map(({ key, value }) => [key, value] as const)

test('it holds what a Map would, and older ones stay as they were', () => {
  return checkProperty(
    fc.property(changes, (all) => {
      let map = PersistentMap.empty<Entry>()
      const expected = new Map<string, Entry>()
      for (const change of all) {
        const before = map
        const known = entries(before)
        const next = change.map(([key, value]) => [key, value && { key, ...value }] as const)
        map = map.with(next)
        for (const [key, value] of next) {
          if (value) expected.set(key, value)
          else expected.delete(key)
        }
        // One assertion for all: a million cases have tens of millions of entries.
        const isSame = [...expected].every(([key, value]) => map.get(key) === value)
        const { size } = expected
        expect([isSame, map.size, [...map.values()].length, entries(before)]).toEqual([
          true,
          size,
          size,
          known,
        ])
      }
    }),
  )
})

test('what changed between two of them is told, however many changes lie between', () => {
  return checkProperty(
    fc.property(changes, (all) => {
      let map = PersistentMap.empty<Entry>()
      const first = map.with([['a', { key: 'a', value: 1 }]])
      map = first
      for (const change of all) {
        map = map.with(change.map(([key, value]) => [key, value && { key, ...value }] as const))
      }
      const known = new Map([...first.values()].map((entry) => [entry.key, entry]))
      let areTrue = true
      for (const { before, after } of map.changesSince(first)) {
        areTrue &&= before !== after && (!before || known.get(before.key) === before)
        if (before) known.delete(before.key)
        if (after) known.set(after.key, after)
      }
      const values = [...map.values()]
      const told = values.filter((value) => known.get(value.key) === value)
      expect([areTrue, told.length, known.size]).toEqual([true, values.length, values.length])
    }),
  )
})

test('a map that is given what it holds is the same', () => {
  const entry = { key: 'a', value: 1 }
  const map = PersistentMap.empty<Entry>().with([['a', entry]])
  expect(map.with([['a', entry]])).toBe(map)
  expect(map.with([['b', undefined]])).toBe(map)
  expect(map.with([])).toBe(map)
  expect(map.changesSince(map)).toEqual([])
})
