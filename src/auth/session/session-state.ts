import type { SignInError } from '../sign-in-error.ts'
import type { Flow } from '../sign-in-options.ts'
import type { EndedSession, Session } from './session.ts'

/** The state of the session. A view that handles every `status` handles every case. */
export type SessionState =
  /** `reason`: why the last sign-in failed, or how the last session ended. */
  | { readonly status: 'signed-out'; readonly reason?: SignInError }
  /** `session`: the one to be replaced, still good or ended; what it shows may stay on screen. */
  | {
      readonly status: 'signing-in'
      readonly flow: Flow
      readonly session?: Session | EndedSession
      readonly expiring: boolean
    }
  /**
   * `expiring`: the session ends soon and cannot refresh itself.
   * `reason`: why signing in again failed; the session itself is still good.
   */
  | {
      readonly status: 'signed-in'
      readonly session: Session
      readonly expiring: boolean
      readonly reason?: SignInError
    }
  /** The session ended by itself; `session` tells whose it was. */
  | { readonly status: 'expired'; readonly session: EndedSession; readonly reason: SignInError }

/** The session whose data a view may show, good or ended. */
export function sessionOf(state: SessionState): EndedSession | undefined {
  return state.status === 'signed-out' ? undefined : state.session
}

/** The session that can still make requests, also while the agent is signing in again. */
export function liveSessionOf(state: SessionState): Session | undefined {
  const session = sessionOf(state)
  return session && hasToken(session) ? session : undefined
}

function hasToken(session: EndedSession): session is Session {
  return 'accessToken' in session
}

/** Whether the session ends soon and cannot refresh itself, also while the agent is signing in again. */
export function isExpiring(state: SessionState): boolean {
  return 'expiring' in state && state.expiring
}
