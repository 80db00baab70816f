import { SignInError, serverRefusal } from '../sign-in-error.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { hasOurForm, type PendingSignIn } from './authorization-request.ts'
import { isBearer, malformed, readLifetime, readScopes, type TokenGrant } from './token-grant.ts'

/** The parameters of a response, and how they came: a token may only come in the fragment or in a message. */
export interface RawResponse {
  parameters: URLSearchParams
  responseMode: 'fragment' | 'query' | 'message' | 'mixed'
}

/** The fields of LiveChat's responses, by redirect or by message. */
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

/** Every parameter a response can have. */
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

/** Milliseconds a request waits for its response, as in LiveChat's own client. */
export const pendingLifetime = 30 * 60_000

/** One of these makes a response; the others only go with it. */
const resultParameters: ReadonlySet<string> = new Set([
  'access_token',
  'id_token',
  'refresh_token',
  'code',
  'oauth_exception',
  'identity_exception',
  'error',
])

/**
 * Splits a response off a URL.
 *
 * A page may have a `?code=` or `?state=` of its own, or another provider's response. So a response is ours by its
 * state: one that a request waits for, or one of this package's form. On a page that is for responses alone, every
 * response counts, and whatever may hold a token is removed.
 *
 * @param href         The URL of the page.
 * @param responsePage A page for responses alone, if the app has one.
 * @param isAwaited    Whether a request waits for a response with this state.
 * @returns The response, if there is one, and the URL without it: the rest is kept byte for byte.
 */
export function splitResponseUrl(
  href: string,
  responsePage: string | undefined,
  isAwaited: (state: string) => boolean = () => false,
): { response?: RawResponse; cleanUrl: string } {
  const [beforeHash = '', hash = ''] = cutAt(href, '#')
  const [address = '', search = ''] = cutAt(beforeHash, '?')
  const query = splitPairs(search)
  const fragment = splitPairs(hash)
  const pairs = [...query.response, ...fragment.response]
  const parameters = new URLSearchParams(pairs.join('&'))
  const isOurs = parameters.getAll('state').some((state) => hasOurForm(state) || isAwaited(state))
  const isResponsePage =
    responsePage !== undefined && comparable(address) === comparable(responsePage)
  const isResponse =
    isOurs ||
    (isResponsePage && (pairs.some(isResult) || mayHoldToken(search) || mayHoldToken(hash)))
  if (!isResponse) return { cleanUrl: href }

  const inBoth = query.response.length > 0 && fragment.response.length > 0
  const queryRest = query.rest.filter((pair) => !mayHoldToken(pair)).join('&')
  const fragmentRest = fragment.rest.join('&')
  return {
    response: {
      parameters,
      responseMode: inBoth ? 'mixed' : fragment.response.length > 0 ? 'fragment' : 'query',
    },
    cleanUrl:
      address +
      (queryRest && `?${queryRest}`) +
      (fragmentRest && !mayHoldToken(fragmentRest) ? `#${fragmentRest}` : ''),
  }
}

/** Whether text of a URL has a token in it, by whatever separator, case or encoding. */
function mayHoldToken(text: string): boolean {
  const decode = (part: string) =>
    part.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /(?:access|id|refresh)_token/i.test(decode(decode(text)).replace(/[^!-~]/g, ''))
}

declare const validated: unique symbol

/** A response that belongs to our request and is not a refusal; only {@link validateResponse} makes one. */
export interface ValidatedResponse {
  readonly parameters: URLSearchParams
  readonly pending: PendingSignIn
  readonly [validated]: true
}

/**
 * Validates that a response belongs to our request: state first, then refusals, then form.
 *
 * @param response As it came; it is not changed.
 * @param pending  The sign-in it must belong to.
 * @param now      Milliseconds since 1970.
 * @throws {SignInError} `state_mismatch` when `state` is absent or different, `state_expired` when the request
 *   is too old, the server's own word when it refused, or `malformed_response`.
 * @see RFC 6749 §4.1.2, §4.2.2 (responses), §4.1.2.1, §4.2.2.1 (refusals), §10.12 (state); RFC 9207 (iss)
 */
export function validateResponse(
  response: RawResponse,
  pending: PendingSignIn,
  now: number,
): ValidatedResponse {
  const parameters = new URLSearchParams(response.parameters)
  const [state, ...moreStates] = parameters.getAll('state')
  if (state !== pending.state || moreStates.length > 0) throw new SignInError('state_mismatch')
  if (Math.abs(now - pending.createdAt) > pendingLifetime) throw new SignInError('state_expired')

  const refusal =
    parameters.get('oauth_exception') ??
    parameters.get('identity_exception') ??
    parameters.get('error')
  if (refusal !== null) throw serverRefusal(refusal, parameters.get('exception_details'))

  if (hasRepeats(parameters)) throw malformed('a parameter is repeated')
  const { responseMode } = response
  const expectedMode = pending.grantType === 'code' ? 'query' : 'fragment'
  if (responseMode !== expectedMode && responseMode !== 'message') {
    throw malformed('it is in the wrong part of the URL')
  }
  const issuer = parameters.get('iss')
  if (issuer !== null && issuer !== pending.accountsUrl)
    throw malformed('it is from another server')
  // LiveChat leaves the type out of its messages, never out of a redirect.
  if (responseMode === 'message' && !parameters.has('token_type')) {
    parameters.set('token_type', 'Bearer')
  }
  return { parameters, pending } as ValidatedResponse
}

/**
 * Reads the code of a response to the code grant.
 *
 * @throws {SignInError} `malformed_response` when there is none, or a token beside it.
 * @see RFC 6749 §4.1.2
 */
export function readCode({ parameters }: ValidatedResponse): string {
  if (parameters.has('access_token')) throw malformed('it has a token instead of a code')
  const code = parameters.get('code')
  if (!code) throw malformed('the code is missing')
  return code
}

/**
 * Reads the token of a response to the implicit grant.
 *
 * @throws {SignInError} `malformed_response`
 * @see RFC 6749 §4.2.2
 */
export function readImplicitGrant({ parameters }: ValidatedResponse): TokenGrant {
  if (parameters.has('code')) throw malformed('it has a code instead of a token')
  const accessToken = parameters.get('access_token')
  if (!accessToken) throw malformed('the token is missing')
  if (!isBearer(parameters.get('token_type'))) throw malformed('the token type is unknown')
  return withoutUndefined({
    accessToken,
    expiresIn: readLifetime(parameters.get('expires_in')),
    scopes: readScopes(parameters.get('scope')),
    accountId: parameters.get('account_id') || undefined,
    organizationId: parameters.get('organization_id') || undefined,
  })
}

function hasRepeats(parameters: URLSearchParams): boolean {
  return new Set(parameters.keys()).size !== parameters.size
}

function cutAt(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

function splitPairs(text: string): { response: string[]; rest: string[] } {
  const pairs = text === '' ? [] : text.split('&')
  const isOurs = (pair: string) => responseParameters.has(nameOf(pair))
  return { response: pairs.filter(isOurs), rest: pairs.filter((pair) => !isOurs(pair)) }
}

function isResult(pair: string): boolean {
  return resultParameters.has(nameOf(pair))
}

/** Brackets do not hide a parameter: `access_token[a]` is cleaned away like `access_token`. */
function nameOf(pair: string): string {
  const name = new URLSearchParams(pair).keys().next().value ?? ''
  return name.replace(/\[.*/s, '')
}

function comparable(address: string): string {
  return address.replace(/\/$/, '')
}
