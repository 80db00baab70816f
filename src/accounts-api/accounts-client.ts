import { withFreshToken } from '../access-token/index.ts'
import { type SignInClient, SignInError } from '../auth/index.ts'
import { accountsFetch, bearer, readJsonArray, readJsonObject } from '../auth/internal.ts'
import { anySignal } from '../older-browsers/index.ts'
import { type Account, readAccount, readPicture } from './account.ts'
import { type AccountsSession, readAccountsSessions } from './accounts-session.ts'
import { type Organization, readOrganization } from './organization.ts'
import { readTokenInspection, type TokenInspection } from './token-inspection.ts'

/** Options of a single call. */
export interface CallOptions {
  /** Cancels the call, which then rejects with the signal's reason. */
  signal?: AbortSignal
}

/**
 * What a signed-in agent can ask LiveChat's Global Accounts API about their own account.
 *
 * Every method rejects with a {@link SignInError}, or with the reason of its `signal`.
 *
 * @see https://platform.text.com/docs/authorization/global-accounts
 */
export interface AccountsClient {
  /** Gets the account that is signed in; undefined without the scope `accounts--my:ro`. */
  getAccount(options?: CallOptions): Promise<Account | undefined>
  /** Gets the organization the session is for; undefined without access to it. */
  getOrganization(options?: CallOptions): Promise<Organization | undefined>
  /** Lists where the account is signed in; undefined without the scope `sessions--my:ro`. */
  listSessions(options?: CallOptions): Promise<AccountsSession[] | undefined>
  /**
   * Ends a session, and with it every token that came from it.
   *
   * @throws {SignInError} `missing_grant` without the scope `sessions--my:rw`.
   */
  endSession(sessionId: string, options?: CallOptions): Promise<void>
  /**
   * Ends every session of the account, the one of this page included.
   *
   * @throws {SignInError} `missing_grant` without the scope `sessions--my:rw`.
   */
  endAllSessions(options?: CallOptions): Promise<void>
  /** Asks LiveChat about the token of this page. */
  inspectToken(options?: CallOptions): Promise<TokenInspection>
}

/** The settings and tokens to call the accounts server with; a sign-in client has both. */
export interface AccountsCredentials
  extends Pick<SignInClient, 'settings' | 'getAccessToken' | 'renewAccessToken'> {
  /** Makes the `Authorization` header for a token; default: as a Bearer token. */
  authorization?: (token: string) => string
  /** Ends every call of this client and lets none begin, for instance when the agent signs out. */
  signal?: AbortSignal
}

/**
 * Creates a client of the Global Accounts API, usually with a sign-in client as its credentials.
 *
 * Every call can fail with a {@link SignInError}: `network`, `session_refused`, `missing_grant`,
 * `temporarily_unavailable`, `invalid_response`, `server_error`, or the reason there is no token.
 *
 * @see https://platform.text.com/docs/authorization/global-accounts
 */
export function createAccountsClient(credentials: AccountsCredentials): AccountsClient {
  const { settings, authorization = bearer } = credentials

  async function call(
    method: 'GET' | 'DELETE',
    path: string,
    options: CallOptions = {},
  ): Promise<Response> {
    const signal = anySignal(credentials.signal, options.signal)
    signal.throwIfAborted()
    const attempt = async (token: string) => {
      const headers = { Authorization: authorization(token) }
      const request = { method, headers, signal }
      const response = await accountsFetch(settings, path, request).catch((thrown: unknown) => {
        signal.throwIfAborted()
        throw thrown
      })
      if (!response.ok) throw refusalOf(response.status)
      return response
    }
    return withFreshToken(credentials, attempt, (thrown) => hasCode(thrown, 'session_refused'))
  }

  const getObject = async (path: string, options?: CallOptions) =>
    readJsonObject(await call('GET', path, options))

  /** The agent's picture in this organization; failing to get it is not worth an error. */
  async function getOrganizationPicture(options?: CallOptions): Promise<string | undefined> {
    try {
      return readPicture(await getObject('/v2/accounts/me/organization_settings/my', options))
    } catch {
      options?.signal?.throwIfAborted()
      return undefined
    }
  }

  return {
    getAccount: (options) =>
      ifAllowed(async () => {
        const body = await getObject('/v2/accounts/me', options)
        const picture = readPicture(body.properties) ?? (await getOrganizationPicture(options))
        return readAccount(body, picture)
      }),
    getOrganization: (options) =>
      ifAllowed(async () => readOrganization(await getObject('/v2/organizations/my', options))),
    listSessions: (options) =>
      ifAllowed(async () =>
        readAccountsSessions(await readJsonArray(await call('GET', '/v2/sessions', options))),
      ),
    async endSession(sessionId, options) {
      await call('DELETE', `/v2/sessions/${encodeURIComponent(sessionId)}`, options)
    },
    async endAllSessions(options) {
      await call('DELETE', '/v2/sessions', options)
    },
    inspectToken: async (options) =>
      readTokenInspection(await getObject(settings.endpoints.info, options)),
  }
}

/** The result of a request, or undefined when the session's scopes do not allow it. */
async function ifAllowed<Result>(request: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await request()
  } catch (thrown) {
    if (hasCode(thrown, 'missing_grant')) return undefined
    throw thrown
  }
}

function hasCode(thrown: unknown, code: SignInError['code']): boolean {
  return thrown instanceof SignInError && thrown.code === code
}

function refusalOf(status: number): SignInError {
  if (status === 401) return new SignInError('session_refused')
  if (status === 403) return new SignInError('missing_grant')
  if (status === 429) return new SignInError('temporarily_unavailable')
  return new SignInError(status >= 500 ? 'server_error' : 'invalid_response', {
    details: `status ${status}`,
  })
}
