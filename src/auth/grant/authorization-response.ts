import { SignInError, serverRefusal } from '../sign-in-error.ts'
import type { PendingSignIn } from './authorization-request.ts'
import {
  checkScopes,
  isBearer,
  malformed,
  readLifetime,
  readScopes,
  type TokenGrant,
  withoutUndefined,
} from './token-grant.ts'

/** Parameters of an answer, and how they came: the implicit answer may only be in the fragment or a message. */
export interface RawResponse {
  parameters: URLSearchParams
  responseMode: 'fragment' | 'query' | 'message' | 'mixed'
}

/** What LiveChat's answers are made of, by redirect or by message. */
export const responseFields = [
  'access_token',
  'token_type',
  'expires_in',
  'scope',
  'scopes',
  'state',
  'code',
  'account_id',
  'organization_id',
  'client_id',
  'oauth_exception',
  'identity_exception',
  'exception_details',
] as const

/** Every parameter an answer can have. No app may keep one of these names in a callback URL. */
const responseParameters: ReadonlySet<string> = new Set([
  ...responseFields,
  'iss',
  'error',
  'error_description',
  'error_uri',
  'entity_id',
  'id_token',
  'refresh_token',
])

/** How long an unanswered request is remembered, in milliseconds: as LiveChat's own client does. */
export const pendingLifetime = 30 * 60_000

/**
 * Takes an answer out of a URL.
 *
 * On the redirect URI every answer parameter counts; elsewhere only what can be nothing but an answer does,
 * so that a page may have a `?state=` of its own.
 *
 * @param href        The URL of the page.
 * @param redirectUri Where LiveChat was told to send answers.
 * @returns The answer, if there is one, and the URL without it: the rest is kept byte for byte.
 */
export function splitResponseUrl(
  href: string,
  redirectUri: string,
): { response?: RawResponse; cleanUrl: string } {
  const [beforeHash = '', hash = ''] = cutAt(href, '#')
  const [address = '', search = ''] = cutAt(beforeHash, '?')
  const query = sortPairs(search)
  const fragment = sortPairs(hash)
  const isAnswer =
    comparable(address) === comparable(redirectUri)
      ? query.answer.length + fragment.answer.length > 0
      : isUnmistakable(query.answer) || isUnmistakable(fragment.answer)
  if (!isAnswer) return { cleanUrl: href }

  const inBoth = query.answer.length > 0 && fragment.answer.length > 0
  return {
    response: {
      parameters: new URLSearchParams([...query.answer, ...fragment.answer].join('&')),
      responseMode: inBoth ? 'mixed' : fragment.answer.length > 0 ? 'fragment' : 'query',
    },
    cleanUrl:
      address +
      (query.rest.length > 0 ? `?${query.rest.join('&')}` : '') +
      (fragment.rest.length > 0 ? `#${fragment.rest.join('&')}` : ''),
  }
}

/** An answer that belongs to our request and refuses nothing. */
export interface ValidatedResponse {
  parameters: URLSearchParams
  pending: PendingSignIn
}

/**
 * Proves that what LiveChat sent back answers our request: state first, then refusals, then form.
 *
 * @param response What came.
 * @param pending  What we remembered when we asked.
 * @param now      Milliseconds since 1970.
 * @throws {SignInError} `state_mismatch` when `state` is absent or different, `state_expired` when we asked
 *   too long ago, the server's own word when it refused, or `malformed_response`.
 * @see RFC 6749 §4.1.2, §4.2.2 (answers), §4.1.2.1, §4.2.2.1 (refusals), §10.12 (state); RFC 9207 (iss)
 */
export function validateResponse(
  { parameters, responseMode }: RawResponse,
  pending: PendingSignIn,
  now: number,
): ValidatedResponse {
  const [state, ...moreStates] = parameters.getAll('state')
  if (state !== pending.state || moreStates.length > 0) throw new SignInError('state_mismatch')
  if (Math.abs(now - pending.createdAt) > pendingLifetime) throw new SignInError('state_expired')

  const refusal =
    parameters.get('oauth_exception') ??
    parameters.get('identity_exception') ??
    parameters.get('error')
  if (refusal !== null) throw serverRefusal(refusal, parameters.get('exception_details'))

  if (hasRepeats(parameters)) throw malformed('a parameter is there twice')
  const place = pending.grantType === 'code' ? 'query' : 'fragment'
  if (responseMode !== place && responseMode !== 'message') {
    throw malformed('it is in the wrong place')
  }
  const issuer = parameters.get('iss')
  if (issuer !== null && issuer !== pending.accountsUrl) throw malformed('it is of another server')
  // LiveChat leaves the type out of its messages, never out of a redirect.
  if (responseMode === 'message' && !parameters.has('token_type')) {
    parameters.set('token_type', 'Bearer')
  }
  return { parameters, pending }
}

/**
 * Reads the token of an implicit answer.
 *
 * @throws {SignInError} `malformed_response`, or `scope_exceeded`.
 * @see RFC 6749 §4.2.2
 */
export function readImplicitGrant({ parameters, pending }: ValidatedResponse): TokenGrant {
  if (parameters.has('code')) throw malformed('it is a code')
  const accessToken = parameters.get('access_token')
  if (!accessToken) throw malformed('the token is missing')
  if (!isBearer(parameters.get('token_type'))) throw malformed('its token type is unknown')
  return withoutUndefined({
    accessToken,
    expiresIn: readLifetime(parameters.get('expires_in')),
    scopes: checkScopes(readScopes(parameters.get('scope')), pending.scopes),
    accountId: parameters.get('account_id') || undefined,
    organizationId: parameters.get('organization_id') || undefined,
  })
}

function hasRepeats(parameters: URLSearchParams): boolean {
  return new Set(parameters.keys()).size !== parameters.size
}

function cutAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function sortPairs(text: string): { answer: string[]; rest: string[] } {
  const pairs = text === '' ? [] : text.split('&')
  const answers = (pair: string) => responseParameters.has(nameOf(pair))
  return { answer: pairs.filter(answers), rest: pairs.filter((pair) => !answers(pair)) }
}

/** Brackets do not hide a parameter: `access_token[a]` is cleaned away like `access_token`. */
function nameOf(pair: string): string {
  const name = new URLSearchParams(pair).keys().next().value ?? ''
  return name.replace(/\[.*/s, '')
}

function isUnmistakable(pairs: string[]): boolean {
  const names = pairs.map(nameOf)
  return names.includes('access_token') || (names.includes('code') && names.includes('state'))
}

function comparable(address: string): string {
  return address.replace(/\/$/, '')
}
