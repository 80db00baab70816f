import type { Flow } from '../auth/index.ts'
import { type PendingSignIn, statePrefix } from '../auth/internal.ts'
import { challengeOf, checkVerifier, randomText } from './code-challenge.ts'
import type { ResolvedOptions } from './sdk-options.ts'

/** What is remembered about a request until its response is verified. */
export interface Transaction extends PendingSignIn {
  flow: Flow
  code_verifier?: string
  /** Query and hash of the redirect URI the app gave. LiveChat gets neither; they are put back afterwards. */
  queryAndHash: string
}

/**
 * Builds the authorization URL, and what to remember for its response.
 *
 * @param flow    `button` asks for the response by message, the empty string by redirect.
 * @param pageUrl The current page.
 * @param now     Milliseconds since 1970.
 * @throws {RangeError} When the code verifier is not 43 to 128 unreserved characters.
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export function buildAuthorizeUrl(
  options: ResolvedOptions,
  flow: string,
  pageUrl: string,
  now: number,
): { url: string; transaction: Transaction } {
  const state = options.state || newState(options.transaction.key_length)
  const address = new URL(options.redirect_uri || pageUrl, pageUrl)
  const redirectUri = withoutQueryAndHash(options.redirect_uri || pageUrl)
  const accountsUrl = new URL(options.server_url).origin
  const verifier = verifierFor(options)

  const url = new URL(accountsUrl)
  // Assigned, not resolved: whatever is in the path, the host stays LiveChat's.
  url.pathname = pathOf(options)
  const parameters = {
    client_id: options.client_id,
    organization_id: options.organization_id,
    redirect_uri: redirectUri,
    state,
    response_type: options.response_type,
    scope: options.scope,
    prompt: options.prompt,
    ...options.tracking,
    email: options.email_hint,
    ...(verifier && challengeParameters(verifier, options.pkce.code_challenge_method)),
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value) url.searchParams.set(name, value)
  }
  url.searchParams.set('flow', flow)

  const transaction: Transaction = {
    state,
    flow: flow ? 'popup' : 'redirect',
    grantType: options.response_type === 'code' ? 'code' : 'implicit',
    clientId: options.client_id,
    accountsUrl,
    redirectUri,
    returnTo: '/',
    createdAt: now,
    queryAndHash: address.search + address.hash,
    ...(verifier && { code_verifier: verifier }),
  }
  return { url: url.href, transaction }
}

function newState(length: number): string {
  return statePrefix + randomText(Math.max(32, length) - statePrefix.length)
}

function pathOf({ popup_flow, path }: ResolvedOptions): string {
  const parts = [popup_flow === 'manual' ? 'signin' : '', ...(path ?? '').split(/[\\/]/)]
  return `/${parts.filter(Boolean).join('/')}`
}

function verifierFor({ response_type, pkce }: ResolvedOptions): string | undefined {
  if (response_type !== 'code' || !pkce.enabled) return undefined
  return checkVerifier(pkce.code_verifier ?? randomText(pkce.code_verifier_length))
}

function challengeParameters(verifier: string, method: string) {
  return method === 'plain'
    ? { code_challenge: verifier, code_challenge_method: 'plain' }
    : { code_challenge: challengeOf(verifier), code_challenge_method: 'S256' }
}

/** The redirect URI as LiveChat may have it: the app's own query and hash are put back afterwards. */
export function withoutQueryAndHash(uri: string): string {
  return uri.replace(/[?#].*/s, '')
}
