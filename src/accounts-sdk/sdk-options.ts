/** The options of `@livechat/accounts-sdk`, under the same names. Only `client_id` is required. */
export interface SDKOptions {
  /** The app's client id in Developer Console. */
  client_id: string
  /** The organization to sign in to; default: the agent's default one. */
  organization_id?: string
  /** `consent` shows the consent page again. */
  prompt?: string
  /** Default `token`. */
  response_type?: 'token' | 'code'
  /** `manual` shows LiveChat's sign-in page even to an agent who is signed in there; default `auto`. */
  popup_flow?: string
  /** Default: 32 random characters, which is 192 bits. Your own must be just as hard to guess. */
  state?: string
  /** Has no effect: the state is always verified. */
  verify_state?: boolean
  /** Has no effect: the response is always verified. */
  verify_callback?: boolean
  /** Scopes separated by commas; default: every scope configured for the app. */
  scope?: string | null
  /** Default: the current page. */
  redirect_uri?: string
  /** Prefills the email field of LiveChat's sign-in page. */
  email_hint?: string | null
  /** Default `https://accounts.livechat.com`. */
  server_url?: string
  /** Path of LiveChat's page, such as `/signup`. */
  path?: string
  /** For LiveChat's statistics; no effect on the authorization. Default: nothing. */
  tracking?: TrackingOptions
  /** How requests are remembered until their responses. */
  transaction?: TransactionOptions
  /** For `response_type: 'code'`. */
  pkce?: PKCEOptions
}

/** Campaign parameters for LiveChat's statistics. */
export interface TrackingOptions {
  utm_source?: string
  utm_medium?: string
  utm_campaign?: string
}

/** How requests are remembered until their responses. */
export interface TransactionOptions {
  /** Prefix of the storage keys; default `com.livechat.accounts`. */
  namespace?: string
  /** Length of a generated state in characters; default and minimum 32. */
  key_length?: number
  /** Whether to use `localStorage`, which other tabs can read, instead of `sessionStorage`; default `false`. */
  force_local_storage?: boolean
}

/** Proof Key for Code Exchange, RFC 7636. */
export interface PKCEOptions {
  /** Default `true`. */
  enabled?: boolean
  /** Default: random. */
  code_verifier?: string
  /** Length of a random verifier in characters, 43 to 128; default 128. */
  code_verifier_length?: number
  /** `plain`, or the default `S256`. */
  code_challenge_method?: string
  /** @deprecated The spelling of version 2; `code_challenge_method` wins. */
  code_challange_method?: string
}

type Complete<T, Optional extends keyof T> = Required<Omit<T, Optional>> & Pick<T, Optional>

/** The options with every default in place. */
export interface ResolvedOptions
  extends Complete<SDKOptions, 'path' | 'tracking' | 'transaction' | 'pkce'> {
  tracking: TrackingOptions
  transaction: Required<TransactionOptions>
  pkce: Complete<PKCEOptions, 'code_verifier' | 'code_challange_method'>
}

const defaults: Omit<ResolvedOptions, 'client_id'> = {
  organization_id: '',
  prompt: '',
  response_type: 'token',
  popup_flow: 'auto',
  state: '',
  verify_state: true,
  verify_callback: true,
  scope: null,
  redirect_uri: '',
  email_hint: null,
  server_url: 'https://accounts.livechat.com',
  tracking: {},
  transaction: { namespace: 'com.livechat.accounts', key_length: 32, force_local_storage: false },
  pkce: { enabled: true, code_verifier_length: 128, code_challenge_method: 'S256' },
}

/**
 * Completes options with the defaults.
 *
 * @throws {Error} `client id not provided`
 */
export function resolveOptions(options: SDKOptions): ResolvedOptions {
  if (!options?.client_id) throw new Error('client id not provided')
  return overrideOptions({ ...defaults, client_id: options.client_id }, options)
}

/** Overrides options with others, nested ones too; `undefined` changes nothing. */
export function overrideOptions(
  base: ResolvedOptions,
  options: Partial<SDKOptions>,
): ResolvedOptions {
  const { code_challange_method, ...pkce } = options.pkce ?? {}
  return {
    ...override(base, options),
    tracking: override(base.tracking, options.tracking),
    transaction: override(base.transaction, options.transaction),
    pkce: override(
      base.pkce,
      code_challange_method ? { code_challenge_method: code_challange_method, ...pkce } : pkce,
    ),
  }
}

function override<T extends object>(base: T, over: object = {}): T {
  const given = Object.entries(over).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(given) }
}
