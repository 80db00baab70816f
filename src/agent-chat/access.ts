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

/**
 * A personal access token, for development and scripts of one person only: whoever sees the page can read it,
 * and it does not end by itself. Type or paste it into the running script; never put it into a URL, a storage
 * or a file that is served.
 *
 * @see https://platform.text.com/docs/authorization/personal-access-tokens
 */
export interface PersonalAccess {
  personalAccessToken: {
    /** The account's id, a uuid. */
    accountId: string
    token: string
  }
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
      renewAccessToken: () =>
        Promise.reject(new Error('A personal access token cannot be renewed.')),
      authorization: () => `Basic ${btoa(`${accountId}:${token}`)}`,
    }
  }
  const { getAccessToken, renewAccessToken } = options
  return { getAccessToken, renewAccessToken, authorization: (token) => `Bearer ${token}` }
}
