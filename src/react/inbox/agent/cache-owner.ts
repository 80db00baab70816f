import {
  type EndedSession,
  type SessionState,
  type SignInClient,
  sessionOf,
} from '../../../auth/index.ts'

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

/** Calls back when the agent signs out or another one signs in. */
export function onOwnerChange(
  client: Pick<SignInClient, 'getSnapshot' | 'subscribe'>,
  onChange: () => void,
): () => void {
  // After a redirect somebody is signed in from the start.
  let owner = ownerIn(client.getSnapshot())
  return client.subscribe(() => {
    const next = ownerIn(client.getSnapshot())
    if (next === owner) return
    owner = next
    onChange()
  })
}

/** While signing in from nothing there is no session yet, and nothing loaded. */
function ownerIn(state: SessionState): string | undefined {
  const session = sessionOf(state)
  return session && ownerOf(session)
}
