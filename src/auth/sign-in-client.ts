import { type Account, completeGrant, readAccount, revokeToken } from './accounts-server.ts'
import {
  createAuthorizationRequest,
  createState,
  type PendingSignIn,
} from './authorization-request.ts'
import {
  type RawResponse,
  readAuthorizationResponse,
  splitResponseUrl,
} from './authorization-response.ts'
import {
  isOffline,
  leaveFor,
  onceRestored,
  pageOrigin,
  pagePlace,
  pageUrl,
  replaceAddress,
} from './page.ts'
import { openPopup, type Popup, returnToOpener } from './popup.ts'
import { forgetPending, rememberPending, tabStorage, takePending } from './redirect.ts'
import { safeReturnTo } from './return-to.ts'
import { type EndedSession, type Session, toSession, withoutToken } from './session.ts'
import { browserClocks, createExpiry, type Expiry, watchExpiry } from './session-expiry.ts'
import { createSessionStore, type SessionStore } from './session-state.ts'
import { asSignInError, SignInError } from './sign-in-error.ts'
import {
  completeOptions,
  type Flow,
  requestPart,
  type SignInOptions,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'

/** The wishes of one sign-in, and what belongs to this moment. */
export interface SignInNow extends SignInRequest {
  /** Path of this site to come back to after a redirect; default: where the agent is. */
  returnTo?: string
  /** Ends a pop-up sign-in; the window closes. */
  signal?: AbortSignal
}

export interface SignInClient extends Pick<SessionStore, 'getSnapshot' | 'subscribe'> {
  readonly settings: SignInSettings
  signIn(request?: SignInNow): Promise<Session>
  resume(): Promise<Resumed>
  getAccessToken(): Promise<string>
  getAccount(signal?: AbortSignal): Promise<Account | undefined>
  endSession(reason: SignInError): void
  signOut(): Promise<void>
  on(event: 'expiring' | 'expired', listener: () => void): () => void
  dispose(): void
}

/** What loading the page amounted to. */
export type Resumed =
  /** No answer in the URL. */
  | { status: 'none' }
  /** Signed in; the URL is `returnTo` again. */
  | { status: 'signed-in'; returnTo: string }
  /** Refused; the reason is in the state, and `returnTo` is where a new try should lead. */
  | { status: 'failed'; returnTo: string }
  /** This page is a pop-up whose answer went to the page that opened it; it is about to close. */
  | { status: 'handed-over' }

/**
 * Creates the one client of a page: it signs an agent in and out, and holds their session in memory.
 *
 * @param options See {@link SignInOptions}; only `clientId` is required.
 * @throws {SignInError} `configuration` when an option cannot work.
 */
export function createSignInClient(options: SignInOptions): SignInClient {
  const settings = completeOptions(options, pageUrl())
  const store = createSessionStore()
  const listeners = { expiring: new Set<() => void>(), expired: new Set<() => void>() }
  const life = new AbortController()

  /** The good session, if there is one. */
  let current: { session: Session; expiry: Expiry } | undefined
  /** The last session, good or ended, until sign-out: what is on screen belongs to it. */
  let shown: EndedSession | undefined
  let underWay: { popup: Popup; abort: AbortController; promise: Promise<Session> } | undefined
  let stopWatching = () => {}

  /** The path every answer takes, however it travelled. */
  async function finish(
    response: RawResponse,
    pending: PendingSignIn,
    signal: AbortSignal,
  ): Promise<Session> {
    const receivedAt = browserClocks.now()
    const grant = readAuthorizationResponse(response, pending, receivedAt)
    const complete = await completeGrant(grant, settings, signal)
    signal.throwIfAborted()
    return begin(toSession(complete, receivedAt))
  }

  function begin(session: Session): Session {
    stopWatching()
    const expiry = createExpiry(session.expiresAt, browserClocks)
    current = { session, expiry }
    shown = withoutToken(session)
    store.publish({ status: 'signed-in', session })
    stopWatching = watchExpiry(expiry, settings.expiringAhead, {
      onExpiring: () => listeners.expiring.forEach(call),
      onExpired: () => endSession(new SignInError('session_expired')),
    })
    return session
  }

  /**
   * Ends the session without a word to LiveChat, because LiveChat ended it; the state becomes `expired`.
   *
   * @param reason Shown to the agent.
   */
  function endSession(reason: SignInError): void {
    if (!current) return
    stopWatching()
    current = undefined
    if (!underWay) rest(reason)
    listeners.expired.forEach(call)
  }

  /** The state when nothing is under way: as good as the session is, and why it is not better. */
  function rest(reason: SignInError): void {
    if (current) store.publish({ status: 'signed-in', session: current.session, reason })
    else if (shown) store.publish({ status: 'expired', session: shown, reason })
    else store.publish({ status: 'signed-out', reason })
  }

  /**
   * Signs the agent in. Call it in the click itself: the pop-up opens before anything is awaited.
   *
   * A second call while a pop-up is open brings that window to the front and shares its promise. With
   * `flow: 'redirect'` the page leaves and the promise never settles; {@link SignInClient.resume} goes on.
   *
   * @throws {SignInError} Also published as the state's `reason`.
   */
  function signIn({ returnTo, signal, ...wishes }: SignInNow = {}): Promise<Session> {
    if (underWay) {
      underWay.popup.focus()
      return underWay.promise
    }
    const request = { ...settings.request, ...requestPart(wishes) }
    try {
      if (isOffline()) throw new SignInError('network')
      const { url, pending } = createAuthorizationRequest(settings, request, {
        state: createState(),
        createdAt: browserClocks.now(),
        returnTo: safeReturnTo(returnTo ?? pagePlace(), pageOrigin()),
      })
      return request.flow === 'redirect' ? leave(url, pending) : byPopup(url, pending, signal)
    } catch (thrown) {
      return Promise.reject(failed(thrown))
    }
  }

  function byPopup(
    url: string,
    pending: PendingSignIn,
    signal: AbortSignal | undefined,
  ): Promise<Session> {
    const popup = openPopup()
    const abort = new AbortController()
    const stop = AbortSignal.any([abort.signal, life.signal, ...(signal ? [signal] : [])])
    const travel = async () => {
      try {
        return await finish(await popup.visit(url, pending, settings, stop), pending, stop)
      } catch (thrown) {
        throw failed(thrown)
      } finally {
        underWay = undefined
      }
    }
    publishSigningIn('popup')
    const promise = travel()
    underWay = { popup, abort, promise }
    return promise
  }

  function leave(url: string, pending: PendingSignIn): Promise<Session> {
    rememberPending(pending, tabStorage())
    const before = store.getSnapshot()
    publishSigningIn('redirect')
    // Back, without a reload, finds this page as it was left: the sign-in is given up.
    const onReturn = () => {
      forgetPending(settings.clientId, tabStorage())
      store.publish(before)
    }
    onceRestored(onReturn, life.signal)
    leaveFor(url)
    return new Promise(() => {})
  }

  function publishSigningIn(flow: Flow): void {
    store.publish({ status: 'signing-in', flow, ...(shown && { session: shown }) })
  }

  function failed(thrown: unknown): SignInError {
    const reason = asSignInError(thrown, 'unknown_error')
    rest(reason)
    return reason
  }

  /**
   * Takes LiveChat's answer out of the URL, if there is one. Call it once, before anything else of the page
   * runs: the URL is clean when it returns its promise.
   *
   * Never rejects: what went wrong is in the state.
   */
  async function resume(): Promise<Resumed> {
    const href = pageUrl()
    const { response, cleanUrl } = splitResponseUrl(href, settings.redirectUri)
    if (!response) return { status: 'none' }
    replaceAddress(cleanUrl)

    const state = response.parameters.get('state')
    let returnTo = '/'
    try {
      const pending = takePending(settings.clientId, state, tabStorage())
      if (!pending) {
        if (state && (await returnToOpener(href, state))) {
          window.close()
          return { status: 'handed-over' }
        }
        throw new SignInError('state_mismatch')
      }
      returnTo = safeReturnTo(pending.returnTo, pageOrigin())
      store.publish({ status: 'signing-in', flow: 'redirect' })
      await finish(response, pending, life.signal)
      replaceAddress(returnTo)
      return { status: 'signed-in', returnTo }
    } catch (thrown) {
      failed(thrown)
      return { status: 'failed', returnTo }
    }
  }

  /**
   * The access token, if it is still good.
   *
   * @throws {SignInError} `session_expired` or `signed_out`.
   */
  async function getAccessToken(): Promise<string> {
    if (current?.expiry.timeLeft() === 0) endSession(new SignInError('session_expired'))
    if (current) return current.session.accessToken
    const state = store.getSnapshot()
    throw state.status === 'expired' ? state.reason : new SignInError('signed_out')
  }

  /**
   * Who is signed in, or undefined when the session's scopes do not allow to ask.
   *
   * @throws {SignInError} `signed_out`, `session_expired`, `session_refused`, `network` or `invalid_response`.
   */
  async function getAccount(signal?: AbortSignal): Promise<Account | undefined> {
    const token = await getAccessToken()
    const mayAsk = current?.session.scopes.some((scope) => /^accounts--(my|all):/.test(scope))
    return mayAsk ? readAccount(token, settings, signal) : undefined
  }

  /**
   * Ends the session here at once, then tells LiveChat to forget the token.
   *
   * Never rejects: when LiveChat could not be told, the state's `reason` says so.
   *
   * @see RFC 7009
   */
  async function signOut(): Promise<void> {
    underWay?.abort.abort()
    const token = current?.session.accessToken
    stopWatching()
    current = undefined
    shown = undefined
    store.publish({ status: 'signed-out' })
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
    getAccessToken,
    getAccount,
    endSession,
    signOut,
    on(event, listener) {
      listeners[event].add(listener)
      return () => listeners[event].delete(listener)
    },
    /** Stops every timer and listener and closes an open pop-up; the client is of no use afterwards. */
    dispose() {
      life.abort()
      stopWatching()
    },
  }
}

const call = (listener: () => void) => listener()
