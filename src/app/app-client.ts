import { createSignInClient, type SignInClient } from '../auth/index.ts'
import type { Environment } from './environment.ts'

/** The sign-in client of the app. */
export function createAppClient({ clientId, accountsUrl, scopes }: Environment): SignInClient {
  return createSignInClient({
    clientId,
    accountsUrl,
    redirectUri: `${location.origin}/callback`,
    // Instead of a blocked pop-up: the one redirect that leaves nothing in the browser's history.
    redirectGrantType: 'code',
    // Time to finish what one is writing.
    expiringAhead: 5 * 60_000,
    ...(scopes && { scopes }),
  })
}
