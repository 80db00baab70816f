import { expect, test } from 'vitest'
import { readThread, type Thread } from '../../agent-chat/thread.ts'
import { countHidden, drawnThreads, extendBack, type Place } from './thread-window.ts'

/** A thread of so many events. */
function thread(id: string, size: number): Thread {
  const events = Array.from({ length: size }, (_, index) => ({
    id: `${id}${index}`,
    type: 'message',
  }))
  const made = readThread({ id, events })
  if (!made) throw new Error('no thread')
  return made
}

const drawn = (starts: readonly Place[], threads: Thread[]) =>
  drawnThreads(starts, threads).map(({ thread: { id }, cuts }) => `${id} ${cuts}`)

test('as many events are drawn as wanted, from the newest backwards', () => {
  const threads = [thread('A', 30), thread('B', 5)]
  expect(drawn(extendBack([], 3, threads), threads)).toEqual(['B 2'])
  expect(drawn(extendBack([], 5, threads), threads)).toEqual(['B 0'])
  expect(drawn(extendBack([], 15, threads), threads)).toEqual(['A 20', 'B 0'])
  expect(drawn(extendBack([], 99, threads), threads)).toEqual(['A 0', 'B 0'])
  expect(drawn([], [])).toEqual([])
})

test('events that arrive at the end leave the beginning where it is', () => {
  const starts = extendBack([], 10, [thread('A', 100)])
  const longer = [thread('A', 170), thread('B', 1)]
  expect(extendBack(starts, 10, longer)).toBe(starts)
  expect(drawn(starts, longer)).toEqual(['A 90', 'B 0'])
})

test('older threads wait until more events are wanted', () => {
  const starts = extendBack([], 10, [thread('B', 10)])
  const both = [thread('A', 10), thread('B', 10)]
  expect(extendBack(starts, 10, both)).toBe(starts)
  expect(countHidden(starts, both)).toBe(10)
  expect(drawn(extendBack(starts, 14, both), both)).toEqual(['A 6', 'B 0'])
})

test('what is drawn later is a part of its own', () => {
  const threads = [thread('A', 100)]
  const once = extendBack([], 10, threads)
  const twice = extendBack(once, 30, threads)
  expect(drawn(twice, threads)).toEqual(['A 70,90'])
  expect(drawn(extendBack(twice, 300, threads), threads)).toEqual(['A 0,70,90'])
  expect(countHidden(twice, threads)).toBe(70)
})

test('a thread without events counts as one, and is drawn for its heading', () => {
  const threads = [thread('A', 4), thread('B', 0), thread('C', 2)]
  expect(drawn(extendBack([], 3, threads), threads)).toEqual(['B 0', 'C 0'])
  expect(drawn(extendBack([], 4, threads), threads)).toEqual(['A 3', 'B 0', 'C 0'])
})

test('when the event at the beginning is gone, the newest events are drawn again', () => {
  const starts = extendBack([], 10, [thread('A', 20)])
  const others = [thread('B', 20)]
  expect(drawn(extendBack(starts, 10, others), others)).toEqual(['B 10'])
})

test('so they are when it is gone from a thread that stays', () => {
  const starts = extendBack([], 10, [thread('A', 20)])
  const shorter = [thread('A', 5)]
  expect(drawn(extendBack(starts, 10, shorter), shorter)).toEqual(['A 0'])
})

test('a thread that is drawn whole always has the same cuts, so that it need not be drawn again', () => {
  const starts = extendBack([], 9, [thread('A', 2)])
  const [once] = drawnThreads(starts, [thread('A', 2)])
  const [later] = drawnThreads(starts, [thread('A', 3)])
  expect(once?.cuts).toEqual([0])
  expect(later?.cuts).toBe(once?.cuts)
})
