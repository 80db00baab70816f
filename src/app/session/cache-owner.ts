import type { QueryClient } from '@tanstack/react-query'
import {
  type EndedSession,
  type SessionState,
  type SignInClient,
  sessionOf,
} from '../../auth/index.ts'

/** When a renewed session would have ended at first. */
const firstEnds = new Map<number, number>()

/**
 * Whose data a query holds; part of every query key.
 *
 * When LiveChat did not say who signed in, each session is its own owner as long as it is renewed: rather load twice
 * than show the chats of somebody else.
 */
export function ownerOf(session: EndedSession): string {
  const { accountId, organizationId, expiresAt } = session
  return accountId && organizationId
    ? `${accountId} ${organizationId}`
    : `session first until ${firstEnds.get(expiresAt) ?? expiresAt}`
}

/** Forgets everything loaded when the agent signs out or another one signs in. */
export function forgetWithOwner(
  client: Pick<SignInClient, 'getSnapshot' | 'subscribe'>,
  queries: QueryClient,
): () => void {
  let before = client.getSnapshot()
  // After a redirect somebody is signed in from the start.
  let owner = ownerIn(before)
  return client.subscribe(() => {
    const state = client.getSnapshot()
    // Nobody was asked to sign in, so this is the same agent; without a code it is a token of another tab.
    if (
      before.status === 'signed-in' &&
      state.status === 'signed-in' &&
      state.session.grantType === 'code'
    ) {
      const { expiresAt } = before.session
      firstEnds.set(state.session.expiresAt, firstEnds.get(expiresAt) ?? expiresAt)
    }
    before = state
    const next = ownerIn(state)
    if (next !== owner) queries.clear()
    owner = next
  })
}

/** While signing in from nothing there is no session yet, and nothing loaded. */
function ownerIn(state: SessionState): string | undefined {
  const session = sessionOf(state)
  return session && ownerOf(session)
}
