import { SignInError } from '../sign-in-error.ts'
import type { Flow } from '../sign-in-options.ts'
import { type Session, withoutToken } from './session.ts'
import { isExpiring, liveSessionOf, type SessionState, sessionOf } from './session-state.ts'

/** What can happen to a session. */
export type SessionChange =
  | { type: 'sign-in-started'; flow: Flow }
  /** Without `reason`: the agent came back from a redirect by the Back button. */
  | { type: 'sign-in-failed'; reason: SignInError | undefined }
  | { type: 'signed-in'; session: Session }
  /** The session of another tab, which signed in. */
  | { type: 'restored'; session: Session }
  | { type: 'refreshed'; session: Session }
  | { type: 'expiring' }
  /** By time, or because LiveChat ended it. */
  | { type: 'expired'; reason: SignInError }
  | { type: 'signed-out' }
  | { type: 'revocation-failed'; reason: SignInError }

/** Returns the state after a change: the same object when the change means nothing in this state. */
export function nextState(state: SessionState, change: SessionChange): SessionState {
  const session = sessionOf(state)
  const live = liveSessionOf(state)
  switch (change.type) {
    case 'sign-in-started':
      return {
        status: 'signing-in',
        flow: change.flow,
        expiring: isExpiring(state),
        ...(session && { session }),
      }
    case 'sign-in-failed':
      return afterFailure(state, change.reason)
    case 'signed-in':
      return { status: 'signed-in', session: change.session, expiring: false }
    case 'restored':
      return withSession(state, change.session)
    case 'refreshed':
      return live ? withSession(state, change.session) : state
    case 'expiring':
      return live && 'expiring' in state && !state.expiring ? { ...state, expiring: true } : state
    case 'expired': {
      if (!live) return state
      const ended = withoutToken(live)
      return state.status === 'signing-in'
        ? { ...state, session: ended, expiring: false }
        : { status: 'expired', session: ended, reason: change.reason }
    }
    case 'signed-out':
      return state.status === 'signed-out' && !state.reason ? state : { status: 'signed-out' }
    case 'revocation-failed':
      return state.status === 'signed-out' ? { ...state, reason: change.reason } : state
  }
}

/** A sign-in under way goes on: the agent decided to make it. */
function withSession(state: SessionState, session: Session): SessionState {
  const next = { session, expiring: false }
  return state.status === 'signing-in' ? { ...state, ...next } : { status: 'signed-in', ...next }
}

/** The session is what it was before the sign-in, and says why it is not better. */
function afterFailure(state: SessionState, reason: SignInError | undefined): SessionState {
  const because = reason && { reason }
  const live = liveSessionOf(state)
  if (live) {
    return { status: 'signed-in', session: live, expiring: isExpiring(state), ...because }
  }
  const ended = sessionOf(state)
  return ended
    ? { status: 'expired', session: ended, reason: reason ?? new SignInError('session_expired') }
    : { status: 'signed-out', ...because }
}
