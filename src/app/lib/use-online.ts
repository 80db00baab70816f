import { useSyncExternalStore } from 'react'
import { createStore } from '../../store/index.ts'

/**
 * Whether the network seems to be there. For words only: what the browser says is a hint, which is wrong on a machine
 * that reaches LiveChat by other ways, so nothing waits for it.
 */
const online = createStore(true)

export const isOnline = online.getSnapshot

export function useOnline(): boolean {
  return useSyncExternalStore(online.subscribe, online.getSnapshot)
}

/** Since when it seems to be gone, in milliseconds since 1970. */
let goneAt = 0

/**
 * A server answered, whatever the browser says.
 *
 * @param askedAt Milliseconds since 1970: an answer that was on its way as the network went says nothing.
 */
export function reportReached(askedAt: number): void {
  if (!isOnline() && askedAt >= goneAt) online.set(true)
}

/** No server answered; when the browser has no network either, that is why. */
export function reportUnreached(): void {
  if (!isOnline() || navigator.onLine) return
  goneAt = Date.now()
  online.set(false)
}

/** Follows what the browser says, until the page goes away. */
export function watchNetwork(): void {
  window.addEventListener('online', () => reportReached(Date.now()))
  window.addEventListener('offline', reportUnreached)
}
