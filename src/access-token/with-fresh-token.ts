/** Gives out the access token of a signed-in agent, such as a sign-in client does. */
export interface AccessTokenSource {
  /** The access token for the next request, asked for every time. */
  getAccessToken: () => Promise<string>
  /** Another token in place of one LiveChat refused; rejects when there is none. */
  renewAccessToken: (refused: string) => Promise<string>
}

/** How often one call may ask for another token. */
const renewals = 2

/**
 * Makes a call with the current access token, and again with a renewed one when LiveChat refuses the token.
 *
 * A call gets at most two renewals. One would be too few: the first may only bring a token that another call or tab
 * renewed meanwhile, which can be just as stale. The second then either brings a fresh token or ends the session,
 * which is how the page learns that the session is over, not only the token.
 *
 * @param tokens    Where the tokens come from.
 * @param call      The request; gets the token to present. Repeated only after a refused token, so never after a
 *   request that may have taken effect.
 * @param isRefused Whether the call failed because of its token.
 * @throws Whatever the last call threw, or why there is no token.
 * @see RFC 6750 §3.1 (`invalid_token`)
 */
export async function withFreshToken<Result>(
  tokens: AccessTokenSource,
  call: (token: string) => Promise<Result>,
  isRefused: (thrown: unknown) => boolean,
): Promise<Result> {
  let token = await tokens.getAccessToken()
  for (let renewed = 0; ; renewed += 1) {
    try {
      return await call(token)
    } catch (thrown) {
      if (renewed === renewals || !isRefused(thrown)) throw thrown
    }
    token = await tokens.renewAccessToken(token)
  }
}
