import { SignInError, serverRefusal } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { accountsFetch, readJsonObject } from './accounts-http.ts'
import {
  isBearer,
  malformed,
  readBody,
  readText,
  readTokenFields,
  type TokenGrant,
} from './token-grant.ts'

/**
 * Sends a form to the token endpoint.
 *
 * @throws {SignInError} The server's own word when it refused, `network`, `invalid_response` or `aborted`.
 * @see RFC 6749 §4.1.3, §6 and §5.2
 */
export async function requestToken(
  form: Readonly<Record<string, string>>,
  settings: SignInSettings,
  signal?: AbortSignal,
): Promise<TokenGrant> {
  const response = await accountsFetch(settings, settings.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({ client_id: settings.clientId, ...form }),
    ...(signal && { signal }),
  })
  if (response.ok) return readTokenResponse(await readJsonObject(response))
  if (response.status === 429) throw new SignInError('temporarily_unavailable')
  const { error } = await readJsonObject(response).catch((): { error?: unknown } => ({}))
  if (typeof error === 'string') throw serverRefusal(error, null)
  throw new SignInError(response.status >= 500 ? 'server_error' : 'invalid_response', {
    details: `status ${response.status}`,
  })
}

/**
 * Exchanges a refresh token for the next grant. Not to be cancelled: LiveChat gives its tokens only once.
 *
 * @throws {SignInError} The server's own word when it refused, `network`, `invalid_response` or `aborted`.
 * @see RFC 6749 §6
 */
export async function refreshGrant(
  refreshToken: string,
  settings: SignInSettings,
): Promise<TokenGrant> {
  const form = { grant_type: 'refresh_token', refresh_token: refreshToken }
  return requestToken(form, { ...settings, requestTimeout: settings.refreshTimeout })
}

/**
 * Reads the JSON of the token endpoint.
 *
 * @param body   As the server sent it.
 * @throws {SignInError} `invalid_response` when a field is missing or wrong.
 * @see RFC 6749 §5.1, with LiveChat's `account_id` and `organization_id`
 */
export function readTokenResponse(body: Readonly<Record<string, unknown>>): TokenGrant {
  return readBody(() => {
    const accessToken = readText(body.access_token)
    if (!accessToken) throw malformed('the token is missing')
    if (!isBearer(body.token_type)) throw malformed('the token type is unknown')
    return withoutUndefined({
      accessToken,
      ...readTokenFields(body),
      refreshToken: readText(body.refresh_token),
    })
  })
}
