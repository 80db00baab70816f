import { whenAwake } from './page.ts'

/** The two clocks a lifetime is held against: the wall clock sees a sleeping laptop, the other cannot be set back. */
export interface Clocks {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds since some fixed moment. */
  monotonic(): number
}

export const browserClocks: Clocks = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
}

export interface Expiry {
  /** Milliseconds until the end by the clock that is further on; never negative. */
  timeLeft(): number
}

/** Counts a lifetime on both clocks; the earlier end wins. */
export function createExpiry(expiresAt: number, clocks: Clocks): Expiry {
  const deadline = clocks.monotonic() + (expiresAt - clocks.now())
  return {
    timeLeft: () => Math.max(0, Math.min(expiresAt - clocks.now(), deadline - clocks.monotonic())),
  }
}

/** Timers longer than this wrap around, and a sleeping machine stops them: look again at least this often. */
const longestTimer = 60_000

/**
 * Calls `look` with the milliseconds left: now, when `ahead` are left, at the end, and whenever the page
 * comes back to life.
 *
 * @returns Stops watching.
 */
export function watchExpiry(
  expiry: Expiry,
  ahead: number,
  look: (timeLeft: number) => void,
): () => void {
  const watching = new AbortController()
  let timer: ReturnType<typeof setTimeout>

  const wake = () => {
    clearTimeout(timer)
    const left = expiry.timeLeft()
    look(left)
    if (left === 0 || watching.signal.aborted) return
    timer = setTimeout(wake, Math.min(left > ahead ? left - ahead : left, longestTimer))
  }
  whenAwake(wake, watching.signal)
  wake()
  return () => {
    watching.abort()
    clearTimeout(timer)
  }
}
