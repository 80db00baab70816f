import { onWake } from '../flow/page.ts'

/**
 * Tells the other tabs of this browser that the agent signed out. Only a mark of it is kept, no secret, and
 * nothing but a sign-out ever crosses tabs: a session from another tab could be a forged one. The mark is no
 * time, since clocks are set back.
 */
export function announceSignOut(clientId: string): void {
  try {
    localStorage.setItem(key(clientId), crypto.randomUUID())
  } catch {
    // Without storage every tab signs out for itself.
  }
}

/** The mark of the last sign-out in this browser, to be remembered where a session begins. */
export function lastSignOut(clientId: string): string | null {
  try {
    return localStorage.getItem(key(clientId))
  } catch {
    return null
  }
}

/** Whether there was a sign-out since the mark was `mark`. Storage that was cleared is none. */
export function signedOutSince(clientId: string, mark: string | null): boolean {
  const last = lastSignOut(clientId)
  return last !== null && last !== mark
}

/**
 * Calls `listener` when another tab signs out: at once, or when this tab wakes, since a frozen or restored page
 * missed the news.
 *
 * @param mark The last sign-out before the session began.
 */
export function onSignedOutElsewhere(
  clientId: string,
  mark: string | null,
  listener: () => void,
  signal: AbortSignal,
): void {
  const check = () => {
    if (signedOutSince(clientId, mark)) listener()
  }
  window.addEventListener('storage', check, { signal })
  onWake(check, signal)
}

const key = (clientId: string) => `sign-in-with-livechat:signed-out:${clientId}`
