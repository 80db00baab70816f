/** The session of a signed-in agent. */
export interface TokenAccess {
  /** The access token for the next request, asked for every time. */
  getAccessToken: () => Promise<string>
  /**
   * Another token for one LiveChat refused; the call is then made again. Rejects when there is none, and the
   * call fails with `authentication`.
   */
  renewAccessToken: (refused: string) => Promise<string>
}

export interface PersonalAccessToken {
  /** The account's id, a uuid. */
  accountId: string
  token: string
}

/**
 * A personal access token, for development and scripts of one person only: whoever sees the page can read it,
 * and it does not end by itself. Type or paste it into the running script; never put it into a URL, a storage
 * or a file that is served.
 *
 * @see https://platform.text.com/docs/authorization/personal-access-tokens
 */
export interface PersonalAccess {
  /** The account's id and the token. */
  personalAccessToken: PersonalAccessToken
  /** LiveChat does not know the token, or no longer; the call fails with `authentication`. */
  onRefused?: () => void
}

/** How a request proves who makes it. */
export interface Access extends TokenAccess {
  authorization: (token: string) => string
}

export function accessOf(options: TokenAccess | PersonalAccess): Access {
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
 * The `Authorization` header of a personal access token, which LiveChat's other APIs take as well.
 *
 * @see RFC 7617
 */
export function basicAuthorization({ accountId, token }: PersonalAccessToken): string {
  // Of its UTF-8, since whoever types a token can type anything.
  const bytes = new TextEncoder().encode(`${accountId}:${token}`)
  return `Basic ${btoa(String.fromCharCode(...bytes))}`
}
