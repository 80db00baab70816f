import { Hono } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import { readBearer } from '../world/credentials.ts'
import type { AccessToken, World } from '../world/world.ts'
import {
  accountsError,
  accountsErrorBody,
  invalidFields,
  resourceNotFound,
} from './accounts-error.ts'
import { bearerToken } from './bearer-token.ts'
import { parseBody } from './parse-body.ts'
import { ExchangeError, exchange } from './token-exchange.ts'
import { revoke, secondsLeft } from './token-store.ts'

/** Routes that exchange, inspect and revoke tokens (docs/protocol.md 3.2 to 3.6). */
export function createTokenRoutes(world: World): Hono<Environment> {
  const app = new Hono<Environment>()

  app.post('/token', async (c) => {
    const fields = await parseBody(c.req.raw)
    if (!fields) return invalidFields(c, { body: 'neither a form nor a JSON object' })
    try {
      return c.json(tokenBody(exchange(world, fields)))
    } catch (error) {
      if (!(error instanceof ExchangeError)) throw error
      const { message, status, invalidFields: fields } = error
      return c.json(accountsErrorBody(message, fields && { invalid_fields: fields }), status)
    }
  })

  app.get('/info', (c) => {
    const asked = bearerToken(c)
    if (!asked) return invalidFields(c, { code: 'required' })
    const token = readBearer(world, asked) && world.accessTokens.get(asked)
    if (!token) return accountsError(c, 401, 'unauthorized')
    return c.json(tokenBody(token))
  })

  app.delete('/token', (c) => {
    const token = bearerToken(c)
    if (!token || !revoke(world, token)) return resourceNotFound(c, 'token', '')
    return c.json({})
  })

  function tokenBody(token: AccessToken) {
    return {
      access_token: token.token,
      account_id: token.accountId,
      client_id: token.clientId,
      expires_in: secondsLeft(world, token),
      organization_id: token.organizationId,
      ...(token.refreshToken && { refresh_token: token.refreshToken }),
      scope: token.scopes.join(','),
      token_type: 'Bearer',
    }
  }

  return app
}
