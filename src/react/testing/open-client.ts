import { createSignInClient, type SignInClient, type SignInOptions } from '../../auth/index.ts'
import type { SignInRecord } from '../../auth/session/session.ts'

/**
 * Creates a client that found the session of another tab.
 *
 * @param expiresIn Seconds the session still has.
 */
export async function openSignedInClient(
  expiresIn = 28_800,
  options: Partial<SignInOptions> = {},
): Promise<SignInClient> {
  const record: SignInRecord = {
    id: 'sign-in',
    grant: {
      accessToken: 'dal:secret',
      expiresIn,
      scopes: ['accounts--my:ro'],
      accountId: 'ada',
      organizationId: 'acme',
    },
    grantType: 'implicit',
    flow: 'popup',
    receivedAt: Date.now(),
    lastSignOut: null,
  }
  const client = createSignInClient({
    clientId: 'app',
    ...options,
    shareSession: () => ({
      get: async () => record,
      put() {},
      forget() {},
      refresh: () => undefined,
    }),
  })
  await client.resume()
  return client
}

/** jsdom has no style sheets to adopt; what the parts look like is proven in a browser. */
export function withoutStyleSheets(): void {
  Object.assign(Document.prototype, { adoptedStyleSheets: [] })
  CSSStyleSheet.prototype.replaceSync = () => {}
}
