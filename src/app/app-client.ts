import { createSignInClient, type SignInClient } from '../auth/index.ts'
import type { Environment } from './environment.ts'

/** The sign-in client of the app. */
export function createAppClient({
  base,
  clientId,
  accountsUrl,
  scopes,
}: Environment): SignInClient {
  return createSignInClient({
    clientId,
    accountsUrl,
    redirectUri: `${location.origin}${base}callback`,
    // For the redirect offered when a pop-up is blocked: it leaves no token in the browser's history.
    redirectGrantType: 'code',
    // Enough time to finish a message.
    expiringAhead: 5 * 60_000,
    ...(scopes && { scopes }),
  })
}
