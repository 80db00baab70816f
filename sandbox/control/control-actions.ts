import {
  issueAccessToken,
  issueCustomerToken,
  revoke,
  revokeWhere,
} from '../accounts/token-store.ts'
import type { Connection } from '../rtm/connection.ts'
import type { RtmServer } from '../rtm/rtm-server.ts'
import { scopesOf } from '../world/scopes.ts'
import type {
  AccessToken,
  Account,
  Client,
  Membership,
  RefreshToken,
  World,
} from '../world/world.ts'

/** One token, or all tokens of an app, of an account, or of an account in an app. */
export interface TokenSelection {
  token?: string
  clientId?: string
  email?: string
}

/** Makes access tokens expire now; a refresh token, too, when `token` names it. */
export function expireTokens(world: World, selection: TokenSelection): number {
  const matches = selects(world, selection)
  const refreshTokens = selection.token ? world.refreshTokens.values() : []
  const tokens = [...world.accessTokens.values(), ...refreshTokens].filter(matches)
  for (const token of tokens) token.expiresAt = world.now()
  world.changes.publish({ type: 'tokens' })
  return tokens.length
}

/** Revokes tokens, access and refresh tokens alike. */
export function revokeTokens(world: World, selection: TokenSelection): number {
  if (selection.token) return revoke(world, selection.token) ? 1 : 0
  return revokeWhere(world, selects(world, selection))
}

export function setTokenLifetime(world: World, clientId: string, seconds: number): void {
  clientOf(world, clientId).tokenLifetime = seconds
}

export function addRedirectUris(world: World, clientId: string, uris: readonly string[]): void {
  clientOf(world, clientId).redirectUris.push(...uris)
}

/** Changes what a person may do in an organization, their first one by default. */
export function setRole(world: World, { email, organizationId, ...changes }: RoleChange): void {
  const account = accountOf(world, email)
  const membership = account.memberships.find(
    (one) => organizationId === undefined || one.organizationId === organizationId,
  )
  if (!membership) throw new RangeError(`${email} is not in the organization ${organizationId}.`)
  Object.assign(membership, changes)
  world.changes.publish({ type: 'role', accountId: account.accountId, changes })
}

/** Open connections of the RTM API: one agent's, or all. */
export function connectionsOf(rtm: RtmServer, email?: string): Connection[] {
  return [...rtm.connections].filter(
    ({ session }) => email === undefined || session?.agentId === email,
  )
}

export type RoleChange = { email: string; organizationId?: string } & Partial<
  Omit<Membership, 'organizationId'>
>

/** Creates an access token without a sign-in. */
export function mintAccessToken(
  world: World,
  wanted: { clientId: string; email: string; organizationId?: string; scopes?: string[] },
): AccessToken {
  const client = clientOf(world, wanted.clientId)
  const account = accountOf(world, wanted.email)
  return issueAccessToken(world, {
    clientId: client.clientId,
    accountId: account.accountId,
    organizationId: wanted.organizationId ?? account.memberships[0].organizationId,
    scopes: wanted.scopes ?? scopesOf(client),
  })
}

/** Creates a customer's token, which agent APIs must refuse. */
export function mintCustomerToken(world: World, clientId: string): AccessToken {
  const client = clientOf(world, clientId)
  return issueCustomerToken(world, client.clientId, client.organizationId)
}

/** Counts logged requests by endpoint. */
export function countRequests(world: World): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { endpoint } of world.requests) counts[endpoint] = (counts[endpoint] ?? 0) + 1
  return counts
}

function selects(world: World, selection: TokenSelection) {
  const accountId = selection.email ? accountOf(world, selection.email).accountId : undefined
  return (one: AccessToken | RefreshToken) =>
    (selection.token === undefined || one.token === selection.token) &&
    (selection.clientId === undefined || one.clientId === selection.clientId) &&
    (accountId === undefined || one.accountId === accountId)
}

function clientOf(world: World, clientId: string): Client {
  const client = world.clients.get(clientId)
  if (!client) throw new RangeError(`The sandbox has no client ${clientId}.`)
  return client
}

function accountOf(world: World, email: string): Account {
  const account = [...world.accounts.values()].find((one) => one.email === email)
  if (!account) throw new RangeError(`The sandbox has no account ${email}.`)
  return account
}
