/** What can go wrong while an agent signs in or stays signed in. Stable; branch on these. */
export type SignInErrorCode =
  // This page and its browser
  | 'configuration'
  | 'popup_blocked'
  | 'popup_closed'
  | 'popup_isolated'
  | 'timed_out'
  | 'aborted'
  | 'storage_unavailable'
  | 'redirect_loop'
  // The way to LiveChat
  | 'network'
  | 'invalid_response'
  | 'revocation_failed'
  // The answer
  | 'state_mismatch'
  | 'state_expired'
  | 'malformed_response'
  | 'scope_exceeded'
  | 'other_account'
  // The session
  | 'signed_out'
  | 'session_expired'
  | 'session_refused'
  // LiveChat's own words (oauth_exception and identity_exception)
  | ServerErrorCode
  | 'unknown_error'

type ServerErrorCode =
  | 'invalid_request'
  | 'unauthorized_client'
  | 'access_denied'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unsupported_grant_type'
  | 'invalid_grant'
  | 'invalid_client'
  | 'missing_grant'
  | 'unauthorized'
  | 'identity_lost'
  | 'credentials_login_disabled'

/**
 * Cause and remedy of each code, for the person at the screen. A page pays for every word before anybody clicks,
 * so they share their sentences.
 */
const ownSentences: Record<Exclude<SignInErrorCode, ServerErrorCode>, string> = {
  configuration: 'Sign-in is not set up correctly. Tell the developer of this page.',
  popup_blocked:
    'The browser blocked the sign-in window. Allow pop-ups for this page, or sign in by redirect.',
  popup_closed: 'The sign-in window was closed before you finished. Sign in again.',
  popup_isolated:
    'The sign-in window lost its link to this page. Close it and sign in by redirect.',
  timed_out: 'Signing in took too long. Sign in again.',
  aborted: 'Signing in was cancelled.',
  storage_unavailable:
    'The browser cannot remember this sign-in. Allow storage for this site, or sign in with the pop-up window.',
  redirect_loop:
    'This page sent you to LiveChat several times in a row. Wait half a minute, then sign in again.',
  network: 'LiveChat cannot be reached. Check your connection and try again.',
  invalid_response: 'LiveChat sent an answer this page does not understand. Try again in a moment.',
  revocation_failed:
    'You are signed out here, but LiveChat could not be told. The access ends by itself.',
  state_mismatch: 'This answer does not belong to a sign-in started here. Sign in again.',
  state_expired: 'This sign-in was started too long ago. Sign in again.',
  malformed_response: 'The sign-in answer was incomplete or contradictory. Sign in again.',
  scope_exceeded:
    'LiveChat allowed more than this page asked for. Tell the developer of this page.',
  other_account:
    'LiveChat signed in another account than the one on this page. Sign in again and choose the right account.',
  signed_out: 'You are not signed in. Sign in again.',
  session_expired: 'Your session has ended. Sign in again.',
  session_refused: 'LiveChat no longer accepts this session. Sign in again.',
  unknown_error: 'LiveChat refused for an unknown reason. Tell the developer of this page.',
}

/** The same of LiveChat's own words. */
const serverSentences: Record<ServerErrorCode, string> = {
  invalid_request:
    'LiveChat does not understand what this page asked for. Tell the developer of this page.',
  unauthorized_client:
    'LiveChat does not let this app sign you in. Tell the developer of this page to check its client id and redirect URI in Developer Console.',
  access_denied: 'Access was refused. Sign in again and choose Allow, or ask your administrator.',
  unsupported_response_type:
    'LiveChat does not let this app sign you in this way. Tell the developer of this page.',
  invalid_scope:
    'This app asked for more than your role allows. Sign in as an administrator, or tell the developer of this page.',
  server_error: 'LiveChat had a problem. Try again in a moment.',
  temporarily_unavailable: 'LiveChat is busy or in maintenance. Try again in a moment.',
  unsupported_grant_type:
    'LiveChat does not let this app sign you in this way. Tell the developer of this page.',
  invalid_grant: 'This sign-in is no longer valid. Sign in again.',
  invalid_client:
    'LiveChat does not know this app. Tell the developer of this page to check its client id.',
  missing_grant: 'This app has not been given access. Sign in again and choose Allow.',
  unauthorized: 'LiveChat does not know who you are yet. Sign in again.',
  identity_lost: 'Your LiveChat session has ended. Sign in again.',
  credentials_login_disabled:
    'Your account does not let you sign in with a password. Use Google or your company sign-in.',
}

/** What LiveChat says beside the error (`exception_details`). */
const detailSentences: Record<string, string> = {
  client_id_not_found: serverSentences.invalid_client,
  redirect_uri_not_set:
    'The redirect URI whitelist of this app is empty. Tell the developer of this page.',
  invalid_redirect_uri:
    'This page is not on the redirect URI whitelist of its app. Tell the developer of this page.',
  too_many_redirects: ownSentences.redirect_loop,
}

export interface SignInErrorOptions {
  cause?: unknown
  /** LiveChat's own further word (`exception_details`), already made safe to show. */
  details?: string | undefined
}

/**
 * Why signing in failed or a session ended.
 *
 * `code` is stable, `message` says what happened and what to do, `cause` holds the origin. No token or
 * code of any sign-in is ever part of it.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly code: SignInErrorCode
  readonly details: string | undefined

  constructor(code: SignInErrorCode, { cause, details }: SignInErrorOptions = {}) {
    super(wordsFor(code, details), cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

function wordsFor(code: SignInErrorCode, details: string | undefined): string {
  const sentence = isServerErrorCode(code) ? serverSentences[code] : ownSentences[code]
  if (details === undefined) return sentence
  return (
    (Object.hasOwn(detailSentences, details) && detailSentences[details]) ||
    `${sentence} (${details})`
  )
}

/**
 * Turns LiveChat's `oauth_exception` or `identity_exception` into an error with the same word as its code.
 *
 * A word LiveChat has not documented becomes `unknown_error` and is kept in `details`.
 *
 * @param exception The server's word, as it came.
 * @param details   `exception_details`, as it came.
 * @see https://platform.text.com/docs/authorization/troubleshooting
 */
export function serverRefusal(exception: string, details: string | null): SignInError {
  const word = printable(exception)
  const further = details ? printable(details) : undefined
  if (isServerErrorCode(word)) return new SignInError(word, { details: further })
  return new SignInError('unknown_error', { details: further ? `${word}, ${further}` : word })
}

function isServerErrorCode(word: string): word is ServerErrorCode {
  return Object.hasOwn(serverSentences, word)
}

/** A stranger's word, cut to what an error word looks like: nothing else of it reaches the screen. */
export function printable(word: string): string {
  return word.replace(/[^\w .-]/g, '').slice(0, 40)
}

/** Makes any thrown thing a `SignInError`, so that callers meet one class only. */
export function asSignInError(thrown: unknown, fallback: SignInErrorCode): SignInError {
  return thrown instanceof SignInError ? thrown : new SignInError(fallback, { cause: thrown })
}
