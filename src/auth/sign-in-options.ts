import { isEncryptedOrLocal } from '../access-token/index.ts'
import { isSupportedBrowser } from '../older-browsers/index.ts'
import { SignInError } from './sign-in-error.ts'
import { withoutUndefined } from './without-undefined.ts'

/** How LiveChat's pages open: in a pop-up, or in place of this page. */
export type Flow = 'popup' | 'redirect'

/** How the access token is obtained: RFC 6749 §4.2 (implicit) or §4.1 with RFC 7636 (code). */
export type GrantType = 'implicit' | 'code'

/** What may differ from one sign-in to the next. */
export interface SignInRequest {
  /** Default `popup`. */
  flow?: Flow
  /** Default `implicit`, as in LiveChat's client and documents. */
  grantType?: GrantType
  /** Default: every scope configured for the app. */
  scopes?: readonly string[]
  /** Which organization to sign in to, for agents of several. */
  organizationId?: string
  /**
   * The account it must be, to go on as the agent on this page (`session.accountId`). Another one is refused
   * with `other_account`, and its token is revoked; what is on screen stays.
   */
  expectedAccountId?: string
  /** Fills in the e-mail field of LiveChat's sign-in page. */
  emailHint?: string
  /** `consent` shows the grant page again. */
  prompt?: 'consent'
  /**
   * `always` shows LiveChat's sign-in page even to an agent who is signed in there; default `when-needed`.
   * `after-sign-out` signs them out of LiveChat first. That is unofficial, seen in clients of LiveChat only: use it with
   * `flow: 'redirect'`, and do not rely on it.
   */
  signInPage?: 'when-needed' | 'always' | 'after-sign-out'
}

/** The parameters of one sign-in; what is missing is as in the options of the client. */
export interface SignInParams extends SignInRequest {
  /** Path of this site to return to after a redirect; default: the current one. */
  returnTo?: string
  /** Ends a pop-up sign-in; the window closes. */
  signal?: AbortSignal
}

/** The options of an app; only `clientId` is required. */
export interface SignInOptions extends SignInRequest {
  /** The app's client id in Developer Console. */
  clientId: string
  /** Origin of LiveChat's accounts server; default `https://accounts.livechat.com`. */
  accountsUrl?: string
  /**
   * A whitelisted redirect URI of this site, without query or fragment: a page for responses alone, from whose URL every
   * response is removed. Default: the current page, where only a response to this package is touched.
   */
  redirectUri?: string
  /** `signup` opens LiveChat's sign-up instead of its sign-in page. */
  path?: string
  /** Paths of the accounts server, where they are not LiveChat's. */
  endpoints?: Partial<Endpoints>
  /** Extra `utm_…` parameters, ignored for authorization. */
  tracking?: Readonly<Record<string, string>>
  /** Milliseconds a pop-up may stay open; default 10 minutes. */
  popupTimeout?: number
  /**
   * Grant type of the redirect that is offered when a pop-up is blocked; `code`, where the app is set up for it,
   * leaves no token in the browser's history. Default: as `grantType`.
   */
  redirectGrantType?: GrantType
  /** Milliseconds before its end at which a session is *expiring*; default 60,000. */
  expiringAhead?: number
  /** Milliseconds to wait for a response of the accounts server, at least a minute for a refresh; default 10,000. */
  requestTimeout?: number
}

/** Paths on the accounts server. */
export interface Endpoints {
  /** Default `/`. */
  authorize: string
  /** Default `/v2/token`. */
  token: string
  /** Default `/v2/info`. Empty: the server has none, and what a grant leaves out stays unknown. */
  info: string
}

const liveChatEndpoints: Endpoints = {
  authorize: '/',
  token: '/v2/token',
  info: '/v2/info',
}

const shortestRefreshTimeout = 60_000

/** The options with every default in place. */
export interface SignInSettings {
  readonly clientId: string
  readonly accountsUrl: string
  readonly redirectUri: string
  /** The redirect URI the app gave: a page for responses alone. Undefined: the current page, with a URL of its own. */
  readonly responsePage: string | undefined
  readonly path: string
  readonly endpoints: Endpoints
  readonly tracking: Readonly<Record<string, string>>
  readonly popupTimeout: number
  readonly redirectGrantType: GrantType
  readonly expiringAhead: number
  readonly requestTimeout: number
  /** Milliseconds to wait for a refresh: its refresh token is used up when it arrives, whether or not we wait. */
  readonly refreshTimeout: number
  /** Sends requests to the accounts server; default: the platform's. A server adds its secret. */
  readonly fetch?: typeof fetch
  readonly request: SignInRequest & { flow: Flow; grantType: GrantType }
}

