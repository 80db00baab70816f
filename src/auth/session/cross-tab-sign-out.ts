import { randomId } from '../../older-browsers/index.ts'
import { onWake } from '../page.ts'
import { readItem, writeItem } from './local-storage.ts'

/**
 * Tells the other tabs of this browser that the agent signed out.
 *
 * The storage only keeps a random mark, no secret, and a sign-out is all it can say: a session found there could
 * be forged. The mark is not a time, since clocks are set back.
 */
export function announceSignOut(clientId: string): void {
  writeItem(key(clientId), randomId())
}

/** Reads the mark of the last sign-out in this browser, for a sign-in to keep. */
export function lastSignOut(clientId: string): string | null {
  return readItem(key(clientId))
}

/** Whether the agent signed out since `mark` was read. Cleared storage is not a sign-out. */
export function signedOutSince(clientId: string, mark: string | null): boolean {
  const last = lastSignOut(clientId)
  return last !== null && last !== mark
}

/**
 * Calls `listener` when another tab signs out: at once, or when this tab wakes, since a frozen or restored page
 * gets no event.
 *
 * @param mark The last sign-out before the session began.
 */
export function onCrossTabSignOut(
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
