import { anySignal } from '../older-browsers/index.ts'
import { notify, type Store } from '../store/index.ts'
import { explainFailure } from './explain-failure.ts'
import { awaitsResponse, consumePending, tabStorage } from './flow/pending-sign-in.ts'
import { type Popup, returnToOpener } from './flow/popup.ts'
import { safeReturnTo } from './flow/return-to.ts'
import type { CodeChallenge } from './grant/authorization-request.ts'
import { splitResponseUrl } from './grant/authorization-response.ts'
import { loadCodeGrant } from './grant/load-code-grant.ts'
import { closePage, currentPath, pageOrigin, pageUrl, replaceAddress } from './page.ts'
import type { Session } from './session/session.ts'
import { createSessionManager } from './session/session-manager.ts'
import type { SessionState } from './session/session-state.ts'
import type { SessionSharing } from './session/shared-session.ts'
import type { Person, SignInHint } from './session/sign-in-hint.ts'
import { authorizeByPopup, completeSignIn, type SignInAttempt, startRedirect } from './sign-in.ts'
import { asSignInError, SignInError } from './sign-in-error.ts'
import {
  completeOptions,
  requestPart,
  type SignInOptions,
  type SignInParams,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'

/** Options of {@link createSignInClient}. */
export interface SignInClientOptions extends SignInOptions {
  /**
   * Made by `shareSession()`: one session for all tabs, which survives a reload; see docs/shared-session.md.
   * Default: every tab has a session of its own.
   */
  shareSession?: SessionSharing
  /**
   * Called with an access token as soon as LiveChat gives it, while it is asked for which app and whose it is. Only for a
   * first request whose response waits for the session: the token may turn out to be of another app or account.
   */
  onUncheckedToken?: (accessToken: string, about: UncheckedToken) => void
}

/** What is known of a token before LiveChat was asked about it. */
export interface UncheckedToken {
  /** Where the agent will be once signed in. */
  returnTo: string
  /** Aborts when no session comes of it, or the agent signs out: end what was begun with it. */
  signal: AbortSignal
}

/** What {@link SignInClient.resume} found when the page was loaded. */
export type ResumeResult =
  /** No response in the URL, and no session of another tab. */
  | { status: 'none' }
  /** Signed in; the URL is `returnTo` again. */
  | { status: 'signed-in'; returnTo: string }
  /** Not signed in; the reason is in the state, and `returnTo` is where a new try should lead. */
  | { status: 'failed'; returnTo: string }
  /** This page is a pop-up whose response went to the page that opened it; it is about to close. */
  | { status: 'handed-over' }

/** Signs an agent in and out, and holds their session in memory; made by {@link createSignInClient}. */
export interface SignInClient extends Omit<Store<SessionState>, 'set'> {
  /** The options it was created with, every default in place. */
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
   * Gets ready for the code grant, so that its window opens at LiveChat's sign-in page at once: call it before the click.
   * The buttons of this package do. Never rejects: what is missing is fetched after the click.
   */
  prepareCodeGrant(): Promise<void>

  /**
   * Goes on after a redirect: takes LiveChat's response out of the URL and completes the sign-in. Without a
   * response it takes over the session that other tabs share. Call it once, before anything else of the page
   * runs: the URL is clean when it returns its promise.
   *
   * Never rejects: what went wrong is in the state.
   */
  resume(): Promise<ResumeResult>

  /**
   * Returns an access token that will outlast a request; the code grant refreshes it first when it is near its end.
   *
   * @throws {SignInError} `signed_out`, `session_expired`, or why the refresh failed.
   */
  getAccessToken(): Promise<string>

  /**
   * Returns another token for one that LiveChat refused, if the code grant can get one; otherwise the session ends.
   *
   * @throws {SignInError} `session_refused`, or why the refresh failed.
   */
  renewAccessToken(refused: string): Promise<string>

  /** Returns the milliseconds the session still lasts, however the clock is set meanwhile; 0 without one. */
  timeLeft(): number

  /** Returns who signed in in this browser last and did not sign out, and how, to offer that with one click. */
  hint(): SignInHint | undefined

  /**
   * Adds a name to the hint that a reload will find; the account's id too, where LiveChat's response had none. Nothing
   * secret may go in.
   */
  rememberAs(person: Person): void

  /**
   * Ends the session without telling LiveChat, because LiveChat ended it; the state becomes `expired`.
   *
   * @param reason Shown to the agent.
   */
  endSession(reason: SignInError): void

  /**
   * Ends the session here and in the other tabs at once, then revokes the token at LiveChat.
   *
   * Never rejects: when LiveChat could not be told, the state's `reason` says so.
   *
   * @see RFC 7009
   */
  signOut(): Promise<void>

  /** Stops every timer and listener and closes an open pop-up; the client is of no use afterwards. */
  dispose(): void
}

/**
 * Creates the one client of a page: it signs an agent in and out, and holds their session in memory.
 *
 * @param options Only `clientId` is required.
 * @throws {SignInError} `configuration` when an option cannot work.
 */
export function createSignInClient(options: SignInClientOptions): SignInClient {
  const settings = completeOptions(options, pageUrl())
  const { startSignIn, establish, drop, signInFailed, restore, untilSignOut, ...session } =
    createSessionManager(settings, options.shareSession?.(settings))
  let isDisposed = false
  let challenge: CodeChallenge | undefined
  let openSignIn: { popup: Popup; promise: Promise<Session>; stop: AbortSignal } | undefined

  function signIn({ returnTo, signal, ...params }: SignInParams = {}): Promise<Session> {
    if (openSignIn && !openSignIn.stop.aborted) {
      openSignIn.popup.focus()
      return openSignIn.promise
    }
    const request = { ...settings.request, ...requestPart(params) }
    const { reason } = session.getSnapshot() as { reason?: SignInError }
    // LiveChat knows somebody else; without its sign-in page there is no way to say who one is.
    if (request.expectedAccountId && reason?.code === 'other_account')
      request.signInPage ??= 'always'
    try {
      if (request.flow === 'popup') return signInByPopup(request, returnTo, signal)
      startSignIn('redirect')
      const onGivenUp = () => signInFailed()
      return startRedirect(settings, request, returnTo, untilSignOut(), onGivenUp).catch(fail)
    } catch (thrown) {
      return Promise.reject(failed(thrown))
    }
  }

  /** Until the agent signs out, the page gives it up, or it fails. */
  function startAttempt(giveUp?: AbortSignal): SignInAttempt & { end(): void } {
    const failure = new AbortController()
    const signal = anySignal(untilSignOut(), failure.signal, giveUp)
    return {
      signal,
      drop,
      onUnchecked: (token, returnTo) =>
        notify([() => options.onUncheckedToken?.(token, { returnTo, signal })]),
      end: () => failure.abort(),
    }
  }

  function signInByPopup(request: SignInRequest, returnTo?: string, signal?: AbortSignal) {
    const attempt = startAttempt(signal)
    const stop = attempt.signal
    const { popup, result } = authorizeByPopup(settings, request, returnTo, attempt, challenge)
    if (request.grantType === 'code') {
      challenge = undefined
      void prepareCodeGrant()
    }
    startSignIn('popup')
    const promise = result
      .then((record) => establish(record, stop))
      .catch((thrown) => {
        attempt.end()
        // The state is that of a later sign-in, begun after this one was ended.
        if (openSignIn?.stop !== stop) throw asSignInError(thrown, 'aborted')
        return fail(thrown)
      })
      .finally(() => {
        if (openSignIn?.stop === stop) openSignIn = undefined
      })
    openSignIn = { popup, promise, stop }
    return promise
  }

  async function prepareCodeGrant(): Promise<void> {
    if (challenge) return
    try {
      const { createCodeChallenge } = await loadCodeGrant()
      challenge = await createCodeChallenge(settings)
    } catch {
      // The click tries again, and says so.
    }
  }

  function failed(thrown: unknown): SignInError {
    const reason = asSignInError(thrown, isDisposed ? 'aborted' : 'unknown_error')
    if (reason.code === 'state_mismatch') {
      explainFailure(() => import('./state-mismatch-cause.ts'), settings)
    }
    signInFailed(reason)
    return reason
  }

  function fail(thrown: unknown): never {
    throw failed(thrown)
  }

  async function resume(): Promise<ResumeResult> {
    let returnTo = '/'
    const attempt = startAttempt()
    try {
      const href = pageUrl()
      const { response, cleanUrl } = splitResponseUrl(href, settings.responsePage, (state) =>
        awaitsResponse(settings.clientId, state, tabStorage()),
      )
      if (!response) {
        const restored = await restore()
        return restored ? { status: 'signed-in', returnTo: currentPath() } : { status: 'none' }
      }
      replaceAddress(cleanUrl)
      const state = response.parameters.get('state')
      const pending = consumePending(settings.clientId, state, tabStorage())
      if (!pending && state && (await returnToOpener(href, state))) {
        closePage()
        return { status: 'handed-over' }
      }
      // A response from another server, requested before this page was configured anew, proves nothing here.
      if (pending?.accountsUrl !== settings.accountsUrl) throw new SignInError('state_mismatch')
      returnTo = safeReturnTo(pending.returnTo, pageOrigin())
      startSignIn('redirect')
      const { signal } = attempt
      establish(await completeSignIn(response, { ...pending, returnTo }, settings, attempt), signal)
      replaceAddress(returnTo)
      return { status: 'signed-in', returnTo }
    } catch (thrown) {
      attempt.end()
      failed(thrown)
      return { status: 'failed', returnTo }
    }
  }

  return {
    ...session,
    settings,
    signIn,
    prepareCodeGrant,
    resume,
    dispose() {
      isDisposed = true
      session.dispose()
    },
  }
}
