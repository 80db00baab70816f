import type { Account, Membership, Organization, World } from './world.ts'

/** The caller of a request, and their scopes. */
export interface Caller {
  account: Account
  membership: Membership
  organization: Organization
  scopes: string[]
  /** Absent for a personal access token. */
  accessToken?: string
}

/** Reads `Authorization: Bearer <access token>` or `Basic base64(account_id:PAT)`; undefined when it opens nothing. */
export function readCredentials(
  world: World,
  authorization: string | null | undefined,
): Caller | undefined {
  const [scheme = '', value = ''] = (authorization ?? '').trim().split(/\s+/, 2)
  if (scheme.toLowerCase() === 'bearer') return readBearer(world, value)
  if (scheme.toLowerCase() === 'basic') return readBasic(world, value)
  return undefined
}

export function readBearer(world: World, token: string): Caller | undefined {
  const found = world.accessTokens.get(token)
  if (found?.kind !== 'agent' || found.expiresAt <= world.now()) return undefined
  const caller = callerOf(world, found.accountId, found.organizationId, found.scopes)
  return caller && { ...caller, accessToken: token }
}

function readBasic(world: World, encoded: string): Caller | undefined {
  const pair = Buffer.from(encoded, 'base64').toString()
  const colon = pair.indexOf(':')
  const found = world.personalAccessTokens.get(pair.slice(colon + 1))
  if (colon < 0 || found?.accountId !== pair.slice(0, colon)) return undefined
  return callerOf(world, found.accountId, found.organizationId, found.scopes)
}

function callerOf(
  world: World,
  accountId: string,
  organizationId: string,
  scopes: string[],
): Caller | undefined {
  const account = world.accounts.get(accountId)
  const organization = world.organizations.get(organizationId)
  const membership = account?.memberships.find((one) => one.organizationId === organizationId)
  return account && organization && membership && { account, membership, organization, scopes }
}
