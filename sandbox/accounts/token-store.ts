import { randomBytes } from 'node:crypto'
import type { AccessToken, AuthorizationCode, RefreshToken, World } from '../world/world.ts'

/** How many valid tokens of one kind an app may hold for an account. */
const tokensPerAccount = 25
const codeLifetime = 5 * 60_000
const refreshTokenLifetime = 30 * 24 * 3_600_000

/** Who a token is issued to, and what it allows. */
export interface TokenOwner {
  clientId: string
  accountId: string
  organizationId: string
  scopes: string[]
  sessionId?: string
  family?: string
}

export function issueAccessToken(
  world: World,
  owner: TokenOwner & { refreshToken?: string },
): AccessToken {
  const token: AccessToken = {
    ...owner,
    scopes: [...owner.scopes],
    kind: 'agent',
    token: regionalSecret(world, owner.organizationId),
    issuedAt: world.now(),
    expiresAt: world.now() + lifetimeOf(world, owner.clientId) * 1000,
  }
  world.accessTokens.set(token.token, token)
  forgetOldest(world, world.accessTokens, token)
  return token
}

/** A token of a site visitor, which no agent API accepts. */
export function issueCustomerToken(world: World, clientId: string, organizationId: string) {
  const token: AccessToken = {
    kind: 'customer',
    token: regionalSecret(world, organizationId),
    clientId,
    accountId: crypto.randomUUID(),
    organizationId,
    scopes: [],
    issuedAt: world.now(),
    expiresAt: world.now() + lifetimeOf(world, clientId) * 1000,
  }
  world.accessTokens.set(token.token, token)
  return token
}

export function issueRefreshToken(
  world: World,
  owner: TokenOwner & { family: string },
): RefreshToken {
  const token: RefreshToken = {
    ...owner,
    token: secret(),
    expiresAt: world.now() + refreshTokenLifetime,
    used: false,
  }
  world.refreshTokens.set(token.token, token)
  forgetOldest(world, world.refreshTokens, token)
  return token
}

export function issueCode(
  world: World,
  owner: TokenOwner & Pick<AuthorizationCode, 'redirectUri' | 'challenge'>,
): AuthorizationCode {
  const code: AuthorizationCode = {
    ...owner,
    code: regionalSecret(world, owner.organizationId),
    expiresAt: world.now() + codeLifetime,
    family: crypto.randomUUID(),
    used: false,
  }
  world.codes.set(code.code, code)
  return code
}

/** Forgets an access or refresh token and everything that came from the same code; false when nobody knows it. */
export function revoke(world: World, token: string): boolean {
  const found = world.accessTokens.get(token) ?? world.refreshTokens.get(token)
  if (!found) return false
  world.accessTokens.delete(token)
  world.refreshTokens.delete(token)
  if (found.family) revokeFamily(world, found.family)
  world.changes.publish({ type: 'tokens' })
  return true
}

export function revokeFamily(world: World, family: string): void {
  revokeWhere(world, (one) => one.family === family)
}

export function revokeWhere(
  world: World,
  matches: (token: AccessToken | RefreshToken) => boolean,
): number {
  let revoked = 0
  for (const tokens of [world.accessTokens, world.refreshTokens]) {
    for (const [key, token] of tokens) {
      if (matches(token) && tokens.delete(key)) revoked += 1
    }
  }
  if (revoked > 0) world.changes.publish({ type: 'tokens' })
  return revoked
}

/** The remaining lifetime, rounded up so that a new token shows all of it. */
export function secondsLeft(world: World, token: AccessToken): number {
  return Math.max(0, Math.ceil((token.expiresAt - world.now()) / 1000))
}

export function lifetimeOf(world: World, clientId: string): number {
  return world.clients.get(clientId)?.tokenLifetime ?? 28_800
}

function forgetOldest<Token extends AccessToken | RefreshToken>(
  world: World,
  tokens: Map<string, Token>,
  newest: Token,
): void {
  const siblings = [...tokens].filter(
    ([, one]) => one.clientId === newest.clientId && one.accountId === newest.accountId,
  )
  const alive = siblings.filter(([, one]) => one.expiresAt > world.now() && !isUsed(one))
  const surplus = alive.slice(0, -tokensPerAccount)
  for (const [key] of surplus) tokens.delete(key)
  if (surplus.length > 0) world.changes.publish({ type: 'tokens' })
}

function isUsed(token: AccessToken | RefreshToken): boolean {
  return 'used' in token && token.used
}

function regionalSecret(world: World, organizationId: string): string {
  return `${world.organizations.get(organizationId)?.region ?? 'dal'}:${secret()}`
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}
