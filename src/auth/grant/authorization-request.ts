import type { Flow, GrantType, SignInRequest, SignInSettings } from '../sign-in-options.ts'

/** What must be remembered until LiveChat answers. Nothing in it opens anything by itself. */
export interface PendingSignIn {
  /** Anti-forgery value, at least 32 random bytes as base64url. */
  state: string
  grantType: GrantType
  flow: Flow
  clientId: string
  accountsUrl: string
  redirectUri: string
  /** Absent: all scopes of the app were asked for. */
  scopes?: readonly string[]
  /** Absent: any account will do. */
  expectedAccountId?: string
  /** Path of this site to come back to. */
  returnTo: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Code grant: what its library must have back to redeem the code, the code verifier among it. */
  redemption?: string
}

/** 32 bytes nobody can guess, in characters a URL carries as they are. */
export function createState(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '')
}

/** Values made for one sign-in alone. */
export type RequestValues = Pick<PendingSignIn, 'state' | 'createdAt' | 'returnTo'>

/**
 * Builds the URL that asks LiveChat for a token, and what to remember for the answer.
 *
 * @param settings Completed options of the app.
 * @param request  This sign-in's wishes, laid over the app's.
 * @param fresh    Values made for this sign-in alone.
 * @see RFC 6749 §4.2.1, https://platform.text.com/docs/authorization/oauth-authorization
 */
export function createImplicitRequest(
  settings: SignInSettings,
  request: SignInRequest,
  fresh: RequestValues,
): { url: string; pending: PendingSignIn } {
  const url = new URL(authorizeUrl(settings, request))
  const parameters = {
    ...liveChatParameters(settings, request),
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    state: fresh.state,
    response_type: 'token',
    scope: request.scopes?.join(','),
    prompt: request.prompt,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return { url: url.href, pending: pendingFor(settings, request, fresh, 'implicit') }
}

/** What both grants remember of a request. */
export function pendingFor(
  { clientId, accountsUrl, redirectUri }: SignInSettings,
  { scopes, flow, expectedAccountId }: SignInRequest,
  fresh: RequestValues,
  grantType: GrantType,
): PendingSignIn {
  return {
    ...fresh,
    grantType,
    flow: flow ?? 'popup',
    clientId,
    accountsUrl,
    redirectUri,
    ...(scopes && { scopes }),
    ...(expectedAccountId && { expectedAccountId }),
  }
}

export function authorizeUrl(settings: SignInSettings, request: SignInRequest): string {
  const parts = [request.signInPage === 'always' ? 'signin' : '', settings.path].filter(Boolean)
  return new URL(settings.endpoints.authorize + parts.join('/'), settings.accountsUrl).href
}

/** What LiveChat knows beyond OAuth; `flow=button` asks for the answer by message. */
export function liveChatParameters(
  settings: SignInSettings,
  { flow, organizationId, emailHint }: SignInRequest,
): Record<string, string> {
  return {
    ...settings.tracking,
    ...(organizationId && { organization_id: organizationId }),
    ...(emailHint && { email: emailHint }),
    flow: flow === 'popup' ? 'button' : '',
  }
}
