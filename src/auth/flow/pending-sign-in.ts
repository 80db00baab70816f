import type { PendingSignIn } from '../grant/authorization-request.ts'
import { SignInError } from '../sign-in-error.ts'

/** What a redirect needs of the browser; tests bring their own. */
export interface RedirectStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** LiveChat stops at three redirects in 30 s; we stop one earlier, on a page that can say why. */
const redirectsAllowed = 2
const redirectWindow = 30_000

const key = (name: string, clientId: string) => `sign-in-with-livechat:${name}:${clientId}`

/**
 * Remembers a sign-in across the redirect, in this tab only.
 *
 * @throws {SignInError} `storage_unavailable` when the browser keeps nothing, `redirect_loop` when this tab
 *   was sent away too often just now.
 */
export function savePending(pending: PendingSignIn, storage: RedirectStorage): void {
  recordRedirect(pending, storage)
  guarded(() => storage.setItem(key('pending', pending.clientId), JSON.stringify(pending)))
}

/**
 * Counts how often this tab was sent away of late.
 *
 * @throws {SignInError} `redirect_loop`, `storage_unavailable`
 */
export function recordRedirect(
  { clientId, createdAt }: Pick<PendingSignIn, 'clientId' | 'createdAt'>,
  storage: RedirectStorage,
): void {
  guarded(() => {
    const departures = readDepartures(storage, clientId).filter(
      (time) => Math.abs(createdAt - time) < redirectWindow,
    )
    if (departures.length >= redirectsAllowed) throw new SignInError('redirect_loop')
    storage.setItem(key('departures', clientId), JSON.stringify([...departures, createdAt]))
  })
}

/**
 * Takes the pending sign-in out of the storage, once, if the response belongs to it.
 *
 * A response to something else leaves it there: a forged link must not spoil a sign-in under way.
 */
export function consumePending(
  clientId: string,
  state: string | null,
  storage: RedirectStorage,
): PendingSignIn | undefined {
  return guarded(() => {
    const pending = readPending(storage.getItem(key('pending', clientId)))
    if (!pending || pending.state !== state || pending.clientId !== clientId) return undefined
    storage.removeItem(key('pending', clientId))
    return pending
  })
}

/** Whether a sign-in of this app waits for a response with this state; without storage none does. */
export function awaitsResponse(clientId: string, state: string, storage: RedirectStorage): boolean {
  try {
    return readPending(storage.getItem(key('pending', clientId)))?.state === state
  } catch {
    return false
  }
}

/** Forgets a sign-in that was given up, so that a late response to it is refused. */
export function forgetPending(clientId: string, storage: RedirectStorage): void {
  guarded(() => storage.removeItem(key('pending', clientId)))
}

/** sessionStorage itself, or one that refuses: merely asking for it can throw. */
export function tabStorage(): RedirectStorage {
  try {
    return window.sessionStorage
  } catch (cause) {
    const refuse = () => {
      throw new SignInError('storage_unavailable', { cause })
    }
    return { getItem: refuse, setItem: refuse, removeItem: refuse }
  }
}

function guarded<T>(use: () => T): T {
  try {
    return use()
  } catch (cause) {
    throw cause instanceof SignInError ? cause : new SignInError('storage_unavailable', { cause })
  }
}

function readDepartures(storage: RedirectStorage, clientId: string): number[] {
  const value = parse(storage.getItem(key('departures', clientId)))
  return Array.isArray(value) ? value.filter((time) => typeof time === 'number') : []
}

function readPending(text: string | null): PendingSignIn | undefined {
  const value = parse(text)
  return typeof value === 'object' && value !== null && 'state' in value
    ? (value as PendingSignIn)
    : undefined
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}
