import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { accountsFetch, bearer, readJsonObject } from './accounts-http.ts'
import { readBody, readTokenFields, type TokenGrant } from './token-grant.ts'

/**
 * Fills the gaps of a grant (a pop-up's has neither lifetime nor scopes) by asking LiveChat about its token.
 *
 * When the server cannot be reached, the grant stays as it is, and its lifetime will be the documented default.
 *
 * @throws {SignInError} `invalid_response` when the response makes no sense or names another app,
 *   `session_refused` when LiveChat does not know the token.
 * @see https://platform.text.com/docs/authorization/oauth-authorization (`GET /v2/info`)
 */
export async function fillFromTokenInfo(
  grant: TokenGrant,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const { accessToken, expiresIn, scopes, accountId, organizationId } = grant
  if (expiresIn !== undefined && scopes && accountId && organizationId) return grant
  if (!settings.endpoints.info) return grant
  let response: Response
  try {
    response = await accountsFetch(settings, settings.endpoints.info, {
      method: 'GET',
      headers: { Authorization: bearer(accessToken) },
      signal,
    })
  } catch (thrown) {
    if (signal.aborted) throw thrown
    return grant
  }
  if (response.status >= 500 || response.status === 429) return grant
  if (!response.ok) {
    throw new SignInError('session_refused', { details: `status ${response.status}` })
  }
  const info = await readJsonObject(response)
  if (info.access_token !== accessToken || info.client_id !== settings.clientId) {
    throw new SignInError('invalid_response', { details: 'the token belongs to another app' })
  }
  return { ...readTokenInfo(info), ...grant }
}

function readTokenInfo(info: Record<string, unknown>): Omit<TokenGrant, 'accessToken'> {
  return readBody(() => readTokenFields(info))
}
