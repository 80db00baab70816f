import { SignInError } from '../auth/index.ts'

/** What the calls of this door reject with, beside the word `timeout` of an iframe. */
export interface AuthError {
  /** LiveChat's word, or ours: `popup_closed`, `popup_blocked`, `state_mismatch`, … */
  oauth_exception?: string
  /** LiveChat does not know who the agent is: `unauthorized`, `identity_lost`, … */
  identity_exception?: string
  exception_details?: string
  /** What happened and what to do. */
  description?: string
}

const identityWords = ['unauthorized', 'identity_lost', 'credentials_login_disabled']

export function toAuthError(thrown: unknown): AuthError {
  if (!(thrown instanceof SignInError)) {
    return { oauth_exception: 'unknown_error', description: String(thrown) }
  }
  const { code, details, message } = thrown
  if (code === 'unknown_error') {
    return { oauth_exception: details ?? code, description: message }
  }
  return {
    [identityWords.includes(code) ? 'identity_exception' : 'oauth_exception']: code,
    ...(details && { exception_details: details }),
    description: message,
  }
}

/** As the original says that the URL holds no answer. */
export function noAnswer(): AuthError {
  return toAuthError(new SignInError('unauthorized'))
}