/** LiveChat's own accounts server. */
export const liveAccountsUrl = 'https://accounts.livechat.com'

const minutes = 60_000

/**
 * Completes and checks the options.
 *
 * @param options  Of the app; not changed.
 * @param pageUrl  The current page; empty on a server, where nobody signs in.
 * @throws {SignInError} `unsupported_browser`; `configuration` when an option cannot work, with the reason as `details`.
 */
export function completeOptions(
  {
    clientId,
    accountsUrl = liveAccountsUrl,
    redirectUri,
    path = '',
    endpoints,
    tracking = {},
    popupTimeout = 10 * minutes,
    redirectGrantType,
    expiringAhead = 1 * minutes,
    requestTimeout = 10_000,
    ...params
  }: SignInOptions,
  pageUrl: string,
): SignInSettings {
  if (!isSupportedBrowser()) throw new SignInError('unsupported_browser')
  if (!clientId) throw misconfigured('clientId is missing')
  // A timer given anything else fires at once.
  const delays = [
    // 0: never before its end.
    ['expiringAhead', expiringAhead === 0 ? 1 : expiringAhead],
    ['popupTimeout', popupTimeout],
    ['requestTimeout', requestTimeout],
  ] as const
  for (const [name, delay] of delays) {
    if (!isDelay(delay)) throw misconfigured(`${name} must be a number of milliseconds`)
  }
  const request = { flow: 'popup', grantType: 'implicit', ...requestPart(params) } as const
  return {
    clientId,
    accountsUrl: accountsOrigin(accountsUrl),
    redirectUri: ownRedirectUri(redirectUri, pageUrl),
    responsePage: redirectUri,
    path,
    endpoints: { ...liveChatEndpoints, ...endpoints },
    tracking,
    popupTimeout,
    redirectGrantType: redirectGrantType ?? request.grantType,
    expiringAhead,
    requestTimeout,
    refreshTimeout: Math.max(requestTimeout, shortestRefreshTimeout),
    request,
  }
}

/** Picks the options that may differ from one sign-in to the next; `undefined` leaves the client's. */
export function requestPart(options: SignInRequest): SignInRequest {
  const { flow, grantType, scopes, organizationId, expectedAccountId } = options
  const { emailHint, prompt, signInPage } = options
  const whom = { organizationId, expectedAccountId, emailHint }
  return withoutUndefined({ flow, grantType, scopes, ...whom, prompt, signInPage })
}

/** Whether a timer can wait so long. */
function isDelay(milliseconds: unknown): boolean {
  return typeof milliseconds === 'number' && milliseconds > 0 && milliseconds < 2 ** 31
}

function accountsOrigin(value: string): string {
  const url = parse(value, 'accountsUrl')
  if (url.origin !== value.replace(/\/$/, '')) throw misconfigured('accountsUrl must be an origin')
  if (!isEncryptedOrLocal(url)) throw misconfigured('accountsUrl must use https')
  return url.origin
}

function ownRedirectUri(value: string | undefined, pageUrl: string): string {
  if (value === undefined) return pageUrl.replace(/[?#].*/s, '')
  const url = parse(value, 'redirectUri')
  if (url.search || url.hash) throw misconfigured('redirectUri must end with its path')
  if (pageUrl && url.origin !== new URL(pageUrl).origin)
    throw misconfigured('redirectUri must be on this site')
  return value
}

function parse(value: string, name: string): URL {
  try {
    return new URL(value)
  } catch (cause) {
    throw new SignInError('configuration', { cause, details: `${name} is not a URL` })
  }
}

/** What can be wrong with the options; in the `details` of the error. */
export const configurationErrors = [
  'clientId is missing',
  'accountsUrl must be an origin',
  'accountsUrl must use https',
  'redirectUri must end with its path',
  'redirectUri must be on this site',
  'popupTimeout must be a number of milliseconds',
  'requestTimeout must be a number of milliseconds',
  'expiringAhead must be a number of milliseconds',
] as const

function misconfigured(details: (typeof configurationErrors)[number]): SignInError {
  return new SignInError('configuration', { details })
}
