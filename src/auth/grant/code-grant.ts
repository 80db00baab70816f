import { SignInError } from '../sign-in-error.ts'
import type { SignInRequest, SignInSettings } from '../sign-in-options.ts'
import {
  authorizeUrl,
  liveChatParameters,
  type PendingSignIn,
  pendingFor,
  type RequestValues,
} from './authorization-request.ts'
import type { ValidatedResponse } from './authorization-response.ts'
import { readCode } from './code-answer.ts'
import { PublicClient } from './public-client.ts'
import { readTokenResponse } from './token-endpoint.ts'
import type { TokenGrant } from './token-grant.ts'

export { startRenewal } from '../session/token-refresh.ts'

/**
 * The code grant with PKCE, on oidc-client-ts. Loaded only when a page uses it.
 *
 * The library makes the verifier, its S256 challenge and the request, and matches code and verifier; what it
 * is lax about (state, repeats, token fields, redirects of the token endpoint) is checked in our own files.
 *
 * @see RFC 6749 §4.1, RFC 7636
 * @module
 */

/** Builds the URL that asks LiveChat for a code, and what to remember for the answer. */
export async function createCodeRequest(
  settings: SignInSettings,
  request: SignInRequest,
  fresh: RequestValues,
): Promise<{ url: string; pending: PendingSignIn }> {
  const memory = new Map<string, string>()
  const client = new PublicClient(settings, authorizeUrl(settings, request), memory)
  const { url, state } = await client.createSigninRequest({
    // The library's own state is 16 bytes; ours rides along and both must come back.
    url_state: fresh.state,
    extraQueryParams: liveChatParameters(settings, request),
    ...(request.prompt && { prompt: request.prompt }),
    ...(request.scopes ? { scope: request.scopes.join(',') } : { omitScopeWhenRequesting: true }),
  })
  const redemption = memory.get(state.id)
  const sent = new URL(url).searchParams.get('state')
  if (!redemption || !sent?.endsWith(fresh.state)) throw new SignInError('configuration')
  return {
    url,
    pending: { ...pendingFor(settings, request, { ...fresh, state: sent }, 'code'), redemption },
  }
}

/**
 * Redeems the code of a proved answer, once.
 *
 * @throws {SignInError} The server's own word, `network`, `invalid_response`, `malformed_response`, `aborted`.
 */
export async function redeemCode(
  proved: ValidatedResponse,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const { pending } = proved
  const code = readCode(proved)
  const [id = ''] = pending.state.split(';')
  const memory = new Map(pending.redemption ? [[id, pending.redemption]] : [])
  const client = new PublicClient(settings, settings.accountsUrl, memory)
  const answer = await client.exchange(signal, () =>
    client.processSigninResponse(
      `${pending.redirectUri}?${new URLSearchParams({ code, state: pending.state })}`,
    ),
  )
  return readTokenResponse(answer, pending.scopes)
}
