import { SignInError } from '../auth/index.ts'
import { printable, type RawResponse } from '../auth/internal.ts'

/** Why an authorization failed; an iframe without a response rejects with the word `timeout` instead. */
export interface AuthError {
  /** LiveChat's error, or one of this package: `popup_closed`, `popup_blocked`, `state_mismatch`, … */
  oauth_exception?: string
  /** LiveChat does not know who the agent is: `unauthorized`, `identity_lost`, … */
  identity_exception?: string
  /** LiveChat's details of the error. */
  exception_details?: string
  /** What happened and what to do. */
  description?: string
}

const identityExceptions = ['unauthorized', 'identity_lost', 'credentials_login_disabled']

/**
 * Converts whatever was thrown into an {@link AuthError}.
 *
 * @param response The response that was refused; an error LiveChat does not document keeps its own fields.
 */
export function toAuthError(thrown: unknown, response?: RawResponse): AuthError {
  if (!(thrown instanceof SignInError)) {
    return { oauth_exception: 'unknown_error', description: String(thrown) }
  }
  const { code, details, message } = thrown
  if (code === 'unknown_error') {
    const exceptions = readFields(response, ['oauth_exception', 'identity_exception'])
    return {
      ...(Object.keys(exceptions).length > 0 ? exceptions : { oauth_exception: details ?? code }),
      ...readFields(response, ['exception_details']),
      description: message,
    }
  }
  return {
    [identityExceptions.includes(code) ? 'identity_exception' : 'oauth_exception']: code,
    ...(details && { exception_details: details }),
    description: message,
  }
}

function readFields(response: RawResponse | undefined, names: (keyof AuthError)[]): AuthError {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = response?.parameters.get(name)
      return value ? [[name, printable(value)]] : []
    }),
  )
}

/** The error `@livechat/accounts-sdk` has for a URL without a response. */
export function noResponse(): AuthError {
  return toAuthError(new SignInError('unauthorized'))
}
