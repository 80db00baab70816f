/** The browser page around the client: its address, its network, its comings and goings. */

export function pageUrl(): string {
  return location.href
}

export function pageOrigin(): string {
  return location.origin
}

/** Path, query and hash: where the agent is. */
export function currentPath(): string {
  return location.pathname + location.search + location.hash
}

/** Puts another address in place of this one, in the bar and in the history. */
export function replaceAddress(url: string): void {
  history.replaceState(null, '', url)
}

export function navigateTo(url: string): void {
  location.assign(url)
}

/** Closes this window, if the browser lets a page do so. */
export function closePage(): void {
  window.close()
}

/** Somebody may be looking. */
export function isVisible(): boolean {
  return document.visibilityState === 'visible'
}

/** Only a no can be trusted: a yes may be a cable that leads nowhere. */
export function isOffline(): boolean {
  return !navigator.onLine
}

/** The browser shows this page again, for instance by Back, without loading it anew. */
export function onceRestored(listener: () => void, signal: AbortSignal): void {
  const restored = new AbortController()
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return
      restored.abort()
      listener()
    },
    { signal: AbortSignal.any([signal, restored.signal]) },
  )
}

/** The page comes back to life after sleep, a frozen tab or another window: timers may have stood still. */
export function onWake(listener: () => void, signal: AbortSignal): void {
  document.addEventListener('visibilitychange', listener, { signal })
  window.addEventListener('pageshow', listener, { signal })
  window.addEventListener('focus', listener, { signal })
}
