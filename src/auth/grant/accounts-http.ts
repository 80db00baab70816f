import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { readJsonObject } from './json-response.ts'
import {
  malformed,
  readLifetime,
  readScopes,
  type TokenGrant,
  withoutUndefined,
} from './token-grant.ts'

/**
 * Completes a grant LiveChat left gaps in (its popup sends neither lifetime nor scopes) by asking about the token.
 *
 * When the server cannot be reached the grant stays as it is, and its lifetime will be the documented default.
 *
 * @throws {SignInError} `invalid_response` when the answer makes no sense or names another app,
 *   `session_refused` when LiveChat does not know the token.
 * @see https://platform.text.com/docs/authorization/oauth-authorization (`GET /v2/info`)
 */
export async function fillFromTokenInfo(
  grant: TokenGrant,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  if (grant.expiresIn !== undefined && grant.scopes && grant.accountId && grant.organizationId)
    return grant
  if (!settings.endpoints.info) return grant
  let response: Response
  try {
    response = await askAccounts(
      settings,
      'GET',
      settings.endpoints.info,
      bearer(grant.accessToken),
      {
        signal,
      },
    )
  } catch (cause) {
    if (signal.aborted) throw new SignInError('aborted', { cause })
    return grant
  }
  if (response.status >= 500 || response.status === 429) return grant
  if (!response.ok)
    throw new SignInError('session_refused', { details: `status ${response.status}` })

  const info = await readJsonObject(response)
  if (info.access_token !== grant.accessToken || info.client_id !== settings.clientId) {
    throw new SignInError('invalid_response', { details: 'the token belongs to another app' })
  }
  return { ...gapsFilledBy(info), ...grant }
}

function gapsFilledBy(info: Record<string, unknown>): Omit<TokenGrant, 'accessToken'> {
  try {
    return withoutUndefined({
      expiresIn: readLifetime(info.expires_in),
      scopes: readScopes(textOf(info.scope)),
      accountId: textOf(info.account_id) || undefined,
      organizationId: textOf(info.organization_id) || undefined,
    })
  } catch (cause) {
    throw new SignInError('invalid_response', { cause })
  }
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw malformed('a field is no text')
  return value
}

/**
 * Makes LiveChat forget a token.
 *
 * @throws {SignInError} `revocation_failed` when it could not be told.
 * @see https://platform.text.com/docs/authorization/oauth-authorization (`DELETE /v2/token`), RFC 7009
 */
export async function revokeToken(accessToken: string, settings: SignInSettings): Promise<void> {
  try {
    // keepalive: the agent may close the page right after signing out.
    const response = await askAccounts(
      settings,
      'DELETE',
      settings.endpoints.token,
      bearer(accessToken),
      {
        keepalive: true,
      },
    )
    // A token LiveChat does not know any more is as good as revoked.
    if (response.ok || response.status === 404 || response.status === 401) return
    throw new Error(`status ${response.status}`)
  } catch (cause) {
    throw new SignInError('revocation_failed', { cause })
  }
}

export function bearer(accessToken: string): string {
  return `Bearer ${accessToken}`
}

/** The one place where a token leaves for the accounts server: its origin, never a redirect of it. */
export function askAccounts(
  settings: SignInSettings,
  method: 'GET' | 'DELETE',
  path: string,
  authorization: string,
  { signal, ...init }: RequestInit,
): Promise<Response> {
  const timeout = AbortSignal.timeout(settings.requestTimeout)
  return fetch(new URL(path, settings.accountsUrl), {
    ...init,
    method,
    headers: { Authorization: authorization, Accept: 'application/json' },
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
}
