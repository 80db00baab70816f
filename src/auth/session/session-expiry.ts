import { onWake } from '../flow/page.ts'

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

/** Milliseconds in which a request may not arrive any more: a token with less is as good as ended. */
export const lastMoment = 2_000

/** Timers longer than this wrap around, and a sleeping machine stops them: look again at least this often. */
const longestTimer = 60_000

/**
 * Calls `look` with the milliseconds left: now, when `ahead` are left, at the end, and whenever the page
 * comes back to life; until the signal.
 */
export function watchExpiry(
  expiry: Expiry,
  ahead: number,
  signal: AbortSignal,
  look: (timeLeft: number) => void,
): void {
  let timer: ReturnType<typeof setTimeout>

  const wake = () => {
    clearTimeout(timer)
    const left = expiry.timeLeft()
    look(left)
    if (left === 0 || signal.aborted) return
    timer = setTimeout(wake, Math.min(left > ahead ? left - ahead : left, longestTimer))
  }
  onWake(wake, signal)
  signal.addEventListener('abort', () => clearTimeout(timer))
  wake()
}
