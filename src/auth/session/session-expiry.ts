import { onWake } from '../page.ts'

/** The two clocks that measure a lifetime: the wall clock runs while a laptop sleeps, the other cannot be set back. */
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

/** Measures a lifetime on both clocks; the earlier end wins. */
export function createExpiry(expiresAt: number, clocks: Clocks): Expiry {
  const deadline = clocks.monotonic() + (expiresAt - clocks.now())
  return {
    timeLeft: () => Math.max(0, Math.min(expiresAt - clocks.now(), deadline - clocks.monotonic())),
  }
}

/** Milliseconds that may be too few for a request to arrive: a token with less is as good as expired. */
export const lastMoment = 2_000

/** Timers longer than this wrap around, and a sleeping machine stops them: check at least this often. */
const longestTimer = 60_000

/**
 * Calls `onTick` with the milliseconds left: now, when `leadTime` is left, at the end, and whenever the page
 * wakes; until the signal aborts.
 */
export function watchExpiry(
  expiry: Expiry,
  leadTime: number,
  signal: AbortSignal,
  onTick: (timeLeft: number) => void,
): void {
  let timer: ReturnType<typeof setTimeout>

  const check = () => {
    clearTimeout(timer)
    if (signal.aborted) return
    const left = expiry.timeLeft()
    onTick(left)
    if (left === 0 || signal.aborted) return
    timer = setTimeout(check, Math.min(left > leadTime ? left - leadTime : left, longestTimer))
  }
  onWake(check, signal)
  signal.addEventListener('abort', () => clearTimeout(timer))
  check()
}
