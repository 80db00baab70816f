import { SignInError, type SignInSettings } from '../auth/index.ts'
import {
  completeOptions,
  navigateTo,
  openPopup,
  type Popup,
  pageUrl,
  type RawResponse,
  recordRedirect,
  replaceAddress,
  splitResponseUrl,
  tabStorage,
} from '../auth/internal.ts'
import { noResponse, toAuthError } from './auth-error.ts'
import { buildAuthorizeUrl, type Transaction, withoutQueryAndHash } from './authorize-url.ts'
import {
  overrideOptions,
  type ResolvedOptions,
  resolveOptions,
  type SDKOptions,
} from './sdk-options.ts'
import { type AuthorizeResponse, readAuthorizeResponse } from './sdk-response.ts'
import { authorizeInFrame } from './silent-frame.ts'
import { createTransactions } from './transactions.ts'

/** What `verify` returns about the request a response belongs to. */
export interface TransactionData {
  state: string
  /** With the code grant and PKCE: the verifier to send with the code. */
  code_verifier?: string
}

/** The response to verify, of which only `state` matters. */
export interface VerifyInput {
  state?: string
}

/**
 * A drop-in replacement for the class of `@livechat/accounts-sdk`: pages written for it change their import and nothing
 * else.
 *
 * @see https://github.com/livechat/accounts-sdk
 */
export class AccountsSDK {
  /** The options with every default in place. */
  readonly options: ResolvedOptions
  readonly #transactions = createTransactions()
  /** Transactions whose responses are valid and wait for `verify`. */
  readonly #validated = new Map<string, Transaction>()
  /** The sign-in window that is open. */
  #pending: { popup: Popup | undefined; promise: Promise<AuthorizeResponse> } | undefined
  /** The response this page was loaded with, until it is read. */
  #redirectResponse: Promise<AuthorizeResponse> | undefined

  /**
   * @param options Only `client_id` is required.
   * @throws {Error} `client id not provided`
   */
  constructor(options: SDKOptions) {
    this.options = resolveOptions(options)
  }

  /**
   * Builds the authorization URL and remembers the request for `verify`.
   *
   * @param options Options of this call only.
   * @param flow `button` asks for the response by message; the default is by redirect.
   */
  authorizeURL(options: Partial<SDKOptions> = {}, flow = ''): string {
    return this.#createRequest(overrideOptions(this.options, options), flow).url
  }

