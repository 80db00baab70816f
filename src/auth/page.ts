import { anySignal } from '../older-browsers/index.ts'

/**
 * The browser page around the client.
 *
 * @module
 */

/** Returns the URL of this page; empty on a server, which renders pages but is none. */
export function pageUrl(): string {
  return globalThis.location?.href ?? ''
}

export function pageOrigin(): string {
  return location.origin
}

/** The path of this page with query and hash. */
export function currentPath(): string {
  return location.pathname + location.search + location.hash
}

/** Replaces the address of this page, in the address bar and in the history. */
export function replaceAddress(url: string): void {
  // A relative one would be resolved against the page's <base href>, which may be of another site.
  history.replaceState(null, '', new URL(url, location.href).href)
}

export function navigateTo(url: string): void {
  location.assign(url)
}

/** Closes this window, if the browser lets a page do so. */
export function closePage(): void {
  window.close()
}

/** Whether somebody may be looking. */
export function isVisible(): boolean {
  // Not the document's own: a page may have an element of that name.
  return Reflect.get(Document.prototype, 'visibilityState', document) === 'visible'
}

/** A hint: the browser knows its cables and radios, not whether a server on this machine or behind a VPN is reached. */
export function isSaidToBeOffline(): boolean {
  return !navigator.onLine
}

/** Calls the listener once the browser shows this page again without loading it, for instance by Back. */
export function onceRestored(listener: () => void, signal: AbortSignal): void {
  const restored = new AbortController()
  window.addEventListener(
    'pageshow',
    (event) => {
      if (!event.persisted) return
      restored.abort()
      listener()
    },
    { signal: anySignal(signal, restored.signal) },
  )
}

/** Calls the listener when the page wakes from sleep, a frozen tab or another window: its timers may have stood still. */
export function onWake(listener: () => void, signal: AbortSignal): void {
  // It is the document's event; in the capturing phase the window hears of it first.
  window.addEventListener('visibilitychange', listener, { signal, capture: true })
  window.addEventListener('pageshow', listener, { signal })
  window.addEventListener('focus', listener, { signal })
}
