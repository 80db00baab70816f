import {
  type Session,
  type SessionState,
  type SignInClient,
  SignInError,
  type SignInOptions,
} from '../auth/index.ts'
import {
  announceSignOut,
  asSignInError,
  browserClocks,
  completeOptions,
  createExpiry,
  currentPath,
  type Expiry,
  lastMoment,
  lastSignOut,
  navigateTo,
  nextState,
  onCrossTabSignOut,
  onceRestored,
  pageUrl,
  readJsonObject,
  readTokenResponse,
  type SessionChange,
  sameOwner,
  signedOutSince,
  toSession,
} from '../auth/internal.ts'
import { randomId } from '../older-browsers/index.ts'
import { createStore } from '../store/index.ts'

/** Options of {@link createServerSession}. */
export interface ServerSessionOptions extends Pick<SignInOptions, 'accountsUrl' | 'endpoints'> {
  /** Where the server has its `signIn` handler; default `/auth/sign-in`. */
  signInUrl?: string
  /** Where the server has its `token` handler; default `/auth/token`. */
  tokenUrl?: string
  /** Where the server has its `signOut` handler; default `/auth/sign-out`. */
  signOutUrl?: string
  /** Milliseconds to wait for the server; default 70,000, since it may have to wait for LiveChat. */
  requestTimeout?: number
}

/**
 * A session that the server of this page keeps; the page has its access token only, in memory. It is a client as
 * `createSignInClient` makes one, for the provider and hooks of React, the account menu and the API clients.
 */
export interface ServerSession extends SignInClient {
  /**
   * Returns the session: whose it is and what it may do.
   *
   * @throws {SignInError} `signed_out`, `session_expired`, `network`, `server_error`; `other_account` when another agent has
   *   signed in since: load the page again.
   */
  getSession(): Promise<Session>
  /**
   * Sends the page to the server, which signs the agent in. The promise never settles.
   *
   * The server hears of `returnTo`, `organizationId`, `prompt` and `signInPage: 'always'`; everything else is its own choice.
   */
  signIn: SignInClient['signIn']
  /** Asks the server for its session. Call it once, before the page is shown. Never rejects: what went wrong is in the state. */
  resume: SignInClient['resume']
  /** Returns the milliseconds the access token still lasts; the session goes on, with another one. */
  timeLeft(): number
  /** Returns nothing: a session that survives a reload needs no hint. */
  hint(): undefined
  /** Does nothing, for the same reason. */
  rememberAs(): void
  /**
   * Ends the session: on the server, at LiveChat, and in every tab.
   *
   * @throws {SignInError} `network` or `server_error`; the agent is still signed in.
   */
  signOut(): Promise<void>
}

/**
 * Creates the client of a page whose session is on its server.
 *
 * @throws {SignInError} `configuration` when an option cannot work.
 * @see docs/server-side.md
 */
export function createServerSession({
  signInUrl = '/auth/sign-in',
  tokenUrl = '/auth/token',
  signOutUrl = '/auth/sign-out',
  requestTimeout = 70_000,
  ...options
}: ServerSessionOptions = {}): ServerSession {
  // Only the server knows the app's client id; what tabs tell each other needs a name.
  const name = tokenUrl
  const settings = completeOptions(
    { ...options, clientId: name, flow: 'redirect', grantType: 'code' },
    pageUrl(),
  )
  const { getSnapshot, subscribe, set } = createStore<SessionState>({ status: 'signed-out' })
  /** Whose session it was first: what is on the page is theirs. */
  let owner: Session | undefined
  let current: { session: Session; expiry: Expiry; ended: AbortController } | undefined
  /** The request under way: everybody who asks meanwhile gets its outcome. */
  let fetching: Promise<Session> | undefined

  function apply(change: SessionChange): void {
    const before = getSnapshot()
    const next = nextState(before, change)
    if (next !== before) set(next)
  }

  async function post(url: string, form: Record<string, string> = {}): Promise<Response> {
    try {
      return await fetch(onThisSite(url), {
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
    const mark = lastSignOut(name)
    const receivedAt = Date.now()
    const response = await post(tokenUrl, refused === undefined ? {} : { refused })
    if (!response.ok) {
      const failure = await readFailure(response)
      if (response.status === 401) end(failure)
      throw failure
    }
    const grant = readTokenResponse(await readJsonObject(response))
    const id = owner?.signInId ?? randomId()
    const session = toSession({ id, grantType: 'code', grant, receivedAt })
    if (signedOutSince(name, mark)) throw new SignInError('signed_out')
    owner ??= session
    if (!sameOwner(session, owner)) {
      const failure = new SignInError('other_account')
      end(failure)
      throw failure
    }
    current?.ended.abort()
    const ended = new AbortController()
    current = { session, expiry: createExpiry(session.expiresAt, browserClocks), ended }
    onCrossTabSignOut(name, mark, clear, ended.signal)
    apply({ type: 'restored', session })
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

  /** The session is over, but not by the agent's wish: what is on screen stays. */
  function end(reason: SignInError): void {
    forget()
    apply({ type: 'expired', reason })
  }

  function clear(): void {
    forget()
    apply({ type: 'signed-out' })
  }

  function forget(): void {
    current?.ended.abort()
    current = undefined
  }

  return {
    settings,
    getSnapshot,
    subscribe,
    getSession,
    signIn({ returnTo = currentPath(), organizationId, prompt, signInPage, signal } = {}) {
      apply({ type: 'sign-in-started', flow: 'redirect' })
      const cameBack = () => apply({ type: 'sign-in-failed', reason: undefined })
      onceRestored(cameBack, signal ?? new AbortController().signal)
      const url = onThisSite(signInUrl)
      for (const [key, value] of Object.entries({ returnTo, organizationId, prompt, signInPage })) {
        if (value !== undefined) url.searchParams.set(key, value)
      }
      navigateTo(url.href)
      return new Promise(() => {})
    },
    async prepareCodeGrant() {},
    async resume() {
      const returnTo = currentPath()
      try {
        await getSession()
        return { status: 'signed-in', returnTo }
      } catch (thrown) {
        const reason = asSignInError(thrown, 'unknown_error')
        if (reason.code === 'signed_out') return { status: 'none' }
        apply({ type: 'sign-in-failed', reason })
        return { status: 'failed', returnTo }
      }
    },
    getAccessToken: async () => (await getSession()).accessToken,
    async renewAccessToken(refused) {
      // Another request may have renewed it since.
      const { accessToken } =
        current?.session.accessToken === refused ? await nextSession(refused) : await getSession()
      return accessToken
    },
    timeLeft: () => current?.expiry.timeLeft() ?? 0,
    hint: () => undefined,
    rememberAs() {},
    endSession: end,
    async signOut() {
      // A refresh that ends later would sign the agent in again.
      await fetching?.catch(() => {})
      const response = await post(signOutUrl)
      if (!response.ok)
        throw new SignInError('server_error', { details: `status ${response.status}` })
      announceSignOut(name)
      clear()
      owner = undefined
    },
    dispose: forget,
  }
}

/** Resolves a path against the page, not against its `<base href>`, which may be of another site. */
function onThisSite(path: string): URL {
  return new URL(path, pageUrl())
}

async function readFailure(response: Response): Promise<SignInError> {
  const { error } = await readJsonObject(response).catch((): { error?: unknown } => ({}))
  if (response.status === 401) {
    return new SignInError(error === 'signed_out' ? 'signed_out' : 'session_expired')
  }
  return new SignInError('server_error', { details: `status ${response.status}` })
}
