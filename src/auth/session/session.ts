import type { TokenGrant } from '../grant/token-grant.ts'
import type { GrantType } from '../sign-in-options.ts'

/** LiveChat's data centres, as a token names them. */
export type Region = 'dal' | 'fra'

/** A signed-in agent. Lives in memory only. */
export interface Session {
  /**
   * The agent's access token. Not enumerable: it stays out of logs, spreads, JSON and messages.
   */
  readonly accessToken: string
  readonly tokenType: 'Bearer'
  /** Empty when LiveChat did not say. */
  readonly scopes: readonly string[]
  /** When the token ends, in milliseconds since 1970, counted from when it arrived. */
  readonly expiresAt: number
  /** LiveChat did not say how long the token lives, so `expiresAt` is its documented default. */
  readonly expiryAssumed: boolean
  readonly accountId: string | undefined
  readonly organizationId: string | undefined
  readonly region: Region
  /** How it began; signing in again the same way brings back the same rights to renew. */
  readonly grantType: GrantType
}

/** A session without its token: what may stay known of it once it ended. */
export type EndedSession = Omit<Session, 'accessToken'>

/** Lets go of the token; it is not enumerable, so a copy has none. */
export function withoutToken(session: Session): EndedSession {
  return { ...session }
}

/** Seconds a LiveChat token lives unless it says otherwise. */
export const documentedLifetime = 28_800

/**
 * Makes a session of a complete grant.
 *
 * @param grant      What LiveChat gave.
 * @param receivedAt When it arrived, in milliseconds since 1970.
 * @param grantType  How it was obtained.
 */
export function toSession(grant: TokenGrant, receivedAt: number, grantType: GrantType): Session {
  const session = {
    tokenType: 'Bearer' as const,
    scopes: grant.scopes ?? [],
    expiresAt: receivedAt + (grant.expiresIn ?? documentedLifetime) * 1000,
    expiryAssumed: grant.expiresIn === undefined,
    accountId: grant.accountId,
    organizationId: grant.organizationId,
    region: regionOf(grant.accessToken),
    grantType,
  }
  return Object.freeze(
    Object.defineProperty(session, 'accessToken', { value: grant.accessToken }) as Session,
  )
}

/** Tokens begin with their region: `fra:…`, `fra-a:…`; everything else is in the first data centre. */
function regionOf(accessToken: string): Region {
  return /^fra(-[ab])?:/.test(accessToken) ? 'fra' : 'dal'
}
