import { type EndedSession, sessionOf } from '../../../auth/index.ts'
import { useSession } from '../../use-session.ts'
import { ownerOf } from './cache-owner.ts'

/** The key of a query about the agent who is signed in; what it loads is nobody else's. */
export function useQueryKey(name: string, ...details: readonly unknown[]): readonly unknown[] {
  return queryKeyOf(sessionOf(useSession()), name, ...details)
}

/** The same outside of a view. */
export function queryKeyOf(
  session: EndedSession | undefined,
  name: string,
  ...details: readonly unknown[]
): readonly unknown[] {
  return [name, session && ownerOf(session), ...details]
}
