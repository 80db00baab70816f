import type { QueryClient } from '@tanstack/react-query'
import { type EndedSession, type SignInClient, sessionOf } from '../../auth/index.ts'

/**
 * Whose data a query holds; part of every query key.
 *
 * When LiveChat did not say who signed in, each session is its own owner: rather load twice than show the
 * chats of somebody else.
 */
export function ownerOf(session: EndedSession): string {
  const { accountId, organizationId, expiresAt } = session
  return accountId && organizationId
    ? `${accountId} ${organizationId}`
    : `session until ${expiresAt}`
}

/** Forgets everything loaded when the agent signs out or another one signs in. */
export function forgetWithOwner(client: SignInClient, queries: QueryClient): () => void {
  let owner: string | undefined
  return client.subscribe(() => {
    const state = client.getSnapshot()
    const session = sessionOf(state)
    // While signing in from nothing there is no session yet, and nothing loaded.
    const next = session && ownerOf(session)
    if (next !== owner) queries.clear()
    owner = next
  })
}
