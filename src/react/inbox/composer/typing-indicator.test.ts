import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createTypingIndicator } from './typing-indicator.ts'

let told: boolean[]

beforeEach(() => {
  told = []
  vi.useFakeTimers()
})

function type() {
  onTestFinished(() => void vi.useRealTimers())
  return createTypingIndicator((isTyping) => void told.push(isTyping))
}

test('the first key is told at once, further keys every five seconds, and the end once', () => {
  const indicator = type()
  for (let key = 0; key < 12; key += 1) {
    indicator.typed()
    vi.advanceTimersByTime(1_000)
  }
  expect(told).toEqual([true, true, true])
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([true, true, true, false])
})

test('somebody who sends or clears what they wrote has stopped, whoever did not begin has not', () => {
  const indicator = type()
  indicator.stop()
  indicator.typed()
  indicator.stop()
  indicator.stop()
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([true, false])
  indicator.typed()
  expect(told).toEqual([true, false, true])
})
