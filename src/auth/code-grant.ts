import { OidcClient, type StateStore } from 'oidc-client-ts'
import {
  authorizeUrl,
  type FreshValues,
  liveChatParameters,
  type PendingSignIn,
  pendingFor,
} from './authorization-request.ts'
import { type ProvedResponse, readCode } from './authorization-response.ts'
import type { Grant } from './grant.ts'
import { SignInError } from './sign-in-error.ts'
import type { SignInRequest, SignInSettings } from './sign-in-options.ts'
import { askTokenEndpoint, readTokenAnswer } from './token-endpoint.ts'

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
  fresh: FreshValues,
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
  proved: ProvedResponse,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<Grant> {
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
  return readTokenAnswer(answer, pending)
}

/**
 * Buys the next access token.
 *
 * @throws {SignInError} The server's own word, `network`, `invalid_response` or `aborted`.
 * @see RFC 6749 §6
 */
export async function refreshGrant(
  refreshToken: string,
  settings: SignInSettings,
  signal: AbortSignal,
): Promise<Grant> {
  const client = new PublicClient(settings, settings.accountsUrl, new Map())
  const answer = await client.exchange(signal, () =>
    client.useRefreshToken({
      state: { refresh_token: refreshToken, session_state: null, profile: anonymous },
    }),
  )
  return readTokenAnswer(answer, {})
}

/** OpenID Connect's idea of a person, which LiveChat does not use; the library wants one. */
const anonymous = { sub: '', iss: '', aud: '', exp: 0, iat: 0 }

/** An `OidcClient` without discovery or storage, whose token requests are ours. */
class PublicClient extends OidcClient {
  #signal = new AbortController().signal
  #answer: Record<string, unknown> | undefined

  constructor(
    settings: SignInSettings,
    authorizationEndpoint: string,
    memory: Map<string, string>,
  ) {
    super({
      authority: settings.accountsUrl,
      client_id: settings.clientId,
      redirect_uri: settings.redirectUri,
      // Anything but the library's default, `openid`, which would make it wait for an id token.
      scope: 'livechat',
      metadata: {
        issuer: settings.accountsUrl,
        authorization_endpoint: authorizationEndpoint,
        token_endpoint: new URL(settings.endpoints.token, settings.accountsUrl).href,
      },
      loadUserInfo: false,
      stateStore: inMemory(memory),
    })
    // Its own requests follow redirects, with code and verifier in the body, and put both into errors.
    const ask = async (form: object) => {
      const texts = Object.entries(form).filter(([, value]) => typeof value === 'string')
      this.#answer = await askTokenEndpoint(
        { client_id: settings.clientId, ...Object.fromEntries(texts) },
        settings,
        this.#signal,
      )
      return this.#answer
    }
    this._validator['_tokenClient'].exchangeCode = (form) =>
      ask({ grant_type: 'authorization_code', redirect_uri: settings.redirectUri, ...form })
    this._tokenClient.exchangeRefreshToken = ({ scope: _all, ...form }) =>
      ask({ grant_type: 'refresh_token', ...form })
  }

  /** Runs one exchange of the library and returns what the server answered, untouched. */
  async exchange(
    signal: AbortSignal,
    run: () => Promise<unknown>,
  ): Promise<Record<string, unknown>> {
    this.#signal = signal
    try {
      await run()
    } catch (thrown) {
      // The library's errors may quote the form; only ours go on.
      throw thrown instanceof SignInError ? thrown : new SignInError('invalid_response')
    }
    if (!this.#answer) throw new SignInError('invalid_response')
    return this.#answer
  }
}

function inMemory(memory: Map<string, string>): StateStore {
  const take = (key: string) => {
    const value = memory.get(key) ?? null
    memory.delete(key)
    return value
  }
  return {
    set: async (key, value) => void memory.set(key, value),
    get: async (key) => memory.get(key) ?? null,
    remove: async (key) => take(key),
    getAllKeys: async () => [...memory.keys()],
  }
}
