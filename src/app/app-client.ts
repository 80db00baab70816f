import { createSignInClient, type SignInClient, type UncheckedToken } from '../auth/index.ts'
import type { Environment } from './environment.ts'
import { signedInPages } from './loading/load-signed-in-pages.ts'
import { routedApp } from './preload-inbox.ts'

/** The sign-in client of the app. */
export function createAppClient(environment: Environment): SignInClient {
  const { base, clientId, accountsUrl, apiUrl, scopes } = environment

  async function askAhead(accessToken: string, about: UncheckedToken): Promise<void> {
    const [routed, pages] = await Promise.all([routedApp.preload(), signedInPages.preload()])
    if (!routed || !pages) return
    const { inbox } = routed.prepare(client, environment)
    pages.askForChats({ client, inbox, apiUrl, base }, accessToken, about)
  }

  const client = createSignInClient({
    clientId,
    accountsUrl,
    redirectUri: `${location.origin}${base}callback`,
    // For the redirect offered when a pop-up is blocked: it leaves no token in the browser's history.
    redirectGrantType: 'code',
    // Enough time to finish a message.
    expiringAhead: 5 * 60_000,
    onUncheckedToken: (accessToken, about) => void askAhead(accessToken, about),
    ...(scopes && { scopes }),
  })
  return client
}
