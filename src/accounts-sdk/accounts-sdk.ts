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
import { noAnswer, toAuthError } from './auth-error.ts'
import { buildAuthorizeUrl, type Transaction } from './authorize-url.ts'
import {
  overrideOptions,
  type ResolvedOptions,
  resolveOptions,
  type SDKOptions,
} from './sdk-options.ts'
import { type AuthorizeResponse, readAnswer } from './sdk-response.ts'
import { askInFrame } from './silent-frame.ts'
import { createTransactions } from './transactions.ts'

/** What `verify` returns of a request whose answer came back. */
export interface TransactionData {
  state: string
  /** Code grant with PKCE: send it with the code. */
  code_verifier?: string
}

export interface VerifyInput {
  state?: string
}

/**
 * The class of `@livechat/accounts-sdk`, call by call, on this package's core: pages written for it change their
 * import and nothing else.
 */
export class AccountsSDK {
  readonly options: ResolvedOptions
  readonly #transactions = createTransactions()
  /** Answers that were proved and wait for `verify`. */
  readonly #proved = new Map<string, Transaction>()
  #underWay: { popup: Popup; promise: Promise<AuthorizeResponse> } | undefined
  #returned: Promise<AuthorizeResponse> | undefined

  /** @throws {Error} `client id not provided` */
  constructor(options: SDKOptions) {
    this.options = resolveOptions(options)
  }

  /**
   * Builds the URL to sign in at, and remembers the request for `verify`.
   *
   * @param flow `button` asks for the answer by message instead of by redirect.
   */
  authorizeURL(options: Partial<SDKOptions> = {}, flow = ''): string {
    return this.#ask(overrideOptions(this.options, options), flow).url
  }

  /** Call `authorize()` in the click itself. */
  popup(options: Partial<SDKOptions> = {}): { authorize(): Promise<AuthorizeResponse> } {
    return { authorize: () => this.#byPopup(overrideOptions(this.options, options)) }
  }

  /** Silent; needs a session at LiveChat and third-party cookies. */
  iframe(options: Partial<SDKOptions> = {}): { authorize(): Promise<AuthorizeResponse> } {
    return { authorize: () => this.#byFrame(overrideOptions(this.options, options)) }
  }

  redirect(options: Partial<SDKOptions> = {}): {
    /**
     * Leaves the page.
     *
     * @throws {AuthError} `redirect_loop` when this tab left several times just now, `storage_unavailable`.
     */
    authorize(): void
    /** Reads the answer out of the URL, which is clean afterwards. Asked again, it answers the same. */
    authorizeData(): Promise<AuthorizeResponse>
  } {
    const merged = overrideOptions(this.options, options)
    return {
      authorize: () => this.#byRedirect(merged),
      authorizeData: () => this.#readUrl(merged),
    }
  }

  /** What was remembered of the request this answers, once; `null` when there was none. */
  verify({ state }: VerifyInput): TransactionData | null {
    const transaction = state
      ? (this.#proved.get(state) ?? this.#transactions.take(state, this.options))
      : undefined
    if (!state || !transaction) return null
    this.#proved.delete(state)
    const { code_verifier } = transaction
    return { state, ...(code_verifier && { code_verifier }) }
  }

  #ask(options: ResolvedOptions, flow: string): { url: string; transaction: Transaction } {
    const asked = buildAuthorizeUrl(options, flow, pageUrl(), Date.now())
    this.#transactions.remember(asked.transaction, options, flow ? 'window' : 'redirect')
    return asked
  }

  #byRedirect(options: ResolvedOptions): void {
    try {
      const { url, transaction } = this.#ask(options, '')
      recordRedirect(transaction, tabStorage())
      navigateTo(url)
    } catch (thrown) {
      throw toAuthError(thrown)
    }
  }

  #byPopup(options: ResolvedOptions): Promise<AuthorizeResponse> {
    if (this.#underWay) {
      this.#underWay.popup.focus()
      return this.#underWay.promise
    }
    try {
      const popup = openPopup()
      const promise = this.#travel(options, (url, transaction, settings) =>
        popup.visit(url, transaction, settings, new AbortController().signal),
      ).finally(() => {
        this.#underWay = undefined
        popup.close()
      })
      this.#underWay = { popup, promise }
      return promise
    } catch (thrown) {
      return Promise.reject(toAuthError(thrown))
    }
  }

  #byFrame(options: ResolvedOptions): Promise<AuthorizeResponse> {
    return this.#travel(options, askInFrame)
  }

  async #travel(
    options: ResolvedOptions,
    visit: (
      url: string,
      transaction: Transaction,
      settings: SignInSettings,
    ) => Promise<RawResponse>,
  ): Promise<AuthorizeResponse> {
    try {
      const settings = settingsOf(options)
      const { url, transaction } = this.#ask(options, 'button')
      const response = await visit(url, transaction, settings)
      return await this.#prove(response, transaction, settings)
    } catch (thrown) {
      throw typeof thrown === 'string' ? thrown : toAuthError(thrown)
    }
  }

  #readUrl(options: ResolvedOptions): Promise<AuthorizeResponse> {
    const href = pageUrl()
    const { response, cleanUrl } = splitResponseUrl(href, href.replace(/[?#].*$/s, ''))
    if (!response || !answers.some((name) => response.parameters.has(name))) {
      return this.#returned ?? Promise.reject(noAnswer())
    }
    const state = response.parameters.get('state')
    const transaction = state ? this.#transactions.take(state, options) : undefined
    replaceAddress(transaction ? withPlace(cleanUrl, transaction.place) : cleanUrl)
    if (!transaction) return Promise.reject(toAuthError(new SignInError('state_mismatch')))
    this.#returned = this.#prove(response, transaction, settingsOf(options)).catch((thrown) => {
      throw toAuthError(thrown)
    })
    return this.#returned
  }

  async #prove(
    response: RawResponse,
    transaction: Transaction,
    settings: SignInSettings,
  ): Promise<AuthorizeResponse> {
    this.#transactions.take(transaction.state, this.options)
    const answer = await readAnswer(response, transaction, settings)
    this.#proved.set(transaction.state, transaction)
    return answer
  }
}

/** One of these makes it an answer; a page may have a `state` of its own. */
const answers = ['access_token', 'code', 'oauth_exception', 'identity_exception', 'error']

function settingsOf({ client_id, server_url, redirect_uri }: ResolvedOptions): SignInSettings {
  const settings = completeOptions({ clientId: client_id, accountsUrl: server_url }, pageUrl())
  return redirect_uri ? { ...settings, redirectUri: redirect_uri } : settings
}

/** Puts query and hash of the redirect URI back, before what the page has now. */
function withPlace(address: string, place: string): string {
  const page = new URL(address)
  const before = new URL(place, page.origin)
  page.search = [before.search.slice(1), page.search.slice(1)].filter(Boolean).join('&')
  page.hash = [before.hash.slice(1), page.hash.slice(1)].filter(Boolean).join('&')
  return page.href
}
