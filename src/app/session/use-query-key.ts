import { sessionOf } from '../../auth/index.ts'
import { useSession } from '../../react/index.ts'
import { ownerOf } from './cache-owner.ts'

/** The key of a query about the agent who is signed in; what it loads is nobody else's. */
export function useQueryKey(name: string, ...details: readonly unknown[]): readonly unknown[] {
  const session = sessionOf(useSession())
  return [name, session && ownerOf(session), ...details]
}
