import { randomId } from '../../older-browsers/index.ts'
import type { Flow, GrantType, SignInRequest, SignInSettings } from '../sign-in-options.ts'

/** A sign-in that waits for LiveChat's response. Nothing in it gives access by itself. */
export interface PendingSignIn {
  /** Anti-forgery value: `statePrefix` and at least 32 random bytes in hexadecimal. */
  state: string
  grantType: GrantType
  flow: Flow
  clientId: string
  accountsUrl: string
  redirectUri: string
  /** Absent: all scopes of the app were requested. */
  scopes?: readonly string[]
  /** Absent: any account will do. */
  expectedAccountId?: string
  /** Path of this site to return to. */
  returnTo: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Mark of the last sign-out in this browser before it began. */
  lastSignOut?: string | null
  /** Code grant only: proves that whoever exchanges the code also asked for it (RFC 7636). */
  codeVerifier?: string
}

/** The URL to send the agent to, and what to keep until the response. */
export interface AuthorizationRequest {
  url: string
  pending: PendingSignIn
}

/** Begins every state of this package, so that a response is told from the parameters of a page or another provider. */
export const statePrefix = 'siwl_'

/** Whether a state was made by this package. Anybody can write one like it: this proves nothing. */
export function hasOurForm(state: string): boolean {
  // The library of the code grant puts an id of its own and a semicolon before ours.
  return /(?:^|;)siwl_[\w-]{20,}$/.test(state)
}

/** Creates a state of 32 random bytes, in characters that need no escaping in a URL. */
export function createState(): string {
  return statePrefix + randomId() + randomId()
}

/** The values that are new for each request. */
export type RequestValues = Pick<PendingSignIn, 'state' | 'createdAt' | 'returnTo' | 'lastSignOut'>

/**
 * Builds the URL that asks LiveChat for a token, and the pending sign-in to keep until the response.
 *
 * @param settings Of the app.
 * @param request  Of this sign-in.
 * @param values   New for this sign-in.
 * @see RFC 6749 §4.2.1, https://platform.text.com/docs/authorization/oauth-authorization
 */
export function createImplicitRequest(
  settings: SignInSettings,
  request: SignInRequest,
  values: RequestValues,
): AuthorizationRequest {
  const parameters = { state: values.state, response_type: 'token' }
  return {
    url: requestUrl(settings, request, parameters),
    pending: pendingSignIn(settings, request, values, 'implicit'),
  }
}

/** What the code grant adds to one request; it takes time to make, because digests are asynchronous. */
export interface CodeChallenge {
  /** In place of the state in the request values. */
  state: string
  codeVerifier: string
  /** The S256 challenge of the verifier. */
  codeChallenge: string
}

/**
 * Builds the URL that asks LiveChat for a code, and the pending sign-in to keep until the response.
 *
 * @see RFC 6749 §4.1.1, RFC 7636 §4.3
 */
export function createCodeRequest(
  settings: SignInSettings,
  request: SignInRequest,
  values: RequestValues,
  { state, codeVerifier, codeChallenge }: CodeChallenge,
): AuthorizationRequest {
  const parameters = {
    state,
    response_type: 'code',
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
  }
  const pending = pendingSignIn(settings, request, { ...values, state }, 'code')
  return {
    url: requestUrl(settings, request, parameters),
    pending: { ...pending, codeVerifier },
  }
}

function requestUrl(
  settings: SignInSettings,
  request: SignInRequest,
  ofGrant: Record<string, string>,
): string {
  const url = new URL(authorizeUrl(settings, request))
  const parameters = {
    ...liveChatParameters(settings, request),
    client_id: settings.clientId,
    redirect_uri: settings.redirectUri,
    scope: request.scopes?.join(','),
    prompt: request.prompt,
    ...ofGrant,
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}

/** Creates what both grants keep of a request. */
function pendingSignIn(
  { clientId, accountsUrl, redirectUri }: SignInSettings,
  { scopes, flow, expectedAccountId }: SignInRequest,
  values: RequestValues,
  grantType: GrantType,
): PendingSignIn {
  return {
    ...values,
    grantType,
    flow: flow ?? 'popup',
    clientId,
    accountsUrl,
    redirectUri,
    ...(scopes && { scopes }),
    ...(expectedAccountId && { expectedAccountId }),
  }
}

/** The authorization endpoint, on the page of the accounts server that was asked for. */
function authorizeUrl(settings: SignInSettings, request: SignInRequest): string {
  const { endpoints, path, accountsUrl } = settings
  const page = { 'when-needed': '', always: 'signin', 'after-sign-out': 'signout' }
  const parts = [page[request.signInPage ?? 'when-needed'], ...path.split(/[\\/]/)]
  const url = new URL(accountsUrl)
  // Assigned, not resolved: whatever is in the path, the host stays LiveChat's.
  url.pathname = endpoints.authorize + parts.filter(Boolean).join('/')
  return url.href
}

/** The parameters LiveChat has beyond OAuth; `flow=button` asks for the response by message. */
function liveChatParameters(
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
