/**
 * What can go wrong while an agent signs in or stays signed in. Stable, so code may branch on it.
 *
 * @see docs/troubleshooting.md, what each means and what to do
 */
export type SignInErrorCode =
  // This page and its browser
  | 'unsupported_browser'
  | 'insecure_context'
  | 'configuration'
  | 'popup_blocked'
  | 'popup_closed'
  | 'popup_isolated'
  | 'timed_out'
  | 'aborted'
  | 'storage_unavailable'
  | 'redirect_loop'
  // The network
  | 'network'
  | 'invalid_response'
  | 'revocation_failed'
  // The response
  | 'state_mismatch'
  | 'state_expired'
  | 'malformed_response'
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

/** The message of each code: what happened and what to do, for the person at the screen. */
const ownMessages: Record<Exclude<SignInErrorCode, ServerErrorCode>, string> = {
  unsupported_browser:
    'This browser is too old to sign in with LiveChat. Update it, then try again.',
  insecure_context:
    'This page was opened over http, where your browser cannot sign in. Open it over https.',
  configuration: 'Sign-in is not set up correctly. Tell the developer of this page.',
  popup_blocked: 'Your browser blocked the sign-in window. Allow pop-ups, or sign in without one.',
  popup_closed: 'The sign-in window was closed before you finished. Sign in again.',
  popup_isolated:
    'The sign-in window lost contact with this page. Close it and sign in without a pop-up.',
  timed_out: 'Sign-in took too long. Sign in again.',
  aborted: 'Sign-in was canceled.',
  storage_unavailable:
    'Your browser blocks storage for this page. Allow it, or sign in with a pop-up.',
  redirect_loop:
    'This page sent you to LiveChat several times in a row. Wait half a minute, then sign in again.',
  network: 'LiveChat cannot be reached. Check your connection and try again.',
  invalid_response:
    'LiveChat sent a response this page does not understand. Try again in a moment.',
  revocation_failed:
    'You are signed out here, but LiveChat cannot be reached. Your access will expire on its own.',
  state_mismatch: 'This response does not belong to a sign-in started here. Sign in again.',
  state_expired: 'This sign-in was started too long ago. Sign in again.',
  malformed_response: 'The sign-in response was incomplete or contradictory. Sign in again.',
  other_account:
    'You signed in with a different account. Sign in again and choose the one on this page.',
  signed_out: 'You are not signed in. Sign in again.',
  session_expired: 'Your session has ended. Sign in again.',
  session_refused: 'LiveChat no longer accepts this session. Sign in again.',
  unknown_error: 'Sign-in failed for an unknown reason. Tell the developer of this page.',
}

const serverMessages: Record<ServerErrorCode, string> = {
  invalid_request: 'LiveChat does not understand this page. Tell the developer of this page.',
  unauthorized_client:
    'This app is not allowed to sign you in. Tell the developer of this page to check its client id and redirect URI in Developer Console.',
  access_denied: 'Access was denied. Sign in again and choose Allow, or ask your administrator.',
  unsupported_response_type:
    'This app is not allowed to sign you in this way. Tell the developer of this page.',
  invalid_scope:
    'This app asked for more access than your role allows. Sign in as an administrator, or tell the developer of this page.',
  server_error: 'LiveChat had a problem. Try again in a moment.',
  temporarily_unavailable: 'LiveChat is busy or down for maintenance. Try again in a moment.',
  unsupported_grant_type:
    'This app is not allowed to sign you in this way. Tell the developer of this page.',
  invalid_grant: 'This sign-in is no longer valid. Sign in again.',
  invalid_client:
    'LiveChat does not know this app. Tell the developer of this page to check its client id.',
  missing_grant: 'This app has not been given access. Sign in again and choose Allow.',
  unauthorized: 'You are not signed in to LiveChat. Sign in again.',
  identity_lost: 'Your LiveChat session has ended. Sign in again.',
  credentials_login_disabled:
    'Your account does not allow passwords. Sign in with Google or through your company.',
}

/** The messages that are more precise than the code's, by LiveChat's `exception_details`. */
const detailMessages: Record<string, string> = {
  client_id_not_found: serverMessages.invalid_client,
  redirect_uri_not_set:
    'The redirect URI whitelist of this app is empty. Tell the developer of this page.',
  invalid_redirect_uri:
    'This page is not on the redirect URI whitelist of its app. Tell the developer of this page.',
  too_many_redirects: ownMessages.redirect_loop,
}

/** Lists every code, for tests. A function, so that a page does not load the list. */
export function signInErrorCodes(): string[] {
  return Object.keys({ ...ownMessages, ...serverMessages })
}

export interface SignInErrorOptions {
  cause?: unknown
  /** More about it, such as LiveChat's `exception_details`, already safe to show. */
  details?: string | undefined
}

/**
 * Why signing in failed or a session ended.
 *
 * `code` is stable, `message` says what happened and what to do, `cause` is the error behind it. No token or
 * authorization code is ever part of it.
 *
 * @see docs/troubleshooting.md
 */
export class SignInError extends Error {
  override readonly name = 'SignInError'
  readonly code: SignInErrorCode
  readonly details: string | undefined

  constructor(code: SignInErrorCode, { cause, details }: SignInErrorOptions = {}) {
    super(messageFor(code, details), cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }
}

function messageFor(code: SignInErrorCode, details: string | undefined): string {
  const message = isServerErrorCode(code) ? serverMessages[code] : ownMessages[code]
  if (details === undefined) return message
  return (
    (Object.hasOwn(detailMessages, details) && detailMessages[details]) || `${message} (${details})`
  )
}

/**
 * Turns LiveChat's `oauth_exception` or `identity_exception` into an error with the same code.
 *
 * One that LiveChat does not document becomes `unknown_error` and is kept in `details`.
 *
 * @param exception As it came.
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
  return Object.hasOwn(serverMessages, word)
}

/** Keeps only what an error code looks like, since anybody can write a URL: nothing else of it is shown. */
export function printable(word: string): string {
  return word.replace(/[^\w .-]/g, '').slice(0, 40)
}

/** Wraps anything thrown in a `SignInError`, so that callers meet one class only. */
export function asSignInError(thrown: unknown, fallback: SignInErrorCode): SignInError {
  return thrown instanceof SignInError ? thrown : new SignInError(fallback, { cause: thrown })
}
