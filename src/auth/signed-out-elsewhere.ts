import { whenAwake } from './page.ts'

/**
 * Tells the other tabs of this browser that the agent signed out. Only the time of it is kept, no secret, and
 * nothing but a sign-out ever crosses tabs: a session from another tab could be a forged one.
 */
export function announceSignOut(clientId: string, now: number): void {
  try {
    localStorage.setItem(key(clientId), String(now))
  } catch {
    // Without storage every tab signs out for itself.
  }
}

/**
 * Calls `listener` when another tab signs out after `since`: at once, or when this tab wakes, since a frozen
 * or restored page missed the news.
 */
export function whenSignedOutElsewhere(
  clientId: string,
  since: number,
  listener: () => void,
  signal: AbortSignal,
): void {
  const check = () => {
    if (signedOutAt(clientId) > since) listener()
  }
  window.addEventListener('storage', check, { signal })
  whenAwake(check, signal)
}

function signedOutAt(clientId: string): number {
  try {
    return Number(localStorage.getItem(key(clientId)) ?? 0)
  } catch {
    return 0
  }
}

const key = (clientId: string) => `sign-in-with-livechat:signed-out-at:${clientId}`
