import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { SignInError } from '../sign-in-error.ts'
import type { SignInRequest, SignInSettings } from '../sign-in-options.ts'
import {
  type AuthorizationRequest,
  authorizeUrl,
  liveChatParameters,
  pendingSignIn,
  type RequestValues,
} from './authorization-request.ts'
import { readCode, type ValidatedResponse } from './authorization-response.ts'
import { requestToken } from './token-endpoint.ts'
import type { TokenGrant } from './token-grant.ts'

/**
 * Builds the URL that asks LiveChat for a code, and the pending sign-in to keep until the response.
 *
 * oidc-client-ts makes the code verifier, its S256 challenge and the URL. The response is not given to it: the
 * library is more lenient about state, repeated parameters and token fields than this package.
 *
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export async function createCodeRequest(
  settings: SignInSettings,
  request: SignInRequest,
  values: RequestValues,
): Promise<AuthorizationRequest> {
  const client = new OidcClient({
    authority: settings.accountsUrl,
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    metadata: { authorization_endpoint: authorizeUrl(settings, request) },
    // Its default would leave the verifier in localStorage.
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  })
  const { url, state } = await client.createSigninRequest({
    // The library's own state has 16 random bytes; ours has 32, follows it, and both must come back.
    url_state: values.state,
    extraQueryParams: liveChatParameters(settings, request),
    ...(request.prompt && { prompt: request.prompt }),
    ...(request.scopes ? { scope: request.scopes.join(',') } : { omitScopeWhenRequesting: true }),
  })
  const sentState = new URL(url).searchParams.get('state')
  const codeVerifier = state.code_verifier
  if (!codeVerifier || !sentState?.endsWith(values.state)) throw new SignInError('configuration')
  const pending = pendingSignIn(settings, request, { ...values, state: sentState }, 'code')
  return { url, pending: { ...pending, codeVerifier } }
}

/**
 * Exchanges the code of a validated response, once.
 *
 * @throws {SignInError} The server's own word when it refused, `network`, `invalid_response`,
 *   `malformed_response`, `scope_exceeded` or `aborted`.
 * @see RFC 6749 §4.1.3, RFC 7636 §4.5
 */
export async function exchangeCode(
  response: ValidatedResponse,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const code = readCode(response)
  const { codeVerifier, redirectUri, scopes } = response.pending
  // A pending sign-in of the code grant always has one; without it the code is not ours to exchange.
  if (!codeVerifier) throw new SignInError('state_mismatch')
  const form = {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code,
    code_verifier: codeVerifier,
  }
  return requestToken(form, settings, signal, scopes)
}
