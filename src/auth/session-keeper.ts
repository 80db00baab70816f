import { type Grant, withoutUndefined } from './grant.ts'
import { isVisible } from './page.ts'
import { type EndedSession, type Session, toSession, withoutToken } from './session.ts'
import { browserClocks, createExpiry, type Expiry, watchExpiry } from './session-expiry.ts'
import type { SessionStore } from './session-state.ts'
import type { SharedGrant, SharedSession } from './shared-session.ts'
import { asSignInError, SignInError, type SignInErrorCode } from './sign-in-error.ts'
import type { Flow, SignInSettings } from './sign-in-options.ts'
import { whenSignedOutElsewhere } from './signed-out-elsewhere.ts'

/** The session of this page from its first token to sign-out: renewed, expired, refused, and who is told. */
export interface SessionKeeper {
  /** A sign-in sets out; what is on screen stays. */
  depart(flow: Flow): void
  /** A sign-in, or a renewal, arrived. */
  begin(grant: Grant, receivedAt: number): Session
  /** Takes up the session the other tabs share, if they do. */
  restore(): Promise<boolean>
  /** The token as it is, however little time it has. */
  token(): string | undefined
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
  session: Session
  expiry: Expiry
  refreshToken: string | undefined
  /** Milliseconds before the end at which a refresh is due. */
  refreshAhead: number
  refreshing: Promise<string> | undefined
  /** It replaced a token LiveChat refused; a second refusal is meant. */
  replacement: boolean
  life: AbortController
}

/** Failures that say nothing about the session: the next request may simply try again. */
const passing: readonly SignInErrorCode[] = [
  'network',
  'server_error',
  'temporarily_unavailable',
  'aborted',
]

export function createSessionKeeper(
  settings: SignInSettings,
  store: SessionStore,
  onSignedOutElsewhere: () => void,
  shared?: SharedSession,
): SessionKeeper {
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

  function begin(grant: Grant, receivedAt: number): Session {
    shared?.put({ grant, receivedAt })
    return hold(grant, receivedAt)
  }

  /** What the other tabs already have, if it is still of use. */
  async function restore(): Promise<boolean> {
    const kept = await shared?.get()
    if (!kept || current) return false
    hold(kept.grant, kept.receivedAt)
    return current !== undefined
  }

  function hold(grant: Grant, receivedAt: number): Session {
    letGo()
    const session = toSession(grant, receivedAt)
    const life = new AbortController()
    const lifetime = session.expiresAt - receivedAt
    const kept: Kept = {
      session,
      expiry: createExpiry(session.expiresAt, browserClocks),
      refreshToken: grant.refreshToken,
      refreshAhead: Math.min(settings.expiringAhead, lifetime / 3),
      refreshing: undefined,
      replacement: false,
      life,
    }
    current = kept
    shown = withoutToken(session)
    showing.abort()
    showing = new AbortController()
    away = false
    store.publish({ status: 'signed-in', session })
    whenSignedOutElsewhere(settings.clientId, receivedAt, onSignedOutElsewhere, showing.signal)
    watch(kept)
    return session
  }

  function watch(kept: Kept): void {
    let warned = false
    const { refreshToken, refreshAhead, life, expiry } = kept
    const ahead = refreshToken ? refreshAhead : settings.expiringAhead
    const stop = watchExpiry(expiry, ahead, (timeLeft) => {
      if (refreshToken) {
        // Only while somebody may be looking; a hidden page refreshes when it is asked or seen again.
        if (timeLeft <= ahead && isVisible()) refresh(kept).catch(() => {})
      } else if (timeLeft === 0) {
        end(new SignInError('session_expired'))
      } else if (timeLeft <= ahead && !warned) {
        warned = true
        listeners.expiring.forEach(call)
      }
    })
    if (life.signal.aborted) stop()
    else life.signal.addEventListener('abort', stop, { once: true })
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
    letGo()
    shared?.forget()
    if (!away) rest(reason)
    listeners.expired.forEach(call)
  }

  function forget(): string | undefined {
    const token = current?.session.accessToken
    letGo()
    shared?.forget()
    showing.abort()
    shown = undefined
    away = false
    store.publish({ status: 'signed-out' })
    return token
  }

  /** One refresh is under way at a time; everybody who asks meanwhile gets its outcome. */
  function refresh(kept: Kept): Promise<string> {
    kept.refreshing ??= buyNextToken(kept).finally(() => {
      kept.refreshing = undefined
    })
    return kept.refreshing
  }

  async function buyNextToken(kept: Kept): Promise<string> {
    const { session, refreshToken = '', life } = kept
    try {
      const next = await (shared?.refresh(refreshToken) ?? refreshHere(refreshToken, life.signal))
      life.signal.throwIfAborted()
      const { accountId } = next.grant
      if (accountId && session.accountId && accountId !== session.accountId) {
        throw new SignInError('invalid_response', { details: 'the token is of another account' })
      }
      const grant = { ...whoseIs(session), refreshToken, ...next.grant }
      return hold(grant, next.receivedAt).accessToken
    } catch (thrown) {
      const reason = asSignInError(thrown, life.signal.aborted ? 'aborted' : 'network')
      if (current === kept && !passing.includes(reason.code)) end(reason)
      throw reason
    }
  }

  async function refreshHere(refreshToken: string, signal: AbortSignal): Promise<SharedGrant> {
    const { refreshGrant } = await loadCodeGrant()
    const grant = await refreshGrant(refreshToken, settings, signal)
    return { grant, receivedAt: browserClocks.now() }
  }

  async function getAccessToken(): Promise<string> {
    const kept = current
    if (!kept) throw notSignedIn()
    const due = kept.expiry.timeLeft() <= kept.refreshAhead
    if (kept.refreshToken && due) {
      try {
        return await refresh(kept)
      } catch (thrown) {
        if (current !== kept || kept.expiry.timeLeft() === 0) throw thrown
      }
    }
    if (kept.expiry.timeLeft() === 0) {
      end(new SignInError('session_expired'))
      throw notSignedIn()
    }
    return kept.session.accessToken
  }

  /** Somebody else may have renewed it while the refused request was on its way. */
  async function renew(refused: string): Promise<string> {
    if (current && current.session.accessToken !== refused) return getAccessToken()
    if (!current?.refreshToken || current.replacement) {
      end(new SignInError('session_refused'))
      throw notSignedIn()
    }
    const token = await refresh(current)
    if (current) current.replacement = true
    return token
  }

  function notSignedIn(): SignInError {
    const state = store.getSnapshot()
    return state.status === 'expired' ? state.reason : new SignInError('signed_out')
  }

  return {
    depart,
    begin,
    restore,
    token: () => current?.session.accessToken,
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

/** Its own file to the bundler, so that pages without the code grant never load it. */
export async function loadCodeGrant() {
  try {
    return await import('./code-grant.ts')
  } catch (cause) {
    throw new SignInError('network', { cause })
  }
}

/** What a refresh may leave out because it cannot have changed. */
function whoseIs({ scopes, accountId, organizationId }: Session): Omit<Grant, 'accessToken'> {
  return withoutUndefined({ scopes, accountId, organizationId })
}

const call = (listener: () => void) => listener()
