import type { QueryClient } from '@tanstack/react-query'
import {
  type EndedSession,
  type SessionState,
  type SignInClient,
  sessionOf,
} from '../../auth/index.ts'

/**
 * Whose data a query holds; part of every query key.
 *
 * When LiveChat did not say who signed in, each sign-in is an owner of its own: rather load twice than show the
 * chats of somebody else.
 */
export function ownerOf(session: EndedSession): string {
  const { accountId, organizationId, signInId } = session
  return accountId && organizationId ? `${accountId} ${organizationId}` : `sign-in ${signInId}`
}

/** Forgets everything loaded when the agent signs out or another one signs in. */
export function forgetWithOwner(
  client: Pick<SignInClient, 'getSnapshot' | 'subscribe'>,
  queries: QueryClient,
): () => void {
  // After a redirect somebody is signed in from the start.
  let owner = ownerIn(client.getSnapshot())
  return client.subscribe(() => {
    const next = ownerIn(client.getSnapshot())
    if (next !== owner) queries.clear()
    owner = next
  })
}

/** While signing in from nothing there is no session yet, and nothing loaded. */
function ownerIn(state: SessionState): string | undefined {
  const session = sessionOf(state)
  return session && ownerOf(session)
}
