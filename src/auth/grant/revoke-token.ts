import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { accountsFetch, bearer } from './accounts-http.ts'

/**
 * Revokes an access token.
 *
 * @throws {SignInError} `revocation_failed` when LiveChat could not be told.
 * @see https://platform.text.com/docs/authorization/oauth-authorization (`DELETE /v2/token`), RFC 7009
 */
export async function revokeToken(accessToken: string, settings: SignInSettings): Promise<void> {
  try {
    const response = await accountsFetch(settings, settings.endpoints.token, {
      method: 'DELETE',
      headers: { Authorization: bearer(accessToken) },
      // The agent may close the page right after signing out.
      keepalive: true,
    })
    // A token LiveChat no longer knows is as good as revoked.
    if (response.ok || response.status === 404 || response.status === 401) return
    throw new Error(`status ${response.status}`)
  } catch (cause) {
    throw new SignInError('revocation_failed', { cause })
  }
}
