import { SignInError } from '../auth/index.ts'

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

/** Converts whatever was thrown into an {@link AuthError}. */
export function toAuthError(thrown: unknown): AuthError {
  if (!(thrown instanceof SignInError)) {
    return { oauth_exception: 'unknown_error', description: String(thrown) }
  }
  const { code, details, message } = thrown
  if (code === 'unknown_error') {
    return { oauth_exception: details ?? code, description: message }
  }
  return {
    [identityExceptions.includes(code) ? 'identity_exception' : 'oauth_exception']: code,
    ...(details && { exception_details: details }),
    description: message,
  }
}

/** The error `@livechat/accounts-sdk` has for a URL without a response. */
export function noResponse(): AuthError {
  return toAuthError(new SignInError('unauthorized'))
}
