/** The options of `@livechat/accounts-sdk`, in its words. Only `client_id` is required. */
export interface SDKOptions {
  /** The app's client id in Developer Console. */
  client_id: string
  /** Which organization to sign in to. */
  organization_id?: string
  /** `consent` shows the grant page again. */
  prompt?: string
  /** Default `token`. */
  response_type?: 'token' | 'code'
  /** `manual` shows LiveChat's sign-in page also to an agent who is signed in there; default `auto`. */
  popup_flow?: 'auto' | 'manual'
  /** Default: 32 random characters, 192 bits. One of your own must be as hard to guess. */
  state?: string
  /** Accepted and without effect: the state is always verified. */
  verify_state?: boolean
  /** Accepted and without effect: the answer is always verified. */
  verify_callback?: boolean
  /** Scopes separated by commas; default: all that are configured for the app. */
  scope?: string | null
  /** Default: the current page. */
  redirect_uri?: string
  /** Fills in the e-mail field of LiveChat's sign-in page. */
  email_hint?: string | null
  /** Default `https://accounts.livechat.com`. */
  server_url?: string
  /** For instance `/signup`. */
  path?: string
  /** For LiveChat's statistics; ignored for authorization. */
  tracking?: TrackingOptions
  /** How what is remembered of a request is kept. */
  transaction?: TransactionOptions
  /** For `response_type: 'code'`. */
  pkce?: PKCEOptions
}

export interface TrackingOptions {
  /** Default `accounts.livechat.com`. */
  utm_source?: string
  /** Default `accounts-sdk`. */
  utm_medium?: string
  utm_campaign?: string
}

export interface TransactionOptions {
  /** Prefix of what is kept across a redirect; default `com.livechat.accounts`. */
  namespace?: string
  /** Length of a generated state; default 32, and never less. */
  key_length?: number
  /** Keep it in `localStorage` instead of `sessionStorage`, where another tab finds it, too. */
  force_local_storage?: boolean
}

export interface PKCEOptions {
  /** Default `true`. */
  enabled?: boolean
  /** Default: random. */
  code_verifier?: string
  /** 43 to 128; default 128. */
  code_verifier_length?: number
  /** Default `S256`. */
  code_challenge_method?: 'S256' | 'plain'
  /** @deprecated The spelling of version 2; `code_challenge_method` wins. */
  code_challange_method?: 'S256' | 'plain'
}

type Complete<T, Optional extends keyof T> = Required<Omit<T, Optional>> & Pick<T, Optional>

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
  tracking: { utm_source: 'accounts.livechat.com', utm_medium: 'accounts-sdk' },
  transaction: { namespace: 'com.livechat.accounts', key_length: 32, force_local_storage: false },
  pkce: { enabled: true, code_verifier_length: 128, code_challenge_method: 'S256' },
}

/** @throws {Error} `client id not provided` */
export function resolveOptions(options: SDKOptions): ResolvedOptions {
  if (!options?.client_id) throw new Error('client id not provided')
  return overrideOptions({ ...defaults, client_id: options.client_id }, options)
}

/** Lays options over others, nested ones too; `undefined` changes nothing. */
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
  const said = Object.entries(over).filter(([, value]) => value !== undefined)
  return { ...base, ...Object.fromEntries(said) }
}
