import type { AccessTokenSource } from '../access-token/index.ts'

/** A personal access token and the account it belongs to. */
export interface PersonalAccessToken {
  /** The account's id, a UUID. */
  accountId: string
  /** The token as LiveChat shows it once, when it is made. */
  token: string
}

/**
 * Credentials for development and for scripts of one person only: whoever sees the page can read the token, and it
 * never expires. Type or paste it into the running script; never put it into a URL, storage or a file that is served.
 *
 * @see https://platform.text.com/docs/authorization/personal-access-tokens
 */
export interface PersonalCredentials {
  /** The token to present with every request. */
  personalAccessToken: PersonalAccessToken
  /** Called when LiveChat does not accept the token, or no longer; the call fails with `authentication`. */
  onRefused?: () => void
}

/** Where access tokens come from, and how a request presents one. */
export interface Credentials extends AccessTokenSource {
  /** The `Authorization` header for a token. */
  authorization: (token: string) => string
}

/** Credentials of either kind in the form the transport uses. */
export function credentialsFrom(options: AccessTokenSource | PersonalCredentials): Credentials {
  if ('personalAccessToken' in options) {
    const { accountId, token } = options.personalAccessToken
    return {
      getAccessToken: async () => token,
      renewAccessToken() {
        options.onRefused?.()
        return Promise.reject(new Error('A personal access token cannot be renewed.'))
      },
      authorization: () => basicAuthorization({ accountId, token }),
    }
  }
  const { getAccessToken, renewAccessToken } = options
  return { getAccessToken, renewAccessToken, authorization: (token) => `Bearer ${token}` }
}

/**
 * Makes the `Authorization` header for a personal access token; LiveChat's other APIs accept it as well.
 *
 * @see RFC 7617, https://platform.text.com/docs/authorization/personal-access-tokens
 */
export function basicAuthorization({ accountId, token }: PersonalAccessToken): string {
  // Encoded as UTF-8, because a person typing a token can type any character and btoa takes bytes only.
  const bytes = new TextEncoder().encode(`${accountId}:${token}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}
