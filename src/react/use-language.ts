import { type RefObject, useCallback, useSyncExternalStore } from 'react'
import { languageOf, watchLanguage } from '../brand/index.ts'
import { unclobbered } from '../dom/index.ts'

/** Gets the language of an element: before it is mounted, the page's; on a server, English. */
export function useLanguage(ref: RefObject<Element | null>): string {
  const subscribe = useCallback(
    (onChange: () => void) => (ref.current ? watchLanguage(ref.current, onChange) : () => {}),
    [ref],
  )
  return useSyncExternalStore(
    subscribe,
    () => languageOf(ref.current ?? unclobbered(document).documentElement),
    () => 'en',
  )
}
