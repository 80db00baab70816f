import { loadCodeGrant } from '../grant/load-code-grant.ts'
import { sameOwner, type TokenGrant } from '../grant/token-grant.ts'
import { SignInError } from '../sign-in-error.ts'
import type { Flow, SignInSettings } from '../sign-in-options.ts'
import { lastSignOut, onSignedOutElsewhere, signedOutSince } from './cross-tab-sign-out.ts'
import { type EndedSession, type Session, toSession, withoutToken } from './session.ts'
import {
  browserClocks,
  createExpiry,
  type Expiry,
  lastMoment,
  watchExpiry,
} from './session-expiry.ts'
import type { SessionStore } from './session-state.ts'
import type { SharedSession, SignInRecord } from './shared-session.ts'
import type { Renewal, StartRenewal } from './token-refresh.ts'

/** The session of this page from its first token to sign-out: renewed, expired, refused, and who is told. */
export interface SessionManager {
  /** A sign-in sets out; what is on screen stays. */
  depart(flow: Flow): void
  /** A sign-in, or a renewal, arrived. */
  begin(grant: TokenGrant, receivedAt: number, startRenewal?: StartRenewal): Session
  /** Takes up the session the other tabs share, if they do. */
  restore(): Promise<boolean>
  /** The token as it is, however little time it has. */
  token(): string | undefined
  timeLeft(): number
  /** A sign-in came to nothing: the state is as good as the session is, and says why it is not better. */
  rest(reason?: SignInError): void
  /** LiveChat, or time, ended the session. */
  end(reason: SignInError): void
  /** The agent signs out. Returns the token to revoke. */
  forget(): string | undefined
  getAccessToken(): Promise<string>
  renew(refused: string): Promise<string>
  on(event: SessionEvent, listener: () => void): () => void
  dispose(): void
}

export type SessionEvent = 'expiring' | 'expired'

interface Kept {
  /** Of its sign-in, not of its token. */
  id: string
  session: Session
  expiry: Expiry
  renewal: Renewal | undefined
  /** It replaced a token LiveChat refused; until then, by the clock that is never set, a second refusal is meant. */
  meantUntil: number
  life: AbortController
}

/** Two refusals in a row mean the session; hours apart, each means its token. */
const inARow = 60_000

