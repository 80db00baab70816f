import type { ReactNode } from 'react'
import { isExpiring } from '../auth/index.ts'
import { liveSessionOf } from '../auth/internal.ts'
import { useSession } from './use-session.ts'

/** Props of {@link SignedIn}, {@link SignedOut} and {@link SessionExpiring}. */
export interface SessionPartProps {
  children?: ReactNode
}

/**
 * Renders its children while there is a session that can make requests, also while the agent signs in again.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function SignedIn({ children }: SessionPartProps): ReactNode {
  return liveSessionOf(useSession()) && children
}

/**
 * Renders its children whenever {@link SignedIn} does not: before and during the first sign-in, once the session has
 * ended, and on a server.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function SignedOut({ children }: SessionPartProps): ReactNode {
  return !liveSessionOf(useSession()) && children
}

/**
 * Renders its children while the session is near its end and cannot renew itself: `expiringAhead` before it, until the
 * agent has signed in again or the session is over.
 *
 * @throws {Error} Without a `LiveChatProvider` above.
 */
export function SessionExpiring({ children }: SessionPartProps): ReactNode {
  return isExpiring(useSession()) && children
}
