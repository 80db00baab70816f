import { type Session, SignInError, type SignInOptions, type SignInRequest } from '../auth/index.ts'
import {
  asSignInError,
  completeOptions,
  completeSignIn,
  createCodeRequest,
  lastMoment,
  loadCodeGrant,
  type PendingSignIn,
  pendingLifetime,
  refreshSignIn,
  revokeToken,
  type SignInRecord,
  safeReturnTo,
  toSession,
  transientCodes,
} from '../auth/internal.ts'
import { createAccountsFetch } from './accounts-fetch.ts'
import { cookieName, longestCookie, readCookies, writeCookie } from './cookies.ts'
import { createHandler } from './handler.ts'
import { signInFailedPage, tokenError } from './responses.ts'
import { createSeal, type Seal } from './seal.ts'

/** Options of {@link createServerSignIn}. */
export interface ServerSignInOptions
  extends Pick<
    SignInOptions,
    'accountsUrl' | 'endpoints' | 'organizationId' | 'prompt' | 'requestTimeout' | 'scopes'
  > {
  /** The app's client id in Developer Console. */
  clientId: string
  /** Its secret. Only this server may know it: never put it into a file or variable that is bundled for the browser. */
  clientSecret: string
  /** The whitelisted URI at which {@link ServerSignIn.callback} is reached, as the browser writes it. */
  redirectUri: string
  /**
   * At least 32 random characters that only this server knows; the cookies are sealed with them. To replace them, give the
   * new ones first and the old ones after, until the sessions sealed with those have ended.
   */
  cookieSecret: string | readonly string[]
  /** Seconds until the agent has to sign in again; default 30 days. */
  sessionLifetime?: number
  /** Path of this site to go to after signing out; default `/`. */
  afterSignOut?: string
  /** Responds to a sign-in that failed; default: a page with the error's message. */
  onError?: (error: SignInError, request: Request) => Response | Promise<Response>
}

/** The handlers of a server-side app, each a standard `Request` in, `Response` out. They never throw. */
export interface ServerSignIn {
  /**
   * `GET`: sends the agent to LiveChat. Afterwards they are at `?returnTo=`, a path of this site; default `/`.
   * `organizationId`, `prompt=consent` and `signInPage=always` mean what they do in the options of `createSignInClient`.
   */
  signIn(request: Request): Promise<Response>
  /** `GET`, at the redirect URI: completes the sign-in. */
  callback(request: Request): Promise<Response>
  /**
   * `POST`, from this site only: gives the page its access token, as a token endpoint does (RFC 6749 §5.1), without the
   * refresh token. A form field `refused` with a token that LiveChat refused gets another one.
   */
  token(request: Request): Promise<Response>
  /** `POST`, from this site only: ends the session and revokes its tokens. A form goes on to `afterSignOut`. */
  signOut(request: Request): Promise<Response>
  /**
   * Reads the session of a request, for what this server does itself on the agent's behalf.
   *
   * @param responseHeaders Of the response to it: a refreshed session is written there.
   * @returns Undefined when nobody is signed in.
   * @throws {SignInError} Why the token could not be refreshed, when trying again may help: `network` for instance.
   */
  getSession(request: Request, responseHeaders: Headers): Promise<Session | undefined>
}

/** What the session cookie holds. */
interface KeptSession {
  record: SignInRecord
  /** When the agent has to sign in again, in milliseconds since 1970. */
  endsAt: number
}

const month = 30 * 24 * 3600
const shortestSecret = 32
/** Sign-ins of one browser that may wait for LiveChat at once. */
const mostPending = 4

/**
 * Creates the handlers that sign agents in to a server-side app: code grant with the app's secret and PKCE. The server keeps
 * nothing; the tokens are in a sealed cookie that no script can read.
 *
 * @throws {SignInError} `configuration` when an option cannot work.
 * @see RFC 6749 §4.1, RFC 7636, RFC 9700; docs/server-side.md
 */
