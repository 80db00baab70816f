import { SignInError } from '../sign-in-error.ts'
import { withoutUndefined } from '../without-undefined.ts'

/** A token of LiveChat that was validated as the response to our request. */
export interface TokenGrant {
  accessToken: string
  /** Seconds the token lives from now; absent when LiveChat did not say. */
  expiresIn?: number
  /** Absent when LiveChat did not say. */
  scopes?: readonly string[]
  accountId?: string
  organizationId?: string
  /** Code grant only: gets the next access token. */
  refreshToken?: string
}

type Owner = { readonly [K in 'accountId' | 'organizationId']?: string | undefined }

/** Whether two tokens belong to one account in one organization, as far as LiveChat said. */
export function sameOwner(one: Owner, other: Owner): boolean {
  const agree = (a?: string, b?: string) => !a || !b || a === b
  return agree(one.accountId, other.accountId) && agree(one.organizationId, other.organizationId)
}

/** Whether LiveChat said of both tokens whose they are, and that is the same account and organization. */
export function surelySameOwner(one: Owner, other: Owner): boolean {
  return (
    Boolean(one.accountId && one.organizationId) &&
    sameOwner(one, other) &&
    Boolean(other.accountId && other.organizationId)
  )
}

/** Whether a token type is Bearer, in any case of letters. */
export function isBearer(tokenType: unknown): boolean {
  return typeof tokenType === 'string' && tokenType.toLowerCase() === 'bearer'
}

const longestLifetime = 30 * 24 * 3600

/**
 * Reads a lifetime in seconds, which LiveChat writes as a number or a decimal string; at most 30 days.
 *
 * @throws {SignInError} `malformed_response` when it is not a positive finite number.
 */
export function readLifetime(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d+(\.\d+)?$/.test(text))
    throw malformed('the lifetime is not a number')
  const seconds = Math.floor(Number(text))
  if (seconds < 1 || !Number.isFinite(seconds)) throw malformed('the lifetime is not a number')
  return Math.min(seconds, longestLifetime)
}

/** Reads a list of scopes: LiveChat separates them by commas, RFC 6749 §3.3 by blanks. */
export function readScopes(value: string | null | undefined): readonly string[] | undefined {
  if (value === null || value === undefined) return undefined
  return [...new Set(value.split(/[\s,]/).filter(Boolean))]
}

/** Makes the error for a response that is incomplete or contradicts itself. */
export function malformed(details: string): SignInError {
  return new SignInError('malformed_response', { details })
}

/**
 * Reads the body of a response, which says `invalid_response` where a URL would be a `malformed_response`.
 *
 * @throws {SignInError} What `read` throws, but for that.
 */
export function readBody<T>(read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    if (thrown instanceof SignInError && thrown.code === 'malformed_response') {
      throw new SignInError('invalid_response', { details: thrown.details })
    }
    throw thrown
  }
}

/**
 * Reads the fields that LiveChat's token and info endpoints share.
 *
 * @throws {SignInError} `malformed_response`
 */
export function readTokenFields(body: Readonly<Record<string, unknown>>) {
  return withoutUndefined({
    expiresIn: readLifetime(body.expires_in),
    scopes: readScopes(readText(body.scope)),
    accountId: readText(body.account_id),
    organizationId: readText(body.organization_id),
  })
}

/**
 * Reads a field that must be text; an empty one counts as absent.
 *
 * @throws {SignInError} `malformed_response`
 */
export function readText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw malformed('a field is not text')
  return value
}
