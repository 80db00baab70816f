import { createStore, type Store } from '../../store/index.ts'
import { revokeToken } from '../grant/revoke-token.ts'
import { sameOwner, surelySameOwner, type TokenGrant } from '../grant/token-grant.ts'
import { isVisible } from '../page.ts'
import { asSignInError, SignInError } from '../sign-in-error.ts'
import type { Flow, SignInSettings } from '../sign-in-options.ts'
import { unlessAborted } from '../unless-aborted.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { announceSignOut, onCrossTabSignOut, signedOutSince } from './cross-tab-sign-out.ts'
import { type Session, type SignInRecord, toSession } from './session.ts'
import {
  browserClocks,
  createExpiry,
  type Expiry,
  lastMoment,
  watchExpiry,
} from './session-expiry.ts'
import type { SessionState } from './session-state.ts'
import { nextState, type SessionChange } from './session-transitions.ts'
import type { SharedSession } from './shared-session.ts'
import { forgetHint, type Person, readHint, rememberHint, type SignInHint } from './sign-in-hint.ts'
import { refreshSignIn, transientCodes } from './token-refresh.ts'

/** Owns the session of a page from sign-in to sign-out: its state, its token, its timers and its storage. */
export interface SessionManager extends Omit<Store<SessionState>, 'set'> {
  startSignIn(flow: Flow): void
  /**
   * Ends the sign-in with a session; the token it replaces is revoked.
   *
   * @param signal Of the sign-in.
   * @throws {SignInError} `aborted` when the agent signed out since it began, here or in another tab.
   */
  establish(record: SignInRecord, signal: AbortSignal): Session
  /** Revokes a token that nobody is to have, unless it is the one in use. */
  drop(accessToken: string): void
  /** Ends the sign-in without one; what is on screen stays. No `reason`: the agent came Back. */
  signInFailed(reason?: SignInError): void
  /** Takes over the session that the other tabs share; false when there is none. */
  restore(): Promise<boolean>
  /** A signal that aborts when the agent signs out, here or in another tab. */
  untilSignOut(): AbortSignal
  getAccessToken(): Promise<string>
  renewAccessToken(refused: string): Promise<string>
  timeLeft(): number
  hint(): SignInHint | undefined
  rememberAs(person: Person): void
  /** Ends the session because LiveChat, or time, ended it. */
  endSession(reason: SignInError): void
  signOut(): Promise<void>
  dispose(): void
}

/** What the state cannot say of a session that is live. */
interface ActiveSession {
  record: SignInRecord
  expiry: Expiry
  /** Milliseconds before its end at which it is refreshed, or said to be expiring. */
  leadTime: number
  /** The refresh under way: everybody who asks meanwhile gets its outcome. */
  refreshing: Promise<string> | undefined
  /** Until this moment of `performance.now()` a refusal is the second in a row. */
  refusedUntil: number
  /** Aborts when the token is replaced or its session ends. */
  ended: AbortController
}

/** Two refusals in a row mean the session; hours apart, each means its token. */
const inARow = 60_000

