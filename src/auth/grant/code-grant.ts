import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { type CodeChallenge, createState } from './authorization-request.ts'
import { readCode, type ValidatedResponse } from './authorization-response.ts'
import { requestToken } from './token-endpoint.ts'
import type { TokenGrant } from './token-grant.ts'

/**
 * Creates a code verifier, its S256 challenge and the state they go with, for one request.
 *
 * oidc-client-ts makes them. The response is not given to it: the library is more lenient about state, repeated
 * parameters and token fields than this package.
 *
 * @throws {SignInError} `insecure_context` on plain http, where browsers make no hash.
 * @see RFC 7636 §4.1, §4.2
 */
export async function createCodeChallenge(settings: SignInSettings): Promise<CodeChallenge> {
  if (!crypto.subtle) throw new SignInError('insecure_context')
  const client = new OidcClient({
    authority: settings.accountsUrl,
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    metadata: { authorization_endpoint: settings.accountsUrl },
    // Its default would leave the verifier in localStorage.
    stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  })
  // The library's own state has 16 random bytes; ours has 32, follows it, and both must come back.
  const ownState = createState()
  const request = await client.createSigninRequest({ url_state: ownState })
  const sent = new URL(request.url).searchParams
  const state = sent.get('state')
  const codeChallenge = sent.get('code_challenge')
  const codeVerifier = request.state.code_verifier
  const isS256 = sent.get('code_challenge_method') === 'S256'
  if (!codeVerifier || !codeChallenge || !isS256 || !state?.endsWith(ownState)) {
    throw new SignInError('configuration')
  }
  return { state, codeVerifier, codeChallenge }
}

/**
 * Exchanges the code of a validated response, once.
 *
 * @throws {SignInError} The server's own word when it refused, `network`, `invalid_response`,
 *   `malformed_response` or `aborted`.
 * @see RFC 6749 §4.1.3, RFC 7636 §4.5
 */
export async function exchangeCode(
  response: ValidatedResponse,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<TokenGrant> {
  const code = readCode(response)
  const { codeVerifier, redirectUri } = response.pending
  // A pending sign-in of the code grant always has one; without it the code is not ours to exchange.
  if (!codeVerifier) throw new SignInError('state_mismatch')
  const form = {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code,
    code_verifier: codeVerifier,
  }
  return requestToken(form, settings, signal)
}