export function createSessionManager(
  settings: SignInSettings,
  store: SessionStore,
  onOtherTabSignOut: () => void,
  shared?: SharedSession,
): SessionManager {
  const listeners = { expiring: new Set<() => void>(), expired: new Set<() => void>() }
  /** The good session, if there is one. */
  let current: Kept | undefined
  /** The last session, good or ended, until sign-out: what is on screen belongs to it. */
  let shown: EndedSession | undefined
  /** Ends when `shown` does. */
  let showing = new AbortController()
  /** A sign-in is under way; its ending will publish. */
  let away = false

  function depart(flow: Flow): void {
    away = true
    store.publish({ status: 'signing-in', flow, ...(shown && { session: shown }) })
  }

  function begin(grant: TokenGrant, receivedAt: number, startRenewal?: StartRenewal): Session {
    const begun = {
      grant,
      receivedAt,
      lastSignOut: lastSignOut(settings.clientId),
      id: crypto.randomUUID(),
    }
    shared?.put(begun)
    return hold(begun, startRenewal)
  }

  /** What the other tabs have, if it is still of use and no one else's. */
  async function restore(over?: Kept): Promise<boolean> {
    const kept = await shared?.get()
    if (!kept || signedOutSince(settings.clientId, kept.lastSignOut)) return false
    const { grant } = kept
    const before = over?.session
    if (before && (grant.accessToken === before.accessToken || !sameOwner(grant, before))) {
      return false
    }
    const code = grant.refreshToken ? await loadCodeGrant().catch(() => undefined) : undefined
    if (current !== over || (grant.refreshToken && !code)) return false
    hold(kept, code?.startRenewal)
    return current !== undefined
  }

  function hold(held: SignInRecord, startRenewal?: StartRenewal): Session {
    letGo()
    const { grant, receivedAt } = held
    const session = toSession(grant, receivedAt, startRenewal ? 'code' : 'implicit')
    const expiry = createExpiry(session.expiresAt, browserClocks)
    const life = new AbortController()
    const begin = (next: SignInRecord) => hold(next, startRenewal)
    const { signal } = life
    const renewal = startRenewal?.({
      held,
      session,
      expiry,
      settings,
      shared,
      signal,
      begin,
      end,
    })
    current = { id: held.id, session, expiry, renewal, meantUntil: 0, life }
    shown = withoutToken(session)
    showing.abort()
    showing = new AbortController()
    away = false
    store.publish({ status: 'signed-in', session })
    onSignedOutElsewhere(settings.clientId, held.lastSignOut, onOtherTabSignOut, showing.signal)
    watchExpiry(expiry, renewal?.ahead ?? settings.expiringAhead, signal, renewal?.look ?? warn())
    return session
  }

  /** A session that cannot renew itself: told of once, `expiringAhead` before its end. */
  function warn(): (timeLeft: number) => void {
    let warned = false
    return (timeLeft) => {
      if (timeLeft === 0) endUnlessNewer(new SignInError('session_expired'))
      else if (timeLeft <= settings.expiringAhead && !warned) {
        warned = true
        listeners.expiring.forEach(call)
      }
    }
  }

  function letGo(): void {
    current?.life.abort()
    current = undefined
  }

  function rest(reason?: SignInError): void {
    away = false
    const why = reason && { reason }
    if (current) store.publish({ status: 'signed-in', session: current.session, ...why })
    else if (shown) {
      const expired = reason ?? new SignInError('session_expired')
      store.publish({ status: 'expired', session: shown, reason: expired })
    } else store.publish({ status: 'signed-out', ...why })
  }

  function end(reason: SignInError): void {
    if (!current) return
    shared?.forget(current.id)
    letGo()
    if (!away) rest(reason)
    listeners.expired.forEach(call)
  }

  /** Another tab of the same agent may have signed in again since. */
  async function endUnlessNewer(reason: SignInError): Promise<void> {
    const over = current
    if (shared && over) await restore(over)
    if (current === over) end(reason)
  }

  function forget(): string | undefined {
    const token = current?.session.accessToken
    if (current) shared?.forget(current.id)
    letGo()
    showing.abort()
    shown = undefined
    away = false
    store.publish({ status: 'signed-out' })
    return token
  }

  async function getAccessToken(): Promise<string> {
    if (!current) throw notSignedIn()
    if (current.renewal) return current.renewal.getAccessToken()
    if (current.expiry.timeLeft() > lastMoment) return current.session.accessToken
    await endUnlessNewer(new SignInError('session_expired'))
    return getAccessToken()
  }

  async function renew(refused: string): Promise<string> {
    // Somebody else may have renewed it while the refused request was on its way, or signed in in another tab.
    if (isReplaced(refused)) return getAccessToken()
    if (!current?.renewal || performance.now() < current.meantUntil) {
      await endUnlessNewer(new SignInError('session_refused'))
      if (isReplaced(refused)) return getAccessToken()
      throw notSignedIn()
    }
    const token = await current.renewal.refresh()
    if (current) current.meantUntil = performance.now() + inARow
    return token
  }

  function isReplaced(refused: string): boolean {
    return current !== undefined && current.session.accessToken !== refused
  }

  function notSignedIn(): SignInError {
    const state = store.getSnapshot()
    return state.status === 'expired' ? state.reason : new SignInError('signed_out')
  }

  return {
    depart,
    begin,
    restore: () => restore(),
    token: () => current?.session.accessToken,
    timeLeft: () => current?.expiry.timeLeft() ?? 0,
    rest,
    end,
    forget,
    getAccessToken,
    renew,
    on(event, listener) {
      listeners[event].add(listener)
      return () => listeners[event].delete(listener)
    },
    dispose() {
      letGo()
      showing.abort()
    },
  }
}

const call = (listener: () => void) => listener()
