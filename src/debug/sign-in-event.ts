import { type SessionState, type SignInErrorCode, sessionOf } from '../auth/index.ts'

/** The state of the session changed. */
export interface StateEvent {
  type: 'state'
  /** When, in milliseconds since 1970. */
  at: number
  status: SessionState['status']
  /** Milliseconds since the state before: of `signed-in`, how long the sign-in took. */
  after: number
  /** How the agent gets to LiveChat, while signing in. */
  flow?: 'popup' | 'redirect'
  /** Why there is no session, or no new one. */
  code?: SignInErrorCode
  /** The session ends soon and cannot renew itself. */
  expiring?: true
  grantType?: 'implicit' | 'code'
  scopes?: readonly string[]
  /** When the session ends, in milliseconds since 1970. */
  expiresAt?: number
}

/** The accounts server was asked. */
export interface RequestEvent {
  type: 'request'
  /** When, in milliseconds since 1970. */
  at: number
  /** Without query and hash. */
  path: string
  /** Milliseconds until the whole response was there. */
  duration: number
  /** HTTP status; undefined where the browser does not say, as when there was no response. */
  status: number | undefined
}

/** What happened. Made of names, numbers and scopes alone, so it may be logged and reported. */
export type SignInEvent = StateEvent | RequestEvent

/**
 * Describes a state. It names what it takes from it, so that nothing a state may hold one day is added by itself.
 *
 * @param since When the state before began.
 */
export function stateEvent(state: SessionState, at: number, since: number): StateEvent {
  const session = sessionOf(state)
  const code = state.status === 'signing-in' ? undefined : state.reason?.code
  return {
    type: 'state',
    at,
    status: state.status,
    after: at - since,
    ...(state.status === 'signing-in' && { flow: state.flow }),
    ...(code && { code }),
    ...('expiring' in state && state.expiring && { expiring: true }),
    ...(session && {
      grantType: session.grantType,
      scopes: session.scopes,
      expiresAt: session.expiresAt,
    }),
  }
}

/** The part of a `PerformanceResourceTiming` that is read. */
export interface ResourceTiming {
  name: string
  initiatorType: string
  startTime: number
  duration: number
  responseStatus?: number
}

/**
 * Describes a request to the accounts server; undefined for any other.
 *
 * @param timeOrigin When `startTime` was 0, in milliseconds since 1970.
 */
export function requestEvent(
  timing: ResourceTiming,
  accountsUrl: string,
  timeOrigin: number,
): RequestEvent | undefined {
  const { origin, pathname } = new URL(timing.name)
  if (timing.initiatorType !== 'fetch' || origin !== new URL(accountsUrl).origin) return undefined
  return {
    type: 'request',
    at: Math.round(timeOrigin + timing.startTime),
    // An id of a session or account is nobody's business.
    path: pathname.replace(/^(\/v2\/sessions)\/.+/, '$1/…'),
    duration: Math.round(timing.duration),
    status: timing.responseStatus || undefined,
  }
}
