import type { AccessTokenSource } from '../access-token/index.ts'
import { type Session, SignInError } from '../auth/index.ts'
import {
  browserClocks,
  createExpiry,
  type Expiry,
  lastMoment,
  readJsonObject,
  readTokenResponse,
  sameOwner,
  toSession,
} from '../auth/internal.ts'

/** Options of {@link createServerSession}. */
export interface ServerSessionOptions {
  /** Where the server has its `token` handler; default `/auth/token`. */
  tokenUrl?: string
  /** Where the server has its `signOut` handler; default `/auth/sign-out`. */
  signOutUrl?: string
  /** Milliseconds to wait for the server; default 70,000, since it may have to wait for LiveChat. */
  requestTimeout?: number
}

/** A session that the server of this page keeps; the page has its access token only, in memory. */
export interface ServerSession extends AccessTokenSource {
  /**
   * Returns the session: whose it is and what it may do.
   *
   * @throws {SignInError} `signed_out`, `session_expired`, `network`, `server_error`; `other_account` when another agent has
   *   signed in since: load the page again.
   */
  getSession(): Promise<Session>
  /**
   * Ends the session: on the server, at LiveChat, and in every tab with its next token.
   *
   * @throws {SignInError} `network` or `server_error`; the agent is still signed in.
   */
  signOut(): Promise<void>
}

/**
 * Creates what gives a page the access tokens of the session on its server, for `createAgentChatClient()` and others.
 *
 * @see docs/server-side.md
 */
export function createServerSession({
  tokenUrl = '/auth/token',
  signOutUrl = '/auth/sign-out',
  requestTimeout = 70_000,
}: ServerSessionOptions = {}): ServerSession {
  /** Whose session it was first: what is on the page is theirs. */
  let owner: Session | undefined
  let current: { session: Session; expiry: Expiry } | undefined
  /** The request under way: everybody who asks meanwhile gets its outcome. */
  let fetching: Promise<Session> | undefined

  async function post(url: string, form: Record<string, string> = {}): Promise<Response> {
    try {
      return await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { Accept: 'application/json' },
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(requestTimeout),
      })
    } catch (cause) {
      throw new SignInError('network', { cause })
    }
  }

  async function fetchSession(refused?: string): Promise<Session> {
    const receivedAt = Date.now()
    const response = await post(tokenUrl, refused === undefined ? {} : { refused })
    if (response.status === 401) current = undefined
    if (!response.ok) throw await readFailure(response)
    const grant = readTokenResponse(await readJsonObject(response))
    const session = toSession({ id: 'server', grantType: 'code', grant, receivedAt })
    owner ??= session
    if (!sameOwner(session, owner)) throw new SignInError('other_account')
    current = { session, expiry: createExpiry(session.expiresAt, browserClocks) }
    return session
  }

  function nextSession(refused?: string): Promise<Session> {
    fetching ??= fetchSession(refused).finally(() => {
      fetching = undefined
    })
    return fetching
  }

  async function getSession(): Promise<Session> {
    if (current && current.expiry.timeLeft() > lastMoment) return current.session
    return nextSession()
  }

  return {
    getSession,
    getAccessToken: async () => (await getSession()).accessToken,
    async renewAccessToken(refused) {
      // Another request may have renewed it since.
      const { accessToken } =
        current?.session.accessToken === refused ? await nextSession(refused) : await getSession()
      return accessToken
    },
    async signOut() {
      // A refresh that ends later would sign the agent in again.
      await fetching?.catch(() => {})
      const response = await post(signOutUrl)
      if (!response.ok)
        throw new SignInError('server_error', { details: `status ${response.status}` })
      current = undefined
      owner = undefined
    },
  }
}

async function readFailure(response: Response): Promise<SignInError> {
  const { error } = await readJsonObject(response).catch((): { error?: unknown } => ({}))
  if (response.status === 401) {
    return new SignInError(error === 'signed_out' ? 'signed_out' : 'session_expired')
  }
  return new SignInError('server_error', { details: `status ${response.status}` })
}
