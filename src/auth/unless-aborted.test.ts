import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { unlessAborted } from './unless-aborted.ts'

const never = new Promise<never>(() => {})
const aborted = { code: 'aborted' }

test('what arrives in time is passed on, and nothing listens any more', async () => {
  const { signal } = new AbortController()
  expect(await unlessAborted(Promise.resolve('token'), signal)).toBe('token')
  await expect(unlessAborted(Promise.reject(new TypeError('x')), signal)).rejects.toThrow('x')
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

test('what was given up before, meanwhile or as it arrived is aborted', async () => {
  await expect(unlessAborted(never, AbortSignal.abort())).rejects.toMatchObject(aborted)
  const stop = new AbortController()
  const waiting = unlessAborted(never, stop.signal)
  stop.abort()
  await expect(waiting).rejects.toMatchObject(aborted)

  const late = new AbortController()
  const arriving = Promise.resolve('token')
  const given = unlessAborted(arriving, late.signal)
  void arriving.then(() => late.abort())
  await expect(given).rejects.toMatchObject(aborted)
})
