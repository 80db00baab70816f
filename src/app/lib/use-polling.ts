import { createContext, use, useRef } from 'react'

/** Milliseconds between two looks for news while the page is visible; 0: only when asked. */
export const PollInterval = createContext(10_000)

const longest = 2 * 60_000

/**
 * Milliseconds until the next look: twice as long after each failure in a row but the first, at most two minutes.
 *
 * @param failures In a row.
 */
export function nextPollDelay(every: number, failures: number): number {
  const pause = every * 2 ** Math.max(0, failures - 1)
  return Math.max(every, Math.min(pause, longest))
}

export interface Polling<T> {
  queryFn: (context: { signal: AbortSignal }) => Promise<T>
  /** Milliseconds, or false for only when asked. */
  refetchInterval: () => number | false
  refetchOnWindowFocus: true
  staleTime: number
}

/**
 * Settings of a query that is asked again and again while the page is visible; more seldom while it fails.
 *
 * @param share Of the usual pause; half of it is twice as often.
 */
export function usePolling<T>(
  look: (signal: AbortSignal) => Promise<T>,
  enabled: boolean,
  share = 1,
): Polling<T> {
  const every = use(PollInterval) * share
  const failures = useRef(0)
  return {
    async queryFn({ signal }) {
      try {
        const seen = await look(signal)
        failures.current = 0
        return seen
      } catch (error) {
        if (!signal.aborted) failures.current += 1
        throw error
      }
    },
    refetchInterval: () => enabled && every > 0 && nextPollDelay(every, failures.current),
    refetchOnWindowFocus: true,
    staleTime: every,
  }
}
