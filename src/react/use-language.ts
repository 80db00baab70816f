import { type RefObject, useCallback, useSyncExternalStore } from 'react'
import { languageOf, watchLanguage } from '../brand/index.ts'

/** The language around an element; before it is there, the page's; English on a server, which has no page. */
export function useLanguage(ref: RefObject<Element | null>): string {
  const watch = useCallback(
    (changed: () => void) => (ref.current ? watchLanguage(ref.current, changed) : () => {}),
    [ref],
  )
  return useSyncExternalStore(
    watch,
    () => languageOf(ref.current ?? document.documentElement),
    () => 'en',
  )
}
