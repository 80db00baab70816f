import { expect, onTestFinished, test, vi } from 'vitest'
import { notify } from './notify.ts'

const error = new Error('of the page')
const throwing = () => {
  throw error
}

test('a listener that throws does not stop the next, and its error is reported to the page', () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  onTestFinished(() => void vi.unstubAllGlobals())
  const listener = vi.fn()
  notify([throwing, listener])
  expect(reported).toHaveBeenCalledExactlyOnceWith(error)
  expect(listener).toHaveBeenCalledOnce()
})

test('where a page cannot be told, the console is', () => {
  const written = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => written.mockRestore())
  notify([throwing])
  expect(written).toHaveBeenCalledExactlyOnceWith(error)
})
