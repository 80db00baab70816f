import { expect, test, vi } from 'vitest'
import { createStore } from './store.ts'

test('a listener hears of each change until it is taken away', () => {
  const store = createStore('a')
  const seen: string[] = []
  const stop = store.subscribe(() => seen.push(store.getSnapshot()))
  store.set('b')
  stop()
  store.set('c')
  expect(seen).toEqual(['b'])
})

test('a listener that throws stops neither the others nor the change, and is reported (F39)', () => {
  const store = createStore(1)
  const fault = new Error('of a component')
  const report = vi.fn()
  vi.stubGlobal('reportError', report)
  store.subscribe(() => {
    throw fault
  })
  const seen: number[] = []
  store.subscribe(() => seen.push(store.getSnapshot()))
  store.set(2)
  expect(seen).toEqual([2])
  expect(report).toHaveBeenCalledWith(fault)
  vi.unstubAllGlobals()
})
