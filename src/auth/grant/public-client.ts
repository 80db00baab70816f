import { OidcClient, type StateStore } from 'oidc-client-ts'
import { SignInError } from '../sign-in-error.ts'
import type { SignInSettings } from '../sign-in-options.ts'
import { askTokenEndpoint } from './token-endpoint.ts'

/** An `OidcClient` without discovery or storage, whose token requests are ours. */
export class PublicClient extends OidcClient {
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
