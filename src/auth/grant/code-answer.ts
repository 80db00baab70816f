import type { ValidatedResponse } from './authorization-response.ts'
import { malformed } from './token-grant.ts'

/**
 * Reads the code of a code answer.
 *
 * @throws {SignInError} `malformed_response` when there is none, or a token beside it.
 * @see RFC 6749 §4.1.2
 */
export function readCode({ parameters }: ValidatedResponse): string {
  if (parameters.has('access_token')) throw malformed('a token came instead of a code')
  const code = parameters.get('code')
  if (!code) throw malformed('the code is missing')
  return code
}
