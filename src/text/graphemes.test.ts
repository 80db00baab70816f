import { expect, onTestFinished, test, vi } from 'vitest'

test('without Intl.Segmenter, code points are kept whole', async () => {
  const segmenter = Object.getOwnPropertyDescriptor(Intl, 'Segmenter') ?? {}
  Reflect.deleteProperty(Intl, 'Segmenter')
  onTestFinished(() => void Object.defineProperty(Intl, 'Segmenter', segmenter))
  vi.resetModules()
  const { firstGrapheme, takeGraphemes } = await import('./graphemes.ts')
  expect(firstGrapheme('🙂a')).toBe('🙂')
  expect(firstGrapheme('')).toBe('')
  expect(takeGraphemes('ab🙂cd', 3)).toBe('ab')
  expect(takeGraphemes('ab🙂cd', 4)).toBe('ab🙂')
  expect(takeGraphemes('ab🙂cd', 6)).toBe('ab🙂cd')
})
