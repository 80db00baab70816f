import { SignInError, serverRefusal } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { readJsonObject } from './json-response.ts'
import {
  checkScopes,
  isBearer,
  malformed,
  readLifetime,
  readScopes,
  type TokenGrant,
  withoutUndefined,
} from './token-grant.ts'

/**
 * Sends one form to the token endpoint and returns the JSON object it answers.
 *
 * @throws {SignInError} The server's own word when it refused, `network`, `invalid_response`, or `aborted`.
 * @see RFC 6749 §4.1.3, §6 and §5.2
 */
export async function askTokenEndpoint(
  form: Readonly<Record<string, string>>,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<Record<string, unknown>> {
  let response: Response
  try {
    response = await fetch(new URL(settings.endpoints.token, settings.accountsUrl), {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Accept: 'application/json' },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.any([signal, AbortSignal.timeout(settings.requestTimeout)]),
    })
  } catch (cause) {
    throw new SignInError(signal.aborted ? 'aborted' : 'network', { cause })
  }
  if (response.ok) return readJsonObject(response)
  if (response.status === 429) throw new SignInError('temporarily_unavailable')
  const { error } = await readJsonObject(response).catch(() => ({ error: undefined }))
  if (typeof error === 'string') throw serverRefusal(error, null)
  throw new SignInError(response.status >= 500 ? 'server_error' : 'invalid_response', {
    details: `status ${response.status}`,
  })
}

/**
 * Reads what the token endpoint gave.
 *
 * @throws {SignInError} `invalid_response` when a field is missing or wrong, or `scope_exceeded`.
 * @see RFC 6749 §5.1, with LiveChat's `account_id` and `organization_id`
 */
export function readTokenResponse(
  answer: Readonly<Record<string, unknown>>,
  asked?: readonly string[],
): TokenGrant {
  try {
    const accessToken = requiredText(answer.access_token)
    if (!isBearer(answer.token_type)) throw malformed('the token is of an unknown type')
    return withoutUndefined({
      accessToken,
      expiresIn: readLifetime(answer.expires_in),
      scopes: checkScopes(readScopes(optionalText(answer.scope)), asked),
      accountId: optionalText(answer.account_id),
      organizationId: optionalText(answer.organization_id),
      refreshToken: optionalText(answer.refresh_token),
    })
  } catch (thrown) {
    if (thrown instanceof SignInError && thrown.code === 'malformed_response') {
      throw new SignInError('invalid_response', { details: thrown.details })
    }
    throw thrown
  }
}

function requiredText(value: unknown): string {
  const text = optionalText(value)
  if (!text) throw malformed('the token is missing')
  return text
}

function optionalText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw malformed('a field is no text')
  return value
}
