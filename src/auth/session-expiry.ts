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
 * Calls `onExpiring` once when `ahead` milliseconds are left, `onExpired` once at the end.
 *
 * Looks on a timer, and whenever the page comes back to life.
 *
 * @returns Stops watching.
 */
export function watchExpiry(
  expiry: Expiry,
  ahead: number,
  { onExpiring, onExpired }: { onExpiring: () => void; onExpired: () => void },
): () => void {
  const watching = new AbortController()
  let timer: ReturnType<typeof setTimeout>
  let warned = false

  const look = () => {
    clearTimeout(timer)
    if (watching.signal.aborted) return
    const left = expiry.timeLeft()
    if (left === 0) {
      stop()
      onExpired()
      return
    }
    if (left <= ahead && !warned) {
      warned = true
      onExpiring()
    }
    const next = left > ahead ? left - ahead : left
    timer = setTimeout(look, Math.min(next, longestTimer))
  }
  const stop = () => {
    watching.abort()
    clearTimeout(timer)
  }

  whenAwake(look, watching.signal)
  look()
  return stop
}
