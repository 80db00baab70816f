import { useMediaQuery } from '../lib/use-media-query.ts'

/** Whether the window only has room for the list or the open chat, not both. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 56rem)')
}
