import type { AccessToken, AuthorizationCode, Client, RefreshToken, World } from '../world/world.ts'
import { verifierMatches } from './pkce.ts'
import { issueAccessToken, issueRefreshToken, revokeFamily } from './token-store.ts'

type Fields = ReadonlyMap<string, string>

/** An error of the token endpoint; LiveChat documents only some of them (docs/protocol.md 3.4 and 11.1, Q7). */
export class ExchangeError extends Error {
  override name = 'ExchangeError'
  readonly status: 401 | 403 | 422
  readonly invalidFields: Record<string, string> | undefined

  constructor(status: 401 | 403 | 422, error: string, invalidFields?: Record<string, string>) {
    super(error)
    this.status = status
    this.invalidFields = invalidFields
  }
}

/** Turns a code or a refresh token into an access token. */
export function exchange(world: World, fields: Fields): AccessToken {
  const { grant_type: grantType } = required(fields, 'grant_type')
  switch (grantType) {
    case 'authorization_code':
      return exchangeCode(world, fields)
    case 'refresh_token':
      return refresh(world, fields)
    default:
      throw new ExchangeError(403, 'unsupported_grant_type')
  }
}

function exchangeCode(world: World, fields: Fields): AccessToken {
  const sent = required(fields, 'code', 'client_id', 'redirect_uri')
  const client = checkClient(world, fields, sent.client_id)
  const code = checkCode(world, client, sent.code, sent.redirect_uri)
  checkVerifier(world, client, code, fields)
  code.used = true
  return issuePair(world, code)
}

function refresh(world: World, fields: Fields): AccessToken {
  const sent = required(fields, 'refresh_token', 'client_id')
  const client = checkClient(world, fields, sent.client_id)
  const token = checkRefreshToken(world, client, sent.refresh_token)
  if (client.type === 'server') return issueAccessToken(world, ownerOf(token, token.token))
  token.used = true
  return issuePair(world, token)
}

function checkClient(world: World, fields: Fields, clientId: string): Client {
  const client = world.clients.get(clientId)
  if (!client) throw new ExchangeError(401, 'unauthorized_client')
  if (
    client.type === 'server' &&
    required(fields, 'client_secret').client_secret !== client.secret
  ) {
    throw new ExchangeError(401, 'unauthorized_client')
  }
  return client
}

function checkCode(
  world: World,
  client: Client,
  value: string,
  redirectUri: string,
): AuthorizationCode {
  const code = world.codes.get(value)
  if (code?.used) revokeFamily(world, code.family)
  if (
    !code ||
    code.used ||
    code.expiresAt <= world.now() ||
    code.clientId !== client.clientId ||
    code.redirectUri !== redirectUri
  ) {
    throw new ExchangeError(401, 'unauthorized_client')
  }
  return code
}

/** Checks the verifier; a wrong one makes the code useless, since whoever sent it did not ask for the code. */
function checkVerifier(
  world: World,
  client: Client,
  code: AuthorizationCode,
  fields: Fields,
): void {
  const { challenge } = code
  if (!challenge && client.type === 'server') {
    if (fields.has('code_verifier')) throw new ExchangeError(401, 'invalid_grant')
    return
  }
  const { code_verifier: verifier } = required(fields, 'code_verifier')
  const acceptLegacy = world.behaviour.acceptLegacyChallenge
  if (challenge && verifierMatches(verifier, challenge, { acceptLegacy })) return
  code.used = true
  throw new ExchangeError(401, 'invalid_grant')
}

function checkRefreshToken(world: World, client: Client, value: string): RefreshToken {
  const token = world.refreshTokens.get(value)
  if (token && token.clientId !== client.clientId) throw new ExchangeError(401, 'invalid_client')
  if (token?.used) revokeFamily(world, token.family)
  if (!token || token.used || token.expiresAt <= world.now()) {
    throw new ExchangeError(401, 'invalid_grant')
  }
  return token
}

function issuePair(world: World, from: AuthorizationCode | RefreshToken): AccessToken {
  const refreshToken = issueRefreshToken(world, { ...ownerOf(from), family: from.family })
  return issueAccessToken(world, ownerOf(from, refreshToken.token))
}

function ownerOf(from: AuthorizationCode | RefreshToken, refreshToken?: string) {
  const { clientId, accountId, organizationId, scopes, sessionId, family } = from
  return {
    clientId,
    accountId,
    organizationId,
    scopes,
    family,
    ...(sessionId !== undefined && { sessionId }),
    ...(refreshToken !== undefined && { refreshToken }),
  }
}

function required<Name extends string>(fields: Fields, ...names: Name[]): Record<Name, string> {
  const missing = names.filter((name) => !fields.get(name))
  if (missing.length > 0) {
    const reasons = Object.fromEntries(missing.map((name) => [name, 'required']))
    throw new ExchangeError(422, 'invalid_request', reasons)
  }
  return Object.fromEntries(names.map((name) => [name, fields.get(name)])) as Record<Name, string>
}
