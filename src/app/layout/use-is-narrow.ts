import { useMediaQuery } from '../lib/use-media-query.ts'

/** Whether the window has room for one thing at a time: the list, or the chat that is open. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 56rem)')
}