export function createServerSignIn({
  clientSecret,
  cookieSecret,
  sessionLifetime = month,
  afterSignOut = '/',
  onError,
  ...options
}: ServerSignInOptions): ServerSignIn {
  if (!clientSecret) throw misconfigured('clientSecret is missing')
  if (!options.redirectUri) throw misconfigured('redirectUri is missing')
  const secrets = [cookieSecret].flat()
  if (secrets.length === 0 || secrets.some((secret) => secret.length < shortestSecret)) {
    throw misconfigured(`cookieSecret must have at least ${shortestSecret} characters`)
  }
  const settings = {
    ...completeOptions({ ...options, flow: 'redirect', grantType: 'code' }, ''),
    fetch: createAccountsFetch(clientSecret),
  }
  const { origin, protocol } = new URL(settings.redirectUri)
  const isSecure = protocol === 'https:'
  const sessionCookie = cookieName('livechat-session', isSecure)
  const pendingCookies = cookieName('livechat-sign-in-', isSecure)
  const home = safeReturnTo(afterSignOut, origin)
  const sessionSeal = createSeal<KeptSession>(secrets, 'session')
  const pendingSeal = createSeal<PendingSignIn>(secrets, 'sign-in')

  async function signIn(request: Request, headers: Headers): Promise<Response> {
    const createdAt = Date.now()
    const { searchParams } = new URL(request.url)
    const returnTo = safeReturnTo(searchParams.get('returnTo'), origin)
    const values = { state: '', createdAt, returnTo }
    const asked = { ...settings.request, ...requestOf(searchParams) }
    const { createCodeChallenge } = await loadCodeGrant()
    const challenge = await createCodeChallenge(settings)
    const { url, pending } = createCodeRequest(settings, asked, values, challenge)
    const sealed = await pendingSeal.seal(pending, createdAt + pendingLifetime)
    const waiting = readCookies(request).filter(([name]) => name.startsWith(pendingCookies))
    // A browser sends the oldest first.
    for (const [name] of waiting.slice(0, Math.max(0, waiting.length - mostPending + 1))) {
      setCookie(headers, name, '', 0)
    }
    setCookie(headers, pendingCookie(pending.state), sealed, pendingLifetime / 1000)
    headers.set('Location', url)
    return new Response(null, { status: 302, headers })
  }

  async function callback(request: Request, headers: Headers): Promise<Response> {
    const { searchParams } = new URL(request.url)
    const name = pendingCookie(searchParams.get('state') ?? '')
    const pending = await openCookie(request, name, pendingSeal)
    if (pending?.accountsUrl !== settings.accountsUrl) throw new SignInError('state_mismatch')
    setCookie(headers, name, '', 0)
    const response = { parameters: searchParams, responseMode: 'query' } as const
    const record = await dropping((drop) =>
      completeSignIn(response, pending, settings, { signal: new AbortController().signal, drop }),
    )
    await keep(headers, { record, endsAt: Date.now() + sessionLifetime * 1000 })
    headers.set('Location', pending.returnTo)
    return new Response(null, { status: 303, headers })
  }

  async function token(request: Request, headers: Headers): Promise<Response> {
    const refused = new URLSearchParams(await request.text()).get('refused')
    const session = await openSession(request, headers, refused)
    const { accessToken, tokenType, expiresAt, scopes, accountId, organizationId } = session
    const body = {
      access_token: accessToken,
      token_type: tokenType,
      expires_in: Math.floor((expiresAt - Date.now()) / 1000),
      scope: scopes.join(','),
      account_id: accountId,
      organization_id: organizationId,
    }
    headers.set('Content-Type', 'application/json')
    return new Response(JSON.stringify(body), { headers })
  }

  async function signOut(request: Request, headers: Headers): Promise<Response> {
    const kept = await openCookie(request, sessionCookie, sessionSeal)
    // When LiveChat cannot be told, the tokens end by themselves.
    if (kept) await revokeToken(kept.record.grant.accessToken, settings).catch(() => {})
    setCookie(headers, sessionCookie, '', 0)
    const isForm = request.headers.get('Sec-Fetch-Mode') === 'navigate'
    if (isForm) headers.set('Location', home)
    return new Response(null, { status: isForm ? 303 : 204, headers })
  }

  async function getSession(request: Request, headers: Headers): Promise<Session | undefined> {
    try {
      return await openSession(request, headers)
    } catch (thrown) {
      const error = asSignInError(thrown, 'unknown_error')
      if (transientCodes.includes(error.code)) throw error
      return undefined
    }
  }

  /** Opens the session of a request, its token refreshed if it is near its end or was refused. */
  async function openSession(
    request: Request,
    headers: Headers,
    refused?: string | null,
  ): Promise<Session> {
    const kept = await openCookie(request, sessionCookie, sessionSeal)
    if (!kept) throw new SignInError('signed_out')
    const session = toSession(kept.record)
    const lifetime = session.expiresAt - kept.record.receivedAt
    const timeLeft = session.expiresAt - Date.now()
    const isRefused = session.accessToken === refused
    if (!isRefused && timeLeft > Math.min(settings.expiringAhead, lifetime / 3)) return session
    try {
      // Tabs that refresh at once get a token each: a server-side app's refresh token works more than once (docs/protocol.md 3.3).
      const record = await dropping((drop) => refreshSignIn(kept.record, settings, undefined, drop))
      await keep(headers, { ...kept, record })
      return toSession(record)
    } catch (thrown) {
      const error = asSignInError(thrown, 'network')
      if (!transientCodes.includes(error.code)) setCookie(headers, sessionCookie, '', 0)
      else if (!isRefused && timeLeft > lastMoment) return session
      throw error
    }
  }

  /** Waits for the revocations too: a server that has responded may be stopped. */
  async function dropping<Result>(
    act: (drop: (accessToken: string) => void) => Promise<Result>,
  ): Promise<Result> {
    const revoking: Promise<void>[] = []
    try {
      return await act((accessToken) => revoking.push(revokeToken(accessToken, settings)))
    } finally {
      await Promise.allSettled(revoking)
    }
  }

  async function keep(headers: Headers, kept: KeptSession): Promise<void> {
    const sealed = await sessionSeal.seal(kept, kept.endsAt)
    if (sessionCookie.length + sealed.length > longestCookie) {
      throw misconfigured('the session is too long for a cookie; request fewer scopes')
    }
    setCookie(headers, sessionCookie, sealed, Math.ceil((kept.endsAt - Date.now()) / 1000))
  }

  function setCookie(headers: Headers, name: string, value: string, maxAge: number): void {
    headers.append('Set-Cookie', writeCookie(name, value, { maxAge, isSecure }))
  }

  async function openCookie<Value>(
    request: Request,
    name: string,
    { open }: Seal<Value>,
  ): Promise<Value | undefined> {
    const [, sealed] = readCookies(request).find((cookie) => cookie[0] === name) ?? []
    return sealed ? open(sealed) : undefined
  }

  /** Each sign-in has a cookie of its own, so that two tabs do not take each other's. */
  function pendingCookie(state: string): string {
    return pendingCookies + state.slice(-8).replace(/\W/g, '')
  }

  function fail(error: SignInError, request: Request): Response | Promise<Response> {
    return onError?.(error, request) ?? signInFailedPage(error, request, home)
  }

  return {
    signIn: createHandler({ method: 'GET', handle: signIn, fail }),
    callback: createHandler({ method: 'GET', handle: callback, fail }),
    token: createHandler({ method: 'POST', origin, handle: token, fail: tokenError }),
    signOut: createHandler({ method: 'POST', origin, handle: signOut, fail: tokenError }),
    getSession,
  }
}

/** What a page may ask for: anybody can write its link, so nothing that widens what the app gets. */
function requestOf(parameters: URLSearchParams): SignInRequest {
  const organizationId = parameters.get('organizationId')
  return {
    ...(organizationId && { organizationId }),
    ...(parameters.get('prompt') === 'consent' && { prompt: 'consent' }),
    ...(parameters.get('signInPage') === 'always' && { signInPage: 'always' }),
  }
}

function misconfigured(details: string): SignInError {
  return new SignInError('configuration', { details })
}
