import type { Context } from 'hono'
import { Hono } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import { readBearer } from '../world/credentials.ts'
import { scopeAllows } from '../world/scopes.ts'
import type { AccessToken, AccountsSession, World } from '../world/world.ts'
import { accountsError, insufficientScope, resourceNotFound } from './accounts-error.ts'
import { bearerToken } from './bearer-token.ts'
import { revokeWhere } from './token-store.ts'

/** Routes that list where an account is signed in, and sign it out (docs/protocol.md 3.7). */
export function createSessionRoutes(world: World): Hono<Environment> {
  const app = new Hono<Environment>()

  app.get('/sessions', (c) =>
    withToken(world, c, 'sessions--my:ro', (token) =>
      c.json(sessionsOf(world, token.accountId).map((one) => sessionBody(world, one, token))),
    ),
  )

  app.delete('/sessions', (c) =>
    withToken(world, c, 'sessions--my:rw', (token) => {
      for (const session of sessionsOf(world, token.accountId)) endSession(world, session)
      revokeWhere(world, (one) => one.accountId === token.accountId)
      return c.json({})
    }),
  )

  app.delete('/sessions/:id', (c) =>
    withToken(world, c, 'sessions--my:rw', (token) => {
      const id = c.req.param('id')
      const session = sessionsOf(world, token.accountId).find((one) => one.sessionId === id)
      if (!session) return resourceNotFound(c, 'session', id)
      endSession(world, session)
      return c.json({})
    }),
  )

  return app
}

function withToken(
  world: World,
  c: Context,
  scope: string,
  answer: (token: AccessToken) => Response,
): Response {
  const asked = bearerToken(c) ?? ''
  const token = readBearer(world, asked) && world.accessTokens.get(asked)
  if (!token) return accountsError(c, 401, 'unauthorized')
  return scopeAllows(token.scopes, scope) ? answer(token) : insufficientScope(c)
}

function sessionsOf(world: World, accountId: string): AccountsSession[] {
  return [...world.sessions.values()].filter((one) => one.accountId === accountId)
}

function endSession(world: World, session: AccountsSession): void {
  world.sessions.delete(session.cookie)
  revokeWhere(world, (one) => one.sessionId === session.sessionId)
  for (const [key, code] of world.codes) {
    if (code.sessionId === session.sessionId) world.codes.delete(key)
  }
}

function sessionBody(world: World, session: AccountsSession, caller: AccessToken) {
  return {
    account_id: session.accountId,
    session_id: session.sessionId,
    current: session.sessionId === caller.sessionId,
    user_agent: session.userAgent,
    identity_source: 'credentials',
    ip: session.ip,
    applications: [...session.clientIds].map((clientId) => ({
      name: world.clients.get(clientId)?.name ?? '',
      client_id: clientId,
      session_id: session.sessionId,
    })),
  }
}
