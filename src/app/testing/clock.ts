import { act } from '@testing-library/react'
import { onTestFinished, vi } from 'vitest'
import { fakeAbortTimeouts } from '../../auth/testing/timeouts.ts'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** Puts the page and the sandbox, which reads the same clock, under the test's until its end. */
export function installClock(): void {
  vi.useFakeTimers({
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    shouldAdvanceTime: true,
  })
  fakeAbortTimeouts()
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}

/** Lets time pass: with the page awake its timers run, on a sleeping machine they stand still. */
export async function pass(time: number, page: 'awake' | 'asleep'): Promise<void> {
  await act(async () => {
    if (page === 'awake') await vi.advanceTimersByTimeAsync(time)
    else vi.setSystemTime(Date.now() + time)
  })
}

/** The agent comes back to the page. */
export async function look(): Promise<void> {
  await act(async () => {
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new Event('focus'))
    await vi.advanceTimersByTimeAsync(1000)
  })
}
