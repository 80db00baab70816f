import { SignInError } from '../sign-in-error.ts'

/** What LiveChat gave, proved to answer our request. */
export interface TokenGrant {
  accessToken: string
  /** Seconds the token lives from now; absent when LiveChat did not say. */
  expiresIn?: number
  /** Absent when LiveChat did not say. */
  scopes?: readonly string[]
  accountId?: string
  organizationId?: string
  /** Code grant only: buys the next access token. */
  refreshToken?: string
}

type Owner = { readonly [K in 'accountId' | 'organizationId']?: string | undefined }

/** Whether two tokens are of one account in one organization, as far as LiveChat said. */
export function sameOwner(one: Owner, other: Owner): boolean {
  const agree = (a?: string, b?: string) => !a || !b || a === b
  return agree(one.accountId, other.accountId) && agree(one.organizationId, other.organizationId)
}

/** @throws {SignInError} `scope_exceeded` when LiveChat allowed what was not asked for; less is fine. */
export function checkScopes(
  scopes: readonly string[] | undefined,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (asked && scopes && !scopes.every((scope) => asked.includes(scope))) {
    throw new SignInError('scope_exceeded')
  }
  return scopes
}

export function isBearer(tokenType: unknown): boolean {
  return typeof tokenType === 'string' && tokenType.toLowerCase() === 'bearer'
}

const longestLifetime = 30 * 24 * 3600

/**
 * Seconds a token lives, as LiveChat writes them (number or decimal string), at most 30 days.
 *
 * @throws {SignInError} `malformed_response` when it is no positive finite number.
 */
export function readLifetime(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d+(\.\d+)?$/.test(text))
    throw malformed('its lifetime is no number')
  const seconds = Math.floor(Number(text))
  if (seconds < 1 || !Number.isFinite(seconds)) throw malformed('its lifetime is no number')
  return Math.min(seconds, longestLifetime)
}

/** LiveChat writes commas between scopes, RFC 6749 §3.3 blanks; both are read. */
export function readScopes(value: string | null | undefined): readonly string[] | undefined {
  if (value === null || value === undefined) return undefined
  return [...new Set(value.split(/[\s,]+/).filter(Boolean))]
}

export function malformed(details: string): SignInError {
  return new SignInError('malformed_response', { details })
}

type WithoutUndefined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

export function withoutUndefined<T extends object>(value: T): WithoutUndefined<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as WithoutUndefined<T>
}
