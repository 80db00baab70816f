import { type SignInClient, SignInError } from '../auth/index.ts'
import {
  askAccounts,
  bearer,
  readJsonArray,
  readJsonObject,
  readLifetime,
  readScopes,
} from '../auth/internal.ts'

/** The person behind a session. */
export interface Account {
  accountId: string
  /** Also the id LiveChat's chats know the agent by. */
  email: string
  name: string
  /** http(s) only; the agent's picture in this organization, else their own. */
  avatarUrl: string | undefined
  /** The organization a sign-in without a wish leads to. */
  defaultOrganizationId: string | undefined
  /** In LiveChat; known only with the scope `accounts.roles--all:ro`. */
  role: string | undefined
}

export interface Organization {
  organizationId: string
  name: string
}

/** A browser that is signed in at LiveChat as this account. */
export interface AccountsSession {
  sessionId: string
  /** The session this page's token came from. */
  current: boolean
  userAgent: string
  ip: string
  /** How the agent proved who they are: `credentials`, `google`, … */
  identitySource: string
  /** Names of the apps that were signed in to from it. */
  applications: string[]
}

/** What LiveChat says of the token this page holds. */
export interface TokenInspection {
  /** Whole seconds the token still lives. */
  secondsLeft: number | undefined
  scopes: readonly string[]
}

export interface CallOptions {
  signal?: AbortSignal
}

/** LiveChat's Global Accounts API, as far as a signed-in agent needs it for themselves. */
export interface AccountsClient {
  /**
   * Who is signed in; undefined without the scope `accounts--my:ro`.
   *
   * @see https://platform.text.com/docs/authorization/global-accounts
   */
  getAccount(options?: CallOptions): Promise<Account | undefined>
  /** The organization the session is for; undefined when LiveChat does not tell. */
  getOrganization(options?: CallOptions): Promise<Organization | undefined>
  /** Where the account is signed in; undefined without the scope `sessions--my:ro`. */
  listSessions(options?: CallOptions): Promise<AccountsSession[] | undefined>
  /**
   * Ends one of them, and every token that came from it.
   *
   * @throws {SignInError} `missing_grant` without the scope `sessions--my:rw`.
   */
  endSession(sessionId: string, options?: CallOptions): Promise<void>
  /** Ends all of them, this page's session too. */
  endAllSessions(options?: CallOptions): Promise<void>
  /** Asks LiveChat whether the token is still good. */
  inspectToken(options?: CallOptions): Promise<TokenInspection>
}

/** The right to ask; a sign-in client is one. */
export interface AccountsAccess
  extends Pick<SignInClient, 'settings' | 'getAccessToken' | 'renewAccessToken'> {
  /** How a request presents the token; default: as a Bearer token. */
  authorization?: (token: string) => string
}

/**
 * Creates a client of the Global Accounts API, usually on the session of a sign-in client.
 *
 * Every call can fail with a {@link SignInError}: `network`, `session_refused`, `missing_grant`,
 * `invalid_response`, `server_error`, or why there is no token.
 */
