import { expect, test } from 'vitest'
import { toThread } from '../../agent-chat/thread.ts'
import { threadsOf } from './threads-of.ts'

function thread(id: string, active = false) {
  const made = toThread({ id, active })
  if (!made) throw new Error('no thread')
  return made
}
const page = (...threads: ReturnType<typeof thread>[]) => ({
  threads,
  found: 9,
  nextPageId: undefined,
})
const ids = (threads: ReturnType<typeof threadsOf>) => threads.map(({ id }) => id)

test('threads come newest first and are read oldest first, each once', () => {
  expect(
    ids(threadsOf([page(thread('5'), thread('4')), page(thread('4'), thread('3'))], undefined)),
  ).toEqual(['3', '4', '5'])
})

test('the latest as it is now takes the place of what a page said of it, or comes last', () => {
  const now = thread('5', true)
  expect(threadsOf([page(thread('5'), thread('4'))], now).at(-1)).toBe(now)
  expect(ids(threadsOf([page(thread('5'), thread('4'))], thread('6')))).toEqual(['4', '5', '6'])
  expect(ids(threadsOf([], now))).toEqual(['5'])
})
