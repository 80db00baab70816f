import { currentPath, pageUrl } from './flow/page.ts'
import type { Popup } from './flow/popup.ts'
import { revokeToken } from './grant/accounts-http.ts'
import { announceSignOut } from './session/cross-tab-sign-out.ts'
import type { Session } from './session/session.ts'
import { createSessionManager, type SessionEvent } from './session/session-manager.ts'
import { createSessionStore, type SessionStore } from './session/session-state.ts'
import { forgetHint, readHint, rememberHint, type SignInHint } from './session/sign-in-hint.ts'
import { type Arrival, authorizeByPopup, comeBack, startRedirect } from './sign-in.ts'
import { asSignInError, type SignInError } from './sign-in-error.ts'
import {
  completeOptions,
  requestPart,
  type SignInOptions,
  type SignInParams,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'

/** What loading the page amounted to. */
export type ResumeResult =
  /** No answer in the URL. */
  | { status: 'none' }
  /** Signed in; the URL is `returnTo` again. */
  | { status: 'signed-in'; returnTo: string }
  /** Refused; the reason is in the state, and `returnTo` is where a new try should lead. */
  | { status: 'failed'; returnTo: string }
  /** This page is a pop-up whose answer went to the page that opened it; it is about to close. */
  | { status: 'handed-over' }

export interface SignInClient extends Pick<SessionStore, 'getSnapshot' | 'subscribe'> {
  /** The options it was made with, every default in place. */
  readonly settings: SignInSettings

  /**
   * Signs the agent in. Call it in the click itself: the pop-up opens before anything is awaited.
   *
   * A second call while a pop-up is open brings that window to the front and shares its promise. With
   * `flow: 'redirect'` the page leaves and the promise never settles; {@link SignInClient.resume} goes on.
   *
   * @throws {SignInError} Also published as the state's `reason`.
   */
  signIn(request?: SignInParams): Promise<Session>

  /**
   * Takes LiveChat's answer out of the URL, if there is one. Call it once, before anything else of the page
   * runs: the URL is clean when it returns its promise.
   *
   * Never rejects: what went wrong is in the state.
   */
  resume(): Promise<ResumeResult>

  /**
   * An access token that will outlast a request; refreshed first, in the code grant, when it is near its end.
   *
   * @throws {SignInError} `signed_out`, `session_expired`, or why the refresh failed.
   */
  getAccessToken(): Promise<string>

  /**
   * Another token for one LiveChat refused, when the code grant can get one; otherwise the session ends.
   *
   * @throws {SignInError} `session_refused`, or why the refresh failed.
   */
  renewAccessToken(refused: string): Promise<string>

  /** Milliseconds the session still lasts, however the clock is set meanwhile; 0 without one. */
  timeLeft(): number

  /** Who signed in in this browser last and did not sign out, and how; for doing so again with one click. */
  hint(): SignInHint | undefined

  /** Puts a name to the hint a reload will find. Nothing secret may go in. */
  rememberAs(person: { email?: string; name?: string }): void

  /**
   * Ends the session without a word to LiveChat, because LiveChat ended it; the state becomes `expired`.
   *
   * @param reason Shown to the agent.
   */
  endSession(reason: SignInError): void

  /**
   * Ends the session here and in the other tabs at once, then tells LiveChat to forget the token.
   *
   * Never rejects: when LiveChat could not be told, the state's `reason` says so.
   *
   * @see RFC 7009
   */
  signOut(): Promise<void>

  /**
   * `expiring` comes once, `expiringAhead` before the end of a session that cannot renew itself; `expired` when a
   * session has ended by itself. Returns what stops the listener.
   */
  on(event: SessionEvent, listener: () => void): () => void

  /** Stops every timer and listener and closes an open pop-up; the client is of no use afterwards. */
  dispose(): void
}

/**
 * Creates the one client of a page: it signs an agent in and out, and holds their session in memory.
 *
 * @param options See {@link SignInOptions}; only `clientId` is required.
 * @throws {SignInError} `configuration` when an option cannot work.
 */
export function createSignInClient(options: SignInOptions): SignInClient {
  const settings = completeOptions(options, pageUrl())
  const store = createSessionStore()
  const shared = options.shareSession?.(settings)
  const keeper = createSessionManager(settings, store, () => void leaveSession(), shared)
  const life = new AbortController()
  let how: SignInHint = settings.request
  let underWay: { popup: Popup; abort: AbortController; promise: Promise<Session> } | undefined

  function signIn({ returnTo, signal, ...wishes }: SignInParams = {}): Promise<Session> {
    if (underWay) {
      underWay.popup.focus()
      return underWay.promise
    }
    const request = { ...settings.request, ...requestPart(wishes) }
    try {
      if (request.flow === 'popup') return byPopup(request, returnTo, signal)
      keeper.depart('redirect')
      const leaving = startRedirect(settings, request, returnTo, life.signal, keeper.rest)
      return leaving.catch(fail)
    } catch (thrown) {
      return Promise.reject(failed(thrown))
    }
  }

  function byPopup(request: SignInRequest, returnTo: string | undefined, signal?: AbortSignal) {
    const abort = new AbortController()
    const stop = AbortSignal.any([abort.signal, life.signal, ...(signal ? [signal] : [])])
    const { popup, arrival } = authorizeByPopup(settings, request, returnTo, stop)
    keeper.depart('popup')
    const promise = arrival.then(settle, fail).finally(() => {
      underWay = undefined
    })
    underWay = { popup, abort, promise }
    return promise
  }

  function settle({ grant, receivedAt, pending, startRenewal }: Arrival): Session {
    const replaced = keeper.token()
    const session = keeper.begin(grant, receivedAt, startRenewal)
    how = { flow: pending.flow, grantType: pending.grantType }
    rememberHint(settings.clientId, how)
    // Nobody needs it any more; if LiveChat cannot be told, it ends by itself.
    if (replaced) revokeToken(replaced, settings).catch(() => {})
    return session
  }

  function failed(thrown: unknown): SignInError {
    const reason = asSignInError(thrown, life.signal.aborted ? 'aborted' : 'unknown_error')
    keeper.rest(reason)
    return reason
  }

  function fail(thrown: unknown): never {
    throw failed(thrown)
  }

  async function resume(): Promise<ResumeResult> {
    const home = await comeBack(settings, life.signal, () => keeper.depart('redirect'))
    if (home.status === 'none') {
      return (await keeper.restore())
        ? { status: 'signed-in', returnTo: currentPath() }
        : { status: 'none' }
    }
    if (home.status === 'handed-over') return home
    const { returnTo } = home
    if (home.status === 'arrived') settle(home.arrival)
    else failed(home.reason)
    return { status: home.status === 'arrived' ? 'signed-in' : 'failed', returnTo }
  }

  async function signOut(): Promise<void> {
    announceSignOut(settings.clientId)
    forgetHint(settings.clientId)
    await leaveSession()
  }

  async function leaveSession(): Promise<void> {
    underWay?.abort.abort()
    const token = keeper.forget()
    if (!token) return
    try {
      await revokeToken(token, settings)
    } catch (thrown) {
      if (store.getSnapshot().status === 'signed-out') failed(thrown)
    }
  }

  return {
    settings,
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    signIn,
    resume,
    getAccessToken: keeper.getAccessToken,
    renewAccessToken: keeper.renew,
    timeLeft: keeper.timeLeft,
    hint: () => readHint(settings.clientId),
    rememberAs(person) {
      if (keeper.token()) rememberHint(settings.clientId, { ...how, ...person })
    },
    endSession: keeper.end,
    signOut,
    on: keeper.on,
    dispose() {
      life.abort()
      keeper.dispose()
    },
  }
}
