import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClosingStore, undoTime } from './closing-store.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const chat = (chatId: string) => ({ chatId, name: `Customer of ${chatId}` })

function start() {
  const store = createClosingStore()
  const closed: string[] = []
  const close = (chatId: string) =>
    store.close(chat(chatId), async (atOnce) => {
      closed.push(atOnce ? `${chatId} at once` : chatId)
    })
  const states = () => store.getSnapshot().map(({ chatId, status }) => `${chatId} ${status}`)
  return { store, closed, close, states }
}

test('LiveChat hears of it when the time to undo is over', async () => {
  const { closed, close, states } = start()
  close('a')
  await vi.advanceTimersByTimeAsync(undoTime - 1)
  expect(states()).toEqual(['a undoable'])
  expect(closed).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(closed).toEqual(['a'])
  expect(states()).toEqual([])
})

test('one that is undone stays open; others close', async () => {
  const { store, closed, close } = start()
  close('a')
  close('b')
  store.undo('a')
  await vi.advanceTimersByTimeAsync(undoTime)
  expect(closed).toEqual(['b'])
  close('a')
  await vi.advanceTimersByTimeAsync(undoTime)
  expect(closed).toEqual(['b', 'a'])
})

test('one that is closed twice closes once', async () => {
  const { closed, close, states } = start()
  close('a')
  await vi.advanceTimersByTimeAsync(undoTime / 2)
  close('a')
  expect(states()).toEqual(['a undoable'])
  await vi.advanceTimersByTimeAsync(undoTime)
  expect(closed).toEqual(['a'])
})

test('while the agent reaches for it, the time stands still, also for one closed meanwhile', async () => {
  const { store, closed, close } = start()
  close('a')
  store.pause()
  close('b')
  await vi.advanceTimersByTimeAsync(2 * undoTime)
  expect(closed).toEqual([])
  store.resume()
  store.resume()
  await vi.advanceTimersByTimeAsync(undoTime)
  expect(closed).toEqual(['a', 'b'])
})

test('what could still be undone is closed at once when there is no more time', async () => {
  const { store, closed, close, states } = start()
  close('a')
  store.pause()
  close('b')
  await store.finish()
  expect(closed).toEqual(['a at once', 'b at once'])
  expect(states()).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * undoTime)
  expect(closed).toEqual(['a at once', 'b at once'])
})

test('whoever waits for the end waits for what is on its way, and hears of no refusal', async () => {
  const { store, states } = start()
  const refused = new AbortController()
  const { signal } = refused
  store.close(
    chat('a'),
    () => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  await vi.advanceTimersByTimeAsync(undoTime)
  let isDone = false
  const finished = store.finish().then(() => {
    isDone = true
  })
  await vi.advanceTimersByTimeAsync(0)
  expect(isDone).toBe(false)
  refused.abort(new Error('refused'))
  await finished
  expect(states()).toEqual(['a failed'])
})

test('a refusal stays until it is taken away; undoing what is on its way is too late', async () => {
  const { store, states } = start()
  const refused = new AbortController()
  const { signal } = refused
  store.close(
    chat('a'),
    () => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  )
  await vi.advanceTimersByTimeAsync(undoTime)
  store.undo('a')
  expect(states()).toEqual(['a closing'])
  refused.abort(new Error('refused'))
  await vi.advanceTimersByTimeAsync(0)
  expect(store.getSnapshot()).toMatchObject([{ status: 'failed', error: { message: 'refused' } }])
  store.undo('a')
  expect(states()).toEqual([])
})
