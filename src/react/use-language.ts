import { useSyncExternalStore } from 'react'

/** The page's `lang`; English where it says none, and on a server, which has no page. */
export function usePageLanguage(): string {
  return useSyncExternalStore(watch, () => document.documentElement.lang || 'en', english)
}

const english = () => 'en'

function watch(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['lang'] })
  return () => observer.disconnect()
}