/** Creates the manager; its session is one with the other tabs' when they share one. */
export function createSessionManager(
  settings: SignInSettings,
  shared?: SharedSession,
): SessionManager {
  const { clientId } = settings
  const { getSnapshot, subscribe, set } = createStore<SessionState>({ status: 'signed-out' })
  let active: ActiveSession | undefined
  /** The tokens of the agent who is or was last signed in, until they sign out or another does. */
  let issued: { to: TokenGrant; tokens: Set<string> } | undefined
  /** Ends what waits for LiveChat on behalf of the agent. */
  let signOutSignal = new AbortController()
  /** Ends the listeners for a sign-out in another tab, which outlast the token. */
  let otherTabs = new AbortController()

  function apply(change: SessionChange): void {
    const before = getSnapshot()
    const next = nextState(before, change)
    if (next !== before) set(next)
  }

  function establish(record: SignInRecord, signal: AbortSignal): Session {
    if (signal.aborted || signedOutSince(clientId, record.lastSignOut)) {
      drop(record.grant.accessToken)
      throw new SignInError('aborted')
    }
    const replaced = active?.record.grant.accessToken
    shared?.put(record)
    rememberAgent(record, {})
    const session = activate('signed-in', record)
    if (replaced) drop(replaced)
    return session
  }

  function drop(accessToken: string): void {
    if (accessToken === active?.record.grant.accessToken) return
    // If LiveChat cannot be told, it expires by itself.
    revokeToken(accessToken, settings).catch(() => {})
  }

  function activate(type: 'signed-in' | 'restored' | 'refreshed', record: SignInRecord): Session {
    deactivate()
    const session = toSession(record)
    const expiry = createExpiry(session.expiresAt, browserClocks)
    const leadTime = record.grant.refreshToken
      ? Math.min(settings.expiringAhead, (session.expiresAt - record.receivedAt) / 3)
      : settings.expiringAhead
    const ended = new AbortController()
    const activated = { record, expiry, leadTime, refreshing: undefined, refusedUntil: 0, ended }
    active = activated
    const isSameAgent = type === 'refreshed' || (issued && surelySameOwner(issued.to, record.grant))
    if (!issued || !isSameAgent) issued = { to: record.grant, tokens: new Set() }
    issued.tokens.add(session.accessToken)
    otherTabs.abort()
    otherTabs = new AbortController()
    apply({ type, session })
    onCrossTabSignOut(clientId, record.lastSignOut, () => void clear(), otherTabs.signal)
    watchExpiry(expiry, leadTime, ended.signal, (timeLeft) => onTick(activated, timeLeft))
    return session
  }

  function rememberAgent({ flow, grantType, grant }: SignInRecord, person: Person): void {
    const { accountId } = grant
    rememberHint(clientId, withoutUndefined({ flow, grantType, accountId, ...person }))
  }

  function deactivate(): void {
    active?.ended.abort()
    active = undefined
  }

  /** The session is over for every tab that shares it. */
  function discard(): void {
    if (active) shared?.forget(active.record.id)
    deactivate()
  }

  function onTick(held: ActiveSession, timeLeft: number): void {
    if (held.record.grant.refreshToken) {
      // Only while somebody may be looking; a hidden page refreshes when it is asked or seen again.
      if (timeLeft <= held.leadTime && isVisible()) refresh(held).catch(() => {})
    } else if (timeLeft === 0) {
      void expireUnlessReplaced(new SignInError('session_expired'))
    } else if (timeLeft <= held.leadTime) apply({ type: 'expiring' })
  }

  function refresh(held: ActiveSession): Promise<string> {
    held.refreshing ??= fetchNextToken(held).finally(() => {
      held.refreshing = undefined
    })
    return held.refreshing
  }

  /** Waits for a refresh no longer than for other requests; it goes on, since LiveChat gives its token only once. */
  function nextToken(held: ActiveSession): Promise<string> {
    const tooLate = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new SignInError('network')), settings.requestTimeout)
    })
    return Promise.race([refresh(held), tooLate])
  }

  async function fetchNextToken({ record, ended: { signal } }: ActiveSession): Promise<string> {
    const refreshing = refreshSignIn(record, settings, shared, drop)
    try {
      const next = await unlessAborted(refreshing, signal)
      return activate('refreshed', next).accessToken
    } catch (thrown) {
      // Only a token that arrives can be revoked. A page that goes without signing out ends no session.
      const isOver = signal.aborted && !signOutSignal.signal.aborted
      if (isOver) refreshing.then(({ grant }) => drop(grant.accessToken)).catch(() => {})
      const reason = asSignInError(thrown, 'network')
      if (!signal.aborted && !transientCodes.includes(reason.code)) expire(reason)
      throw reason
    }
  }

  async function restore(over?: ActiveSession): Promise<boolean> {
    const { signal } = signOutSignal
    const record = await shared?.get()
    if (!record || signal.aborted || active !== over) return false
    if (signedOutSince(clientId, record.lastSignOut)) return false
    const { grant } = record
    const { expectedAccountId = grant.accountId } = settings.request
    if (grant.accountId !== expectedAccountId) return false
    const before = over?.record.grant
    if (before && (grant.accessToken === before.accessToken || !sameOwner(grant, before))) {
      return false
    }
    activate('restored', record)
    return active !== undefined
  }

  /** Another tab of the same agent may have signed in again since. */
  async function expireUnlessReplaced(reason: SignInError): Promise<void> {
    const over = active
    if (shared && over) await restore(over)
    if (active === over) expire(reason)
  }

  function expire(reason: SignInError): void {
    discard()
    apply({ type: 'expired', reason })
  }

  async function signOut(): Promise<void> {
    announceSignOut(clientId)
    forgetHint(clientId)
    await clear()
  }

  async function clear(): Promise<void> {
    signOutSignal.abort()
    signOutSignal = new AbortController()
    otherTabs.abort()
    const token = active?.record.grant.accessToken
    discard()
    issued = undefined
    apply({ type: 'signed-out' })
    try {
      if (token) await revokeToken(token, settings)
    } catch (thrown) {
      apply({ type: 'revocation-failed', reason: asSignInError(thrown, 'revocation_failed') })
    }
  }

  async function getAccessToken(): Promise<string> {
    if (!active) throw notSignedIn()
    const { record, expiry, leadTime, ended } = active
    const { accessToken, refreshToken } = record.grant
    const owner = issued
    if (expiry.timeLeft() > (refreshToken ? leadTime : lastMoment)) return accessToken
    if (!refreshToken) {
      await expireUnlessReplaced(new SignInError('session_expired'))
      // Somebody else may have signed in while the other tabs were asked.
      if (issued !== owner) throw new SignInError('signed_out')
      return getAccessToken()
    }
    try {
      return await nextToken(active)
    } catch (thrown) {
      if (ended.signal.aborted || expiry.timeLeft() <= lastMoment) throw thrown
      return accessToken
    }
  }

  async function renewAccessToken(refused: string): Promise<string> {
    // A request that waited while its agent signed out is not to go on in the name of the next.
    const owner = issued
    if (!owner?.tokens.has(refused)) throw new SignInError('signed_out')
    // Somebody else may have renewed it while the refused request was on its way, or signed in in another tab.
    if (isReplaced(refused)) return getAccessToken()
    if (!active?.record.grant.refreshToken || performance.now() < active.refusedUntil) {
      await expireUnlessReplaced(new SignInError('session_refused'))
      if (issued === owner && isReplaced(refused)) return getAccessToken()
      throw notSignedIn()
    }
    const token = await nextToken(active)
    if (active) active.refusedUntil = performance.now() + inARow
    return token
  }

  function isReplaced(refused: string): boolean {
    return active !== undefined && active.record.grant.accessToken !== refused
  }

  function notSignedIn(): SignInError {
    const state = getSnapshot()
    return state.status === 'expired' ? state.reason : new SignInError('signed_out')
  }

  return {
    getSnapshot,
    subscribe,
    startSignIn: (flow) => apply({ type: 'sign-in-started', flow }),
    establish,
    drop,
    signInFailed: (reason) => apply({ type: 'sign-in-failed', reason }),
    restore: () => restore(),
    untilSignOut: () => signOutSignal.signal,
    getAccessToken,
    renewAccessToken,
    timeLeft: () => active?.expiry.timeLeft() ?? 0,
    hint: () => readHint(clientId),
    rememberAs(person) {
      if (active) rememberAgent(active.record, person)
    },
    endSession: expire,
    signOut,
    dispose() {
      signOutSignal.abort()
      otherTabs.abort()
      deactivate()
      issued = undefined
    },
  }
}
