import type { SignInClient } from '../auth/index.ts'
import { requestEvent, type SignInEvent, stateEvent } from './sign-in-event.ts'

/**
 * Calls back with the present state and with everything that happens from then on: each state, and each request to the
 * accounts server. The browser itself times the requests, so the client needs nothing for it.
 *
 * @param onEvent What it throws is reported to the page.
 * @returns What stops it.
 */
export function watchSignIn(
  client: SignInClient,
  onEvent: (event: SignInEvent) => void,
): () => void {
  let since = Date.now()
  const onState = () => {
    const now = Date.now()
    onEvent(stateEvent(client.getSnapshot(), now, since))
    since = now
  }
  const stops = [client.subscribe(onState), watchRequests(client.settings.accountsUrl, onEvent)]
  onState()
  return () => {
    for (const stop of stops) stop()
  }
}

function watchRequests(accountsUrl: string, onEvent: (event: SignInEvent) => void): () => void {
  // A server has none for resources.
  if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes('resource')) return () => {}
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const timing = entry as PerformanceResourceTiming
      const event = requestEvent(timing, accountsUrl, performance.timeOrigin)
      if (event) onEvent(event)
    }
  })
  observer.observe({ type: 'resource' })
  return () => observer.disconnect()
}

/**
 * Writes everything that happens to the console, as *verbose* messages.
 *
 * @returns What stops it.
 */
export function logSignIn(client: SignInClient): () => void {
  return watchSignIn(client, ({ type, at, ...event }) => {
    console.debug(`sign-in-with-livechat ${new Date(at).toISOString()} ${type}`, event)
  })
}
