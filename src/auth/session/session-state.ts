import type { SignInError } from '../sign-in-error.ts'
import type { Flow } from '../sign-in-options.ts'
import type { EndedSession, Session } from './session.ts'

/** Where the agent stands. A view that handles every `status` handles every case. */
export type SessionState =
  /** `reason`: why the last sign-in failed, or how the last session ended. */
  | { readonly status: 'signed-out'; readonly reason?: SignInError }
  /** `session`: the one being renewed, good or ended; what it shows may stay on screen. */
  | { readonly status: 'signing-in'; readonly flow: Flow; readonly session?: EndedSession }
  /** `reason`: why a renewal failed; the session itself is still good. */
  | { readonly status: 'signed-in'; readonly session: Session; readonly reason?: SignInError }
  /** The session ended by itself; `session` tells whose it was. */
  | { readonly status: 'expired'; readonly session: EndedSession; readonly reason: SignInError }

export interface SessionStore {
  /** The state of this moment; the same object until something changes. */
  getSnapshot(): SessionState
  /** Calls the listener at every change, until the function it returns is called. */
  subscribe(listener: () => void): () => void
  publish(next: SessionState): void
}

/** Holds one state and tells listeners when it is replaced. */
export function createSessionStore(): SessionStore {
  let state: SessionState = { status: 'signed-out' }
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    publish(next) {
      state = next
      for (const listener of [...listeners]) listener()
    },
  }
}

/** Whose data a view may show: the session of a state, good or ended. */
export function sessionOf(state: SessionState): EndedSession | undefined {
  return state.status === 'signed-out' ? undefined : state.session
}