  /**
   * Signs in with a sign-in window. Call `authorize()` in the click itself, or the browser blocks the window.
   *
   * `authorize()` rejects with an {@link AuthError}.
   */
  popup(options: Partial<SDKOptions> = {}): {
    /** The options of this call, completed with those of the client. */
    options: ResolvedOptions
    /** Opens the sign-in window and resolves with its response. */
    authorize(): Promise<AuthorizeResponse>
  } {
    const merged = overrideOptions(this.options, options)
    return { options: merged, authorize: () => this.#authorizeByPopup(merged) }
  }

  /**
   * Signs in silently, in a hidden frame. Needs a session at LiveChat and a browser that allows third-party
   * cookies.
   *
   * `authorize()` rejects with an {@link AuthError}, or with `timeout` after five seconds.
   */
  iframe(options: Partial<SDKOptions> = {}): {
    /** The options of this call, completed with those of the client. */
    options: ResolvedOptions
    /** Asks LiveChat and resolves with its response. */
    authorize(): Promise<AuthorizeResponse>
  } {
    const merged = overrideOptions(this.options, options)
    return { options: merged, authorize: () => this.#authorizeByFrame(merged) }
  }

  /** Signs in by redirect: `authorize()` on the page before, `authorizeData()` on the page after. */
  redirect(options: Partial<SDKOptions> = {}): {
    /** The options of this call, completed with those of the client. */
    options: ResolvedOptions
    /**
     * Redirects to LiveChat.
     *
     * @throws {AuthError} `redirect_loop` after several redirects in a row, `storage_unavailable`.
     */
    authorize(): void
    /**
     * Reads the response in the URL and removes it from there. A second call right after it returns the same response,
     * later ones reject with `unauthorized`.
     */
    authorizeData(): Promise<AuthorizeResponse>
  } {
    const merged = overrideOptions(this.options, options)
    return {
      options: merged,
      authorize: () => this.#startRedirect(merged),
      authorizeData: () => this.#readRedirectResponse(merged),
    }
  }

  /** Returns what is remembered about the request of a response, once; `null` when there is none. */
  verify({ state }: VerifyInput): TransactionData | null {
    const transaction = state
      ? (this.#validated.get(state) ?? this.#transactions.consume(state, this.options))
      : undefined
    if (!state || !transaction) return null
    this.#validated.delete(state)
    const { code_verifier } = transaction
    return { state, ...(code_verifier && { code_verifier }) }
  }

  #createRequest(
    options: ResolvedOptions,
    flow: string,
  ): { url: string; transaction: Transaction } {
    const request = buildAuthorizeUrl(options, flow, pageUrl(), Date.now())
    this.#transactions.save(request.transaction, options, flow ? 'window' : 'redirect')
    return request
  }

  #startRedirect(options: ResolvedOptions): void {
    try {
      const { url, transaction } = this.#createRequest(options, '')
      recordRedirect(transaction, tabStorage())
      navigateTo(url)
    } catch (thrown) {
      throw toAuthError(thrown)
    }
  }

  #authorizeByPopup(options: ResolvedOptions): Promise<AuthorizeResponse> {
    if (this.#pending) {
      this.#pending.popup?.focus()
      return this.#pending.promise
    }
    let popup: Popup | undefined
    const promise = this.#authorize(options, (url, transaction, settings) => {
      popup = openPopup(url)
      return popup.visit(url, transaction, settings, new AbortController().signal)
    }).finally(() => {
      this.#pending = undefined
      popup?.close()
    })
    this.#pending = { popup, promise }
    return promise
  }

  #authorizeByFrame(options: ResolvedOptions): Promise<AuthorizeResponse> {
    return this.#authorize(options, authorizeInFrame)
  }

  /** Calls `send` at once: a window must open in the click. */
  async #authorize(
    options: ResolvedOptions,
    send: (url: string, transaction: Transaction, settings: SignInSettings) => Promise<RawResponse>,
  ): Promise<AuthorizeResponse> {
    let response: RawResponse | undefined
    try {
      const settings = settingsOf(options)
      const { url, transaction } = this.#createRequest(options, 'button')
      response = await send(url, transaction, settings)
      return await this.#validate(response, transaction, settings)
    } catch (thrown) {
      throw typeof thrown === 'string' ? thrown : toAuthError(thrown, response)
    }
  }

  #readRedirectResponse(options: ResolvedOptions): Promise<AuthorizeResponse> {
    const href = pageUrl()
    const { response, cleanUrl } = splitResponseUrl(
      href,
      options.redirect_uri
        ? withoutQueryAndHash(new URL(options.redirect_uri, href).href)
        : undefined,
      (state) => this.#transactions.has(state, options),
    )
    if (!response) {
      return this.#redirectResponse ?? Promise.reject(noResponse())
    }
    const state = response.parameters.get('state')
    const transaction = state ? this.#transactions.consume(state, options) : undefined
    replaceAddress(transaction ? withQueryAndHash(cleanUrl, transaction.queryAndHash) : cleanUrl)
    if (!transaction) return Promise.reject(toAuthError(new SignInError('state_mismatch')))
    const reading = this.#validate(response, transaction, settingsOf(options)).catch((thrown) => {
      throw toAuthError(thrown, response)
    })
    this.#redirectResponse = reading
    // React's StrictMode asks again in the same task; after that, a token that was signed out must not come back.
    const forget = () =>
      setTimeout(() => {
        if (this.#redirectResponse === reading) this.#redirectResponse = undefined
      })
    reading.then(forget, forget)
    return reading
  }

  async #validate(
    response: RawResponse,
    transaction: Transaction,
    settings: SignInSettings,
  ): Promise<AuthorizeResponse> {
    this.#transactions.consume(transaction.state, this.options)
    const result = await readAuthorizeResponse(response, transaction, settings)
    this.#validated.set(transaction.state, transaction)
    return result
  }
}

function settingsOf({ client_id, server_url, redirect_uri }: ResolvedOptions): SignInSettings {
  const settings = completeOptions({ clientId: client_id, accountsUrl: server_url }, pageUrl())
  return redirect_uri ? { ...settings, redirectUri: redirect_uri } : settings
}

/** Puts the query and hash of the redirect URI back, before those the page has now. */
function withQueryAndHash(address: string, queryAndHash: string): string {
  const page = new URL(address)
  const before = new URL(queryAndHash, page.origin)
  page.search = [before.search, page.search.slice(1)].filter(Boolean).join('&')
  page.hash = [before.hash, page.hash.slice(1)].filter(Boolean).join('&')
  return page.href
}
