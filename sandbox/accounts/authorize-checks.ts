import { scopeCatalogue, splitScopes } from '../world/scopes.ts'
import { takeFault } from '../world/take-fault.ts'
import type { Account, AuthorizationCode, Client, Membership, World } from '../world/world.ts'
import { identityError, oauthError } from './authorization-error.ts'
import { isWebUri, redirectUriMatches } from './redirect-uri.ts'

/** An authorization request whose parameters are valid; the person who signs in may still be refused. */
export interface AuthorizationRequest {
  client: Client
  redirectUri: string
  /** The origin that a pop-up's or iframe's message goes to; absent when the response is a redirect. */
  messageOrigin?: string
  responseType: 'token' | 'code'
  challenge?: NonNullable<AuthorizationCode['challenge']>
  scopes: string[]
  state?: string
  organizationId?: string
  forcesConsent: boolean
  emailHint: string
}

/** The app and where to respond; until these are known, an error can only be shown on a page of the accounts server. */
export type ReturnAddress = Pick<AuthorizationRequest, 'client' | 'redirectUri' | 'messageOrigin'>

const known = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'prompt',
  'scope',
  'code_challenge',
  'code_challenge_method',
  'organization_id',
  'email',
  'flow',
]

export function checkNothingRepeats(params: URLSearchParams): void {
  if (known.some((name) => params.getAll(name).length > 1)) throw oauthError('invalid_request')
}

export function checkClient(world: World, params: URLSearchParams): Client {
  const clientId = params.get('client_id')
  if (!clientId) throw oauthError('invalid_request')
  const client = world.clients.get(clientId)
  if (!client) throw oauthError('unauthorized_client', 'client_id_not_found')
  return client
}

export function checkRedirectUri(client: Client, params: URLSearchParams): ReturnAddress {
  const redirectUri = params.get('redirect_uri')
  if (client.redirectUris.length === 0) {
    throw oauthError('unauthorized_client', 'redirect_uri_not_set')
  }
  if (!redirectUri) throw oauthError('invalid_request')
  const provesItself = params.get('response_type') === 'code' && params.has('code_challenge')
  if (
    !client.redirectUris.some((one) => redirectUriMatches(one, redirectUri)) ||
    !(isWebUri(redirectUri) || provesItself)
  ) {
    throw oauthError('unauthorized_client', 'invalid_redirect_uri')
  }
  return params.get('flow') === 'button' && isWebUri(redirectUri)
    ? { client, redirectUri, messageOrigin: new URL(redirectUri).origin }
    : { client, redirectUri }
}

/** Throws the exception that a test set for the next request. */
export function checkFaults(world: World): void {
  const fault = takeFault(
    world,
    'authorize',
    (one) => one.errorType !== undefined && one.status === undefined,
  )
  if (!fault?.errorType) return
  throw identityOnly.includes(fault.errorType)
    ? identityError(fault.errorType)
    : oauthError(fault.errorType)
}

const identityOnly = ['unauthorized', 'identity_lost', 'credentials_login_disabled']

export function checkResponseType(params: URLSearchParams): 'token' | 'code' {
  const responseType = params.get('response_type')
  if (!responseType) throw oauthError('invalid_request')
  if (responseType !== 'token' && responseType !== 'code') {
    throw oauthError('unsupported_response_type')
  }
  return responseType
}

/** @see RFC 7636 §4.2, §4.4.1 */
export function checkChallenge(
  client: Client,
  responseType: 'token' | 'code',
  params: URLSearchParams,
): AuthorizationRequest['challenge'] {
  const value = params.get('code_challenge')
  if (responseType === 'token') return undefined
  if (value === null) {
    if (client.type === 'javascript') throw oauthError('invalid_request')
    return undefined
  }
  const method = (params.get('code_challenge_method') || 'plain').toLowerCase()
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(value) || (method !== 'plain' && method !== 's256')) {
    throw oauthError('invalid_request')
  }
  return { value, method: method === 's256' ? 'S256' : 'plain' }
}

export function checkScopes(client: Client, params: URLSearchParams): string[] {
  const requested = splitScopes(params.get('scope') ?? '')
  if (requested.some((scope) => !client.scopes.includes(scope))) throw oauthError('invalid_scope')
  return requested.length > 0 ? requested : client.scopes
}

/** The organization this sign-in is for. */
export function checkMembership(account: Account, organizationId: string | undefined): Membership {
  const membership = organizationId
    ? account.memberships.find((one) => one.organizationId === organizationId)
    : account.memberships[0]
  if (!membership) throw identityError('access_denied', account.email)
  return membership
}

/** A private app exists for one organization only. */
export function checkInstalled(client: Client, membership: Membership): void {
  if (client.visibility === 'private' && client.organizationId !== membership.organizationId) {
    throw oauthError('access_denied')
  }
}

/** All scopes of the app count, not only the requested ones. */
export function checkRole(client: Client, membership: Membership): void {
  if (client.scopes.some((scope) => !mayHold(membership, scope))) {
    throw oauthError('invalid_scope')
  }
}

function mayHold({ accountsRole, liveChatRole }: Membership, scope: string): boolean {
  switch (scopeCatalogue.get(scope)?.role) {
    case 'livechat-administrator':
      return liveChatRole === 'administrator'
    case 'accounts-administrator':
      return accountsRole !== 'member'
    case 'accounts-owner':
      return accountsRole === 'owner'
    case 'anyone':
      return true
    // LiveChat's pages name scopes that no table has.
    case undefined:
      return true
  }
}

/** Whether to ask for consent: never for a private app in its own organization, otherwise once per scope. */
export function needsConsent(
  world: World,
  request: AuthorizationRequest,
  account: Account,
  membership: Membership,
): boolean {
  if (request.forcesConsent || request.client.alwaysAsks) return true
  if (request.client.visibility === 'private') return false
  const allowed = world.consents.get(consentKey(request, account, membership))
  return !request.scopes.every((scope) => allowed?.has(scope))
}

export function rememberConsent(
  world: World,
  request: AuthorizationRequest,
  account: Account,
  membership: Membership,
): void {
  const key = consentKey(request, account, membership)
  world.consents.set(key, new Set([...(world.consents.get(key) ?? []), ...request.scopes]))
}

function consentKey(
  { client }: AuthorizationRequest,
  account: Account,
  membership: Membership,
): string {
  return `${client.clientId} ${account.accountId} ${membership.organizationId}`
}

const loopWindow = 30_000
const loopLimit = 3

/** Stops an app that redirects the agent to sign in over and over. */
export function checkRedirectLoop(
  world: World,
  request: AuthorizationRequest,
  account: Account,
): void {
  if (request.messageOrigin || !world.behaviour.limitRedirects) return
  const key = `${request.client.clientId} ${account.accountId}`
  const recent = (world.redirects.get(key) ?? []).filter((at) => at > world.now() - loopWindow)
  if (recent.length >= loopLimit) throw oauthError('access_denied', 'too_many_redirects')
  world.redirects.set(key, [...recent, world.now()])
}
