import { scopeCatalogue, scopesOf, splitScopes } from '../world/scopes.ts'
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
  const all = scopesOf(client)
  if (requested.some((scope) => !all.includes(scope))) throw oauthError('invalid_scope')
  return requested.length > 0 ? requested : all
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

/** All scopes of the app count, not only the requested ones; but for those an agent may refuse. */
export function checkRole(client: Client, membership: Membership): void {
  if (client.scopes.some((scope) => !mayHold(membership, scope))) {
    throw oauthError('invalid_scope')
  }
}

/** The requested scopes that this person can grant: one they may not hold is optional, or `checkRole` threw. */
export function grantableScopes(request: AuthorizationRequest, membership: Membership): string[] {
  return request.scopes.filter((scope) => mayHold(membership, scope))
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

/** Who grants what in a sign-in. */
export interface Consent {
  request: AuthorizationRequest
  account: Account
  membership: Membership
  /** What they can grant. */
  scopes: readonly string[]
}

/** Whether to ask for consent: never for a private app in its own organization, otherwise once per scope. */
export function needsConsent(world: World, consent: Consent): boolean {
  const { client, forcesConsent } = consent.request
  if (forcesConsent || client.alwaysAsks) return true
  if (client.visibility === 'private') return false
  const decided = world.consents.get(consentKey(consent))
  return !consent.scopes.every((scope) => decided?.has(scope))
}

/** The scopes that the agent did not refuse. */
export function allowedScopes(world: World, consent: Consent): string[] {
  const decided = world.consents.get(consentKey(consent))
  return consent.scopes.filter((scope) => decided?.get(scope) !== false)
}

export function isOptional({ client }: AuthorizationRequest, scope: string): boolean {
  return !client.scopes.includes(scope)
}

/** @param chosen The optional scopes that the agent allows. */
export function rememberConsent(world: World, consent: Consent, chosen: readonly string[]): void {
  const key = consentKey(consent)
  const decided = new Map(world.consents.get(key))
  for (const scope of consent.scopes) {
    decided.set(scope, !isOptional(consent.request, scope) || chosen.includes(scope))
  }
  world.consents.set(key, decided)
}

function consentKey({ request, account, membership }: Consent): string {
  return `${request.client.clientId} ${account.accountId} ${membership.organizationId}`
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