export function createAccountsClient(client: AccountsAccess): AccountsClient {
  const { settings, authorization = bearer } = client

  /** One call; a token LiveChat refuses is replaced once, or ends the session. */
  async function call(
    method: 'GET' | 'DELETE',
    path: string,
    { signal }: CallOptions = {},
  ): Promise<Response> {
    let token = await client.getAccessToken()
    for (let renewed = false; ; renewed = true) {
      const response = await askAccounts(
        settings,
        method,
        path,
        authorization(token),
        signal ? { signal } : {},
      ).catch((cause: unknown) => {
        signal?.throwIfAborted()
        throw new SignInError('network', { cause })
      })
      if (response.ok) return response
      if (response.status === 401 && !renewed) token = await client.renewAccessToken(token)
      else throw refusalOf(response.status)
    }
  }

  /** The agent's picture in this organization; going without one is no failure. */
  async function readPictureHere(options?: CallOptions): Promise<string | undefined> {
    try {
      return pictureOf(
        await readJsonObject(
          await call('GET', '/v2/accounts/me/organization_settings/my', options),
        ),
      )
    } catch {
      options?.signal?.throwIfAborted()
      return undefined
    }
  }

  /** Reads what the session's scopes allow; what they do not is no error. */
  async function readAllowed<T>(read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read()
    } catch (thrown) {
      if (thrown instanceof SignInError && thrown.code === 'missing_grant') return undefined
      throw thrown
    }
  }

  return {
    getAccount: (options) =>
      readAllowed(async () => {
        const body = await readJsonObject(await call('GET', '/v2/accounts/me', options))
        return toAccount(body, pictureOf(body.properties) ?? (await readPictureHere(options)))
      }),
    getOrganization: (options) =>
      readAllowed(async () => {
        const { organization_id, name } = await readJsonObject(
          await call('GET', '/v2/organizations/my', options),
        )
        if (typeof organization_id !== 'string') throw new SignInError('invalid_response')
        return { organizationId: organization_id, name: textOr(name, organization_id) }
      }),
    listSessions: (options) =>
      readAllowed(async () => {
        const sessions = await readJsonArray(await call('GET', '/v2/sessions', options))
        return sessions.flatMap(toAccountsSession)
      }),
    async endSession(sessionId, options) {
      await call('DELETE', `/v2/sessions/${encodeURIComponent(sessionId)}`, options)
    },
    async endAllSessions(options) {
      await call('DELETE', '/v2/sessions', options)
    },
    async inspectToken(options) {
      const info = await readJsonObject(await call('GET', settings.endpoints.info, options))
      try {
        const scopes = typeof info.scope === 'string' ? readScopes(info.scope) : undefined
        return { secondsLeft: readLifetime(info.expires_in), scopes: scopes ?? [] }
      } catch (cause) {
        throw new SignInError('invalid_response', { cause })
      }
    },
  }
}

function refusalOf(status: number): SignInError {
  if (status === 401) return new SignInError('session_refused')
  if (status === 403) return new SignInError('missing_grant')
  if (status === 429) return new SignInError('temporarily_unavailable')
  return new SignInError(status >= 500 ? 'server_error' : 'invalid_response', {
    details: `status ${status}`,
  })
}

/** @param pictureHere Goes before the account's own picture, which LiveChat keeps for older apps. */
function toAccount(body: Record<string, unknown>, pictureHere: string | undefined): Account {
  const { account_id, email, name, default_organization_id, roles } = body
  if (typeof account_id !== 'string' || typeof email !== 'string') {
    throw new SignInError('invalid_response')
  }
  return {
    accountId: account_id,
    email,
    name: textOr(name, email),
    avatarUrl: pictureHere ?? pictureOf(body),
    defaultOrganizationId:
      typeof default_organization_id === 'string' ? default_organization_id : undefined,
    role: liveChatRole(roles),
  }
}

function liveChatRole(roles: unknown): string | undefined {
  if (!Array.isArray(roles)) return undefined
  const role = roles.find((one) => isRecord(one) && one.product === 'LiveChat')
  return isRecord(role) && typeof role.role === 'string' ? role.role : undefined
}

function toAccountsSession(value: unknown): AccountsSession[] {
  if (!isRecord(value) || typeof value.session_id !== 'string') return []
  const { session_id, current, user_agent, ip, identity_source, applications } = value
  return [
    {
      sessionId: session_id,
      current: current === true,
      userAgent: textOr(user_agent, ''),
      ip: textOr(ip, ''),
      identitySource: textOr(identity_source, ''),
      applications: Array.isArray(applications)
        ? applications.flatMap((one) =>
            isRecord(one) && typeof one.name === 'string' ? [one.name] : [],
          )
        : [],
    },
  ]
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value : otherwise
}

function pictureOf(value: unknown): string | undefined {
  return isRecord(value) ? httpUrl(value.avatar_url) : undefined
}

function httpUrl(value: unknown): string | undefined {
  return typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
    ? value
    : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
