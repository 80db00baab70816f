import { SignInError } from '../auth/index.ts'
import { readLifetime, readScopes } from '../auth/internal.ts'

/** What LiveChat says about the token this page holds. */
export interface TokenInspection {
  /** Whole seconds until the token expires; undefined when LiveChat does not say. */
  secondsLeft: number | undefined
  scopes: readonly string[]
}

/**
 * Reads the response of the token info endpoint.
 *
 * @throws {SignInError} `invalid_response` when the lifetime or the scopes make no sense.
 * @see https://platform.text.com/docs/authorization/oauth-authorization (`GET /v2/info`)
 */
export function readTokenInspection(info: Record<string, unknown>): TokenInspection {
  try {
    const scopes = typeof info.scope === 'string' ? readScopes(info.scope) : undefined
    return { secondsLeft: readLifetime(info.expires_in), scopes: scopes ?? [] }
  } catch (cause) {
    throw new SignInError('invalid_response', { cause })
  }
}
