import { useSyncExternalStore } from 'react'
import { createStore } from '../../store/index.ts'

/**
 * Whether the network seems to be there. For words only: what the browser says is a hint, which is wrong on a machine
 * that reaches LiveChat by other ways, so nothing waits for it.
 */
const online = createStore(true)

export function useOnline(): boolean {
  return useSyncExternalStore(online.subscribe, online.getSnapshot)
}

/** A server answered, whatever the browser says. */
export function reportReached(): void {
  if (!online.getSnapshot()) online.set(true)
}

/** No server answered; when the browser has no network either, that is why. */
export function reportUnreached(): void {
  if (online.getSnapshot() && !navigator.onLine) online.set(false)
}

/** Follows what the browser says, until the page goes away. */
export function watchNetwork(): void {
  window.addEventListener('online', reportReached)
  window.addEventListener('offline', reportUnreached)
}
