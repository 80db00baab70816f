import { use, useRef } from 'react'
import { PollEvery, untilNextLook } from '../poll-every.ts'

export interface LookAgain<T> {
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
export function useLookAgain<T>(
  look: (signal: AbortSignal) => Promise<T>,
  enabled: boolean,
  share = 1,
): LookAgain<T> {
  const every = use(PollEvery) * share
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
    refetchInterval: () => enabled && every > 0 && untilNextLook(every, failures.current),
    refetchOnWindowFocus: true,
    staleTime: every,
  }
}
