import { type RefObject, useCallback, useSyncExternalStore } from 'react'
import { languageOf, watchLanguage } from '../brand/index.ts'
import { unclobbered } from '../dom/index.ts'

/** Gets the language of an element: without one, or before it is mounted, the page's; on a server, English. */
export function useLanguage(ref?: RefObject<Element | null>): string {
  const find = useCallback(() => ref?.current ?? unclobbered(document).documentElement, [ref])
  const subscribe = useCallback((onChange: () => void) => watchLanguage(find(), onChange), [find])
  return useSyncExternalStore(
    subscribe,
    () => languageOf(find()),
    () => 'en',
  )
}
