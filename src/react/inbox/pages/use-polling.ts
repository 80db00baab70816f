import { useRef } from 'react'
import { useServices } from '../inbox-provider.tsx'

const longest = 2 * 60_000

/**
 * Milliseconds until the next poll: doubled with each failure in a row after the first, at most two minutes.
 *
 * @param failures In a row.
 */
export function nextPollDelay(every: number, failures: number): number {
  const pause = every * 2 ** Math.max(0, failures - 1)
  return Math.max(every, Math.min(pause, longest))
}

export interface Polling<T> {
  queryFn: (context: { signal: AbortSignal }) => Promise<T>
  /** Milliseconds, or false for only on request. */
  refetchInterval: () => number | false
  refetchOnWindowFocus: boolean
  staleTime: number
}

export interface PollingOptions {
  enabled: boolean
  /** LiveChat says by itself when there is something new, so that only a request that failed is repeated. */
  isTold: boolean
  /** Part of the usual interval; a half polls twice as often. */
  share?: number
}

/** Settings of a query that is polled while the page is visible; less often while it fails. */
export function usePolling<T>(
  look: (signal: AbortSignal) => Promise<T>,
  { enabled, isTold, share = 1 }: PollingOptions,
): Polling<T> {
  const every = useServices().pollInterval * share
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
    refetchInterval() {
      const isDue = enabled && every > 0 && (!isTold || failures.current > 0)
      return isDue && nextPollDelay(every, failures.current)
    },
    refetchOnWindowFocus: !isTold,
    staleTime: isTold ? Number.POSITIVE_INFINITY : every,
  }
}
