import type { LiveConnection } from './live-connection.ts'

/**
 * Tells a connection what becomes of its page. A browser slows a hidden page down, and keeps one that was left for Back
 * only if it has no open web socket.
 *
 * @param signal Ends it.
 */
export function watchPage(connection: LiveConnection, signal: AbortSignal): void {
  const check = () => connection.check()
  window.addEventListener('online', check, { signal })
  window.addEventListener('pagehide', () => connection.suspend('page-hidden'), { signal })
  window.addEventListener(
    'pageshow',
    ({ persisted }) => persisted && connection.resume('page-hidden'),
    {
      signal,
    },
  )
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') check()
    },
    { signal },
  )
}
