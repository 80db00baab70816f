import { useCallback, useInsertionEffect, useRef } from 'react'

/** A function for effects that stays the same and does what was rendered last; React has one of its own since 19.2. */
export function useLatest<Args extends unknown[], Result>(
  callback: (...args: Args) => Result,
): (...args: Args) => Result {
  const latest = useRef(callback)
  useInsertionEffect(() => {
    latest.current = callback
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
