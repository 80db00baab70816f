import { vi } from 'vitest'

/** Lets `AbortSignal.timeout` follow the test's timers; ends with `vi.restoreAllMocks()`. */
export function fakeAbortTimeouts(): void {
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((time) => {
    const timeout = new AbortController()
    setTimeout(() => timeout.abort(new DOMException('', 'TimeoutError')), time)
    return timeout.signal
  })
}
