import { createContext } from 'react'

/** Milliseconds between two looks for news while the page is visible; 0: only when asked. */
export const PollEvery = createContext(10_000)

const longest = 2 * 60_000

/**
 * Milliseconds until the next look: twice as long after each failure in a row but the first, at most two minutes.
 *
 * @param failures In a row.
 */
export function untilNextLook(every: number, failures: number): number {
  const pause = every * 2 ** Math.max(0, failures - 1)
  return Math.max(every, Math.min(pause, longest))
}
