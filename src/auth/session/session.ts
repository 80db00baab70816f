import type { TokenGrant } from '../grant/token-grant.ts'
import type { Flow, GrantType } from '../sign-in-options.ts'

/** A completed sign-in, as its session keeps it and the tabs share it. */
export interface SignInRecord {
  /** Names the sign-in, through all its refreshes. */
  id: string
  flow: Flow
  grantType: GrantType
  grant: TokenGrant
  /** Absent: all scopes of the app were requested. */
  requestedScopes?: readonly string[]
  /** When the grant arrived, in milliseconds since 1970. */
  receivedAt: number
  /** Mark of the last sign-out before this sign-in began; a different mark means it has been signed out. */
  lastSignOut: string | null
}

/** LiveChat's data centers, as a token names them. */
export type Region = 'dal' | 'fra'

/** A signed-in agent. Kept in memory only. */
export interface Session {
  /** The agent's access token. No property of the object: it stays out of logs, tables, spreads, JSON and messages. */
  readonly accessToken: string
  readonly tokenType: 'Bearer'
  /** Empty when LiveChat did not say. */
  readonly scopes: readonly string[]
  /** LiveChat granted scopes that were not asked for; which, `scopes` tells. */
  readonly broaderThanAsked: boolean
  /** When the token expires, in milliseconds since 1970, counted from when it arrived. */
  readonly expiresAt: number
  /** LiveChat did not say how long the token lives, so `expiresAt` is its documented default. */
  readonly expiryAssumed: boolean
  readonly accountId: string | undefined
  readonly organizationId: string | undefined
  readonly region: Region
  /** How it began; signing in again with the same grant type keeps the same means to refresh. */
  readonly grantType: GrantType
  /** Names the sign-in it began with: a refresh keeps it, a new sign-in has a new one. */
  readonly signInId: string
}

/** A session without its token: what may stay known of it once it ended. */
export type EndedSession = Omit<Session, 'accessToken'>

/** Copies a session without its token. */
export function withoutToken(session: Session): EndedSession {
  return { ...session }
}

/** Seconds a LiveChat token lives unless it says otherwise. */
export const documentedLifetime = 28_800

/** Keeps the tokens apart from their sessions, which consoles and inspectors show. */
const tokens = new WeakMap<object, string>()

const sessionPrototype = {
  get accessToken(): string | undefined {
    return tokens.get(this)
  },
}

/** Creates the session of a sign-in, or of its refresh. */
export function toSession({
  id,
  grantType,
  grant,
  requestedScopes,
  receivedAt,
}: Omit<SignInRecord, 'flow' | 'lastSignOut'>): Session {
  const session = Object.assign(Object.create(sessionPrototype) as Session, {
    tokenType: 'Bearer' as const,
    scopes: grant.scopes ?? [],
    broaderThanAsked: isBroader(grant.scopes, requestedScopes),
    expiresAt: receivedAt + (grant.expiresIn ?? documentedLifetime) * 1000,
    expiryAssumed: grant.expiresIn === undefined,
    accountId: grant.accountId,
    organizationId: grant.organizationId,
    region: regionOf(grant.accessToken),
    grantType,
    signInId: id,
  })
  tokens.set(session, grant.accessToken)
  return Object.freeze(session)
}

function isBroader(granted: readonly string[] = [], requested?: readonly string[]): boolean {
  return requested !== undefined && granted.some((scope) => !requested.includes(scope))
}

/** Tokens begin with their region: `fra:…`, `fra-a:…`; all others are of the first data center. */
function regionOf(accessToken: string): Region {
  return /^fra(-[ab])?:/.test(accessToken) ? 'fra' : 'dal'
}
