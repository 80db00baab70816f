import type { SignInRequest, SignInSettings } from './sign-in-options.ts'

/** What must be remembered until LiveChat answers. Nothing in it opens anything by itself. */
export interface PendingSignIn {
  /** Anti-forgery value, 32 random bytes as base64url. */
  state: string
  clientId: string
  accountsUrl: string
  redirectUri: string
  /** Absent: all scopes of the app were asked for. */
  scopes?: readonly string[]
  /** Path of this site to come back to. */
  returnTo: string
  /** Milliseconds since 1970. */
  createdAt: number
}

/** 32 bytes nobody can guess, in characters a URL carries as they are. */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/**
 * Builds the URL that asks LiveChat to sign the agent in, and what to remember for the answer.
 *
 * @param settings Completed options of the app.
 * @param request  This sign-in's wishes, laid over the app's.
 * @param fresh    Values made for this sign-in alone.
 * @see RFC 6749 §4.2.1, https://platform.text.com/docs/authorization/oauth-authorization
 */
export function createAuthorizationRequest(
  settings: SignInSettings,
  request: SignInRequest,
  fresh: { state: string; createdAt: number; returnTo: string },
): { url: string; pending: PendingSignIn } {
  const { clientId, accountsUrl, redirectUri } = settings
  const { scopes, organizationId, emailHint, prompt } = request
  const url = new URL(pathOf(settings, request), accountsUrl)
  const parameters: Record<string, string | undefined> = {
    ...settings.tracking,
    client_id: clientId,
    organization_id: organizationId,
    redirect_uri: redirectUri,
    state: fresh.state,
    response_type: 'token',
    scope: scopes?.join(','),
    prompt,
    flow: request.flow === 'popup' ? 'button' : '',
    email: emailHint,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return {
    url: url.href,
    pending: { ...fresh, clientId, accountsUrl, redirectUri, ...(scopes && { scopes }) },
  }
}

function pathOf(settings: SignInSettings, request: SignInRequest): string {
  const parts = [request.signInPage === 'always' ? 'signin' : '', settings.path]
  return `/${parts.filter(Boolean).join('/')}`
}
