import { useMemo, useSyncExternalStore } from 'react'

/** Whether a media query holds, now and whenever that changes. */
export function useMediaQuery(query: string): boolean {
  const { subscribe, matches } = useMemo(() => watch(matchMedia(query)), [query])
  return useSyncExternalStore(subscribe, matches)
}

function watch(list: MediaQueryList) {
  return {
    matches: () => list.matches,
    subscribe(onChange: () => void): () => void {
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
  }
}
