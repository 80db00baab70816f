import { expect, test } from 'vitest'
import { readChat } from '../agent-chat/chat.ts'
import { rowsOf } from './chat-rows.ts'

const page = (letters: string) => [...letters].flatMap((id) => readChat({ id }) ?? [])

test('rows are found by their place and by their id, on whichever page they are', () => {
  const rows = rowsOf([page('ab'), page(''), page('cde'), page('f')])
  const ids = [...'abcdef']
  expect(rows.length).toBe(6)
  expect(ids.map((_, index) => rows.ids.at(index))).toEqual(ids)
  expect(ids.map((id) => rows.ids.indexOf(id))).toEqual([0, 1, 2, 3, 4, 5])
  expect(ids.toReversed().map((id) => rows.ids.indexOf(id))).toEqual([5, 4, 3, 2, 1, 0])
  expect(rows.find('d')).toBe(rows.at(3))
  const slice = (start: number, end: number) => rows.slice(start, end).map(({ id }) => id)
  expect([slice(1, 4), slice(4, 99), slice(9, 12), slice(3, 2)]).toEqual([
    ['b', 'c', 'd'],
    ['e', 'f'],
    [],
    [],
  ])
})

test('what is not there is not found', () => {
  const rows = rowsOf([page('ab'), page('c')])
  expect(rows.ids.indexOf('x')).toBe(-1)
  expect(rows.find('x')).toBeUndefined()
  expect([rows.at(-1), rows.at(3)]).toEqual([undefined, undefined])
  expect([rowsOf([]).at(0), rowsOf([]).ids.indexOf('a')]).toEqual([undefined, -1])
})
