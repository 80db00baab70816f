import { Hono } from 'hono'
import { readBearer } from '../credentials.ts'
import type { Environment } from '../environment.ts'
import type { World } from '../world.ts'
import { accountsError, invalidFields, resourceNotFound } from './accounts-error.ts'
import { tokenInRequest } from './token-in-request.ts'
import { revoke, secondsLeft } from './tokens.ts'

/** Introspection and revocation (sections 3.5 and 3.6). */
export function createTokens(world: World): Hono<Environment> {
  const app = new Hono<Environment>()

  app.get('/info', (c) => {
    const asked = tokenInRequest(c)
    if (!asked) return invalidFields(c, { code: 'required' })
    const token = readBearer(world, asked) && world.accessTokens.get(asked)
    if (!token) return accountsError(c, 401, 'unauthorized')
    return c.json({
      access_token: token.token,
      account_id: token.accountId,
      client_id: token.clientId,
      expires_in: secondsLeft(world, token),
      organization_id: token.organizationId,
      ...(token.refreshToken && { refresh_token: token.refreshToken }),
      scope: token.scopes.join(','),
      token_type: 'Bearer',
    })
  })

  app.delete('/token', (c) => {
    const token = tokenInRequest(c)
    if (!token || !revoke(world, token)) return resourceNotFound(c, 'token', '')
    return c.json({})
  })

  return app
}
