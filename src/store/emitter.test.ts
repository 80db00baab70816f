import { expect, test, vi } from 'vitest'
import { createEmitter } from './emitter.ts'

test('everybody who listens hears it, until they stop', () => {
  const { listen, emit } = createEmitter<string>()
  const [one, other] = [vi.fn(), vi.fn()]
  const stop = listen(one)
  listen(other)
  emit('first')
  stop()
  emit('second')
  expect(one.mock.calls).toEqual([['first']])
  expect(other.mock.calls).toEqual([['first'], ['second']])
})

test('a listener that throws is reported and keeps nobody from hearing', () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  const { listen, emit } = createEmitter<string>()
  const heard = vi.fn()
  listen(() => {
    throw new Error('broken')
  })
  listen(heard)
  emit('it')
  expect(heard).toHaveBeenCalledWith('it')
  expect(reported).toHaveBeenCalledWith(new Error('broken'))
  vi.unstubAllGlobals()
})
