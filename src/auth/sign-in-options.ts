import { withoutUndefined } from './grant/token-grant.ts'
import type { SessionSharing } from './session/shared-session.ts'
import { SignInError } from './sign-in-error.ts'

/** How the agent travels to LiveChat and back. */
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
   * The account it must be, for going on as the agent on this page (`session.accountId`). Another one is refused
   * with `other_account`, and its token given back; what is on screen stays.
   */
  expectedAccountId?: string
  /** Fills in the e-mail field of LiveChat's sign-in page. */
  emailHint?: string
  /** `consent` shows the grant page again. */
  prompt?: 'consent'
  /** `always` shows LiveChat's sign-in page even to an agent who is signed in there; default `when-needed`. */
  signInPage?: 'when-needed' | 'always'
}

/** The wishes of one sign-in, and what belongs to this moment. */
export interface SignInParams extends SignInRequest {
  /** Path of this site to come back to after a redirect; default: where the agent is. */
  returnTo?: string
  /** Ends a pop-up sign-in; the window closes. */
  signal?: AbortSignal
}

export interface SignInOptions extends SignInRequest {
  /** The app's client id in Developer Console. */
  clientId: string
  /** Origin of LiveChat's accounts server; default `https://accounts.livechat.com`. */
  accountsUrl?: string
  /** A whitelisted redirect URI of this site, without query or fragment; default: the current page. */
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
   * Grant of the redirect that is offered when a pop-up is blocked; `code`, where the app is set up for it,
   * leaves no token in the browser's history. Default: as `grant`.
   */
  redirectGrantType?: GrantType
  /**
   * Made by `shareSession()`: one session for all tabs, which survives a reload; see docs/shared-session.md.
   * Default: every tab has a session of its own.
   */
  shareSession?: SessionSharing
  /** Milliseconds before its end at which a session is *expiring*; default 60,000. */
  expiringAhead?: number
  /** Milliseconds to wait for an answer of the accounts server; default 10,000. */
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

/** Options with every default in place; nothing after this asks what is missing. */
export interface SignInSettings {
  readonly clientId: string
  readonly accountsUrl: string
  readonly redirectUri: string
  readonly path: string
  readonly endpoints: Endpoints
  readonly tracking: Readonly<Record<string, string>>
  readonly popupTimeout: number
  readonly redirectGrantType: GrantType
  readonly expiringAhead: number
  readonly requestTimeout: number
  readonly request: SignInRequest & { flow: Flow; grantType: GrantType }
}

/** LiveChat's own accounts server. */
export const liveAccountsUrl = 'https://accounts.livechat.com'

const minutes = 60_000

/**
 * Completes the options once, at the door.
 *
 * @param options  As the app gave them; never written.
 * @param pageUrl  The current page.
 * @throws {SignInError} `configuration` when an option cannot work, with the reason as `details`.
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
    ...wishes
  }: SignInOptions,
  pageUrl: string,
): SignInSettings {
  if (!clientId) throw misconfigured('clientId is missing')
  const request = { flow: 'popup', grantType: 'implicit', ...requestPart(wishes) } as const
  return {
    clientId,
    accountsUrl: accountsOrigin(accountsUrl),
    redirectUri: ownRedirectUri(redirectUri, pageUrl),
    path,
    endpoints: { ...liveChatEndpoints, ...endpoints },
    tracking,
    popupTimeout,
    redirectGrantType: redirectGrantType ?? request.grantType,
    expiringAhead,
    requestTimeout,
    request,
  }
}

/** Lays the wishes of one sign-in over the app's own; `undefined` leaves the app's. */
export function requestPart(options: SignInRequest): SignInRequest {
  const { flow, grantType, scopes, organizationId, expectedAccountId } = options
  const { emailHint, prompt, signInPage } = options
  const whom = { organizationId, expectedAccountId, emailHint }
  return withoutUndefined({ flow, grantType, scopes, ...whom, prompt, signInPage })
}

/** The token travels to this host, so only https will do, or this very machine. */
function accountsOrigin(value: string): string {
  const url = parse(value, 'accountsUrl')
  if (url.origin !== value.replace(/\/$/, '')) throw misconfigured('accountsUrl must be an origin')
  const loopback = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw misconfigured('accountsUrl must use https')
  }
  return url.origin
}

function ownRedirectUri(value: string | undefined, pageUrl: string): string {
  const page = new URL(pageUrl)
  if (value === undefined) return page.origin + page.pathname
  const url = parse(value, 'redirectUri')
  if (url.search || url.hash) throw misconfigured('redirectUri must end with its path')
  if (url.origin !== page.origin) throw misconfigured('redirectUri must be of this site')
  return value
}

function parse(value: string, name: string): URL {
  try {
    return new URL(value)
  } catch (cause) {
    throw new SignInError('configuration', { cause, details: `${name} is not a URL` })
  }
}

function misconfigured(details: string): SignInError {
  return new SignInError('configuration', { details })
}
