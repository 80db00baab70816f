import { completeGrant, revokeToken } from './accounts-server.ts'
import {
  createImplicitRequest,
  createState,
  type FreshValues,
  type PendingSignIn,
} from './authorization-request.ts'
import {
  proveResponse,
  type RawResponse,
  readImplicitGrant,
  splitResponseUrl,
} from './authorization-response.ts'
import {
  closePage,
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
import type { Session } from './session.ts'
import { createSessionKeeper, loadCodeGrant, type SessionEvent } from './session-keeper.ts'
import { createSessionStore, type SessionStore } from './session-state.ts'
import { asSignInError, SignInError } from './sign-in-error.ts'
import { forgetHint, readHint, rememberHint, type SignInHint } from './sign-in-hint.ts'
import {
  completeOptions,
  requestPart,
  type SignInOptions,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'
import { announceSignOut } from './signed-out-elsewhere.ts'

/** The wishes of one sign-in, and what belongs to this moment. */
export interface SignInNow extends SignInRequest {
  /** Path of this site to come back to after a redirect; default: where the agent is. */
  returnTo?: string
  /** Ends a pop-up sign-in; the window closes. */
  signal?: AbortSignal
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

export interface SignInClient extends Pick<SessionStore, 'getSnapshot' | 'subscribe'> {
  readonly settings: SignInSettings

  /**
   * Signs the agent in. Call it in the click itself: the pop-up opens before anything is awaited.
   *
   * A second call while a pop-up is open brings that window to the front and shares its promise. With
   * `flow: 'redirect'` the page leaves and the promise never settles; {@link SignInClient.resume} goes on.
   *
   * @throws {SignInError} Also published as the state's `reason`.
   */
  signIn(request?: SignInNow): Promise<Session>

  /**
   * Takes LiveChat's answer out of the URL, if there is one. Call it once, before anything else of the page
   * runs: the URL is clean when it returns its promise.
   *
   * Never rejects: what went wrong is in the state.
   */
  resume(): Promise<Resumed>

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

  /** `expiring` comes once, `expiringAhead` before the end of a session that cannot renew itself. */
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
  const keeper = createSessionKeeper(settings, store, () => void leaveSession(), shared)
  const life = new AbortController()
  let how: SignInHint = settings.request
  let underWay: { popup: Popup; abort: AbortController; promise: Promise<Session> } | undefined

  function signIn({ returnTo, signal, ...wishes }: SignInNow = {}): Promise<Session> {
    if (underWay) {
      underWay.popup.focus()
      return underWay.promise
    }
    const request = { ...settings.request, ...requestPart(wishes) }
    const fresh = {
      state: createState(),
      createdAt: Date.now(),
      returnTo: safeReturnTo(returnTo ?? pagePlace(), pageOrigin()),
    }
    try {
      if (isOffline()) throw new SignInError('network')
      return request.flow === 'popup' ? byPopup(request, fresh, signal) : byRedirect(request, fresh)
    } catch (thrown) {
      return Promise.reject(failed(thrown))
    }
  }

  function byPopup(
    request: SignInRequest,
    fresh: FreshValues,
    signal: AbortSignal | undefined,
  ): Promise<Session> {
    const popup = openPopup()
    const abort = new AbortController()
    const stop = AbortSignal.any([abort.signal, life.signal, ...(signal ? [signal] : [])])
    const travel = async () => {
      try {
        const { url, pending } = await ask(request, fresh)
        return await finish(await popup.visit(url, pending, settings, stop), pending, stop)
      } catch (thrown) {
        popup.close()
        throw failed(thrown)
      } finally {
        underWay = undefined
      }
    }
    keeper.depart('popup')
    const promise = travel()
    underWay = { popup, abort, promise }
    return promise
  }

  async function byRedirect(request: SignInRequest, fresh: FreshValues): Promise<Session> {
    keeper.depart('redirect')
    try {
      const { url, pending } = await ask(request, fresh)
      rememberPending(pending, tabStorage())
      // Back, without a reload, finds this page as it was left: the sign-in is given up.
      onceRestored(() => {
        forgetPending(settings.clientId, tabStorage())
        keeper.rest()
      }, life.signal)
      leaveFor(url)
    } catch (thrown) {
      throw failed(thrown)
    }
    return new Promise(() => {})
  }

  async function ask(
    request: SignInRequest,
    fresh: FreshValues,
  ): Promise<{ url: string; pending: PendingSignIn }> {
    if (request.grant !== 'code') return createImplicitRequest(settings, request, fresh)
    const { createCodeRequest } = await loadCodeGrant()
    return createCodeRequest(settings, request, fresh)
  }

  /** The path every answer takes, however it travelled. */
  async function finish(
    response: RawResponse,
    pending: PendingSignIn,
    signal: AbortSignal,
  ): Promise<Session> {
    const receivedAt = Date.now()
    const proved = proveResponse(response, pending, receivedAt)
    const redeem = async () => (await loadCodeGrant()).redeemCode(proved, settings, signal)
    const grant = pending.grant === 'code' ? await redeem() : readImplicitGrant(proved)
    const complete = await completeGrant(grant, settings, signal)
    if (signal.aborted) throw new SignInError('aborted')
    const replaced = keeper.token()
    const session = keeper.begin(complete, receivedAt)
    how = { flow: pending.flow, grant: pending.grant }
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

  async function resume(): Promise<Resumed> {
    const href = pageUrl()
    const { response, cleanUrl } = splitResponseUrl(href, settings.redirectUri)
    if (!response) {
      return (await keeper.restore())
        ? { status: 'signed-in', returnTo: pagePlace() }
        : { status: 'none' }
    }
    replaceAddress(cleanUrl)

    const state = response.parameters.get('state')
    let returnTo = '/'
    try {
      const pending = takePending(settings.clientId, state, tabStorage())
      if (!pending) {
        if (state && (await returnToOpener(href, state))) {
          closePage()
          return { status: 'handed-over' }
        }
        throw new SignInError('state_mismatch')
      }
      // Asked of another server before this page was set up anew: its answer proves nothing here.
      if (pending.accountsUrl !== settings.accountsUrl) throw new SignInError('state_mismatch')
      returnTo = safeReturnTo(pending.returnTo, pageOrigin())
      keeper.depart('redirect')
      await finish(response, pending, life.signal)
      replaceAddress(returnTo)
      return { status: 'signed-in', returnTo }
    } catch (thrown) {
      failed(thrown)
      return { status: 'failed', returnTo }
    }
  }

  async function signOut(): Promise<void> {
    announceSignOut(settings.clientId, Date.now())
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
