import { type Context, type Handler, Hono, type MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { clientSchema, redirectUris } from '../lib/client-schema.ts'
import { describeIssues } from '../lib/describe-issues.ts'
import type { Environment } from '../lib/hono-env.ts'
import { isLoopbackAddress, isLoopbackHost } from '../lib/loopback.ts'
import type { Connection } from '../rtm/connection.ts'
import type { RtmServer } from '../rtm/rtm-server.ts'
import type { World } from '../world/world.ts'
import {
  addRedirectUris,
  connectionsOf,
  countRequests,
  expireTokens,
  mintAccessToken,
  mintCustomerToken,
  revokeTokens,
  setRole,
  setTokenLifetime,
} from './control-actions.ts'

export interface Control {
  reset(): void
  rtm: RtmServer
}

const text = v.pipe(v.string(), v.nonEmpty())
const count = v.pipe(v.number(), v.integer(), v.minValue(1))

const nothing = v.strictObject({})
const tokenSelection = v.pipe(
  v.strictObject({
    token: v.exactOptional(text),
    clientId: v.exactOptional(text),
    email: v.exactOptional(text),
  }),
  v.check((one) => Object.keys(one).length > 0, 'name a token, a clientId or an email'),
)
const fault = v.strictObject({
  endpoint: text,
  times: v.exactOptional(count, 1),
  status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  errorType: v.exactOptional(text),
  headers: v.exactOptional(v.record(v.string(), v.string())),
  delay: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
  body: v.exactOptional(v.string()),
  drop: v.exactOptional(v.boolean()),
  loseResponse: v.exactOptional(v.boolean()),
})
const behaviour = v.strictObject({
  completePopupAnswer: v.exactOptional(v.boolean()),
  echoEmptyState: v.exactOptional(v.boolean()),
  announceDenial: v.exactOptional(v.boolean()),
  limitRedirects: v.exactOptional(v.boolean()),
  closePopupAtOnce: v.exactOptional(v.boolean()),
  acceptLegacyChallenge: v.exactOptional(v.boolean()),
})
const role = v.strictObject({
  email: text,
  organizationId: v.exactOptional(text),
  accountsRole: v.exactOptional(v.picklist(['owner', 'administrator', 'member'])),
  liveChatRole: v.exactOptional(v.picklist(['administrator', 'normal'])),
  groupIds: v.exactOptional(v.array(v.number())),
  loginStatus: v.exactOptional(v.picklist(['accepting chats', 'not accepting chats'])),
})
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1))
const rtmSettings = v.strictObject({
  loginTimeout: v.exactOptional(milliseconds),
  idleTimeout: v.exactOptional(milliseconds),
  pendingRequests: v.exactOptional(count),
  connectionsPerAgent: v.exactOptional(count),
  frameSize: v.exactOptional(count),
  requireOrganization: v.exactOptional(v.boolean()),
  refuseForeignOrigins: v.exactOptional(v.boolean()),
  pushFirst: v.exactOptional(v.boolean()),
  pushQueuedMessages: v.exactOptional(v.boolean()),
})
const pushFault = v.strictObject({
  action: v.exactOptional(text),
  times: v.exactOptional(count, 1),
  delay: v.exactOptional(milliseconds),
  duplicate: v.exactOptional(v.boolean()),
  swap: v.exactOptional(v.boolean()),
  lose: v.exactOptional(v.boolean()),
  withoutPayload: v.exactOptional(v.boolean()),
})
const whose = { email: v.exactOptional(text) }
const push = v.strictObject({
  ...whose,
  action: text,
  payload: v.exactOptional(v.unknown()),
  version: v.exactOptional(text),
})
const disconnection = v.strictObject({
  ...whose,
  reason: text,
  region: v.exactOptional(text),
})
const wantedToken = v.strictObject({
  clientId: text,
  email: text,
  organizationId: v.exactOptional(text),
  scopes: v.exactOptional(v.array(text)),
})

/** Routes under `/sandbox/` that control the sandbox while it runs, for this machine only (see sandbox/README.md). */
export function createControlRoutes(world: World, { reset, rtm }: Control): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError((error, c) => {
    if (error instanceof RangeError) return c.json({ error: error.message }, 404)
    throw error
  })
  app.use(onlyThisMachine)

  /** Adds to what waits to happen, or empties it. A reset makes another list. */
  function queue<Schema extends v.GenericSchema>(
    path: string,
    schema: Schema,
    waiting: () => v.InferOutput<Schema>[],
  ) {
    app.post(
      path,
      takes(schema, (one) => void waiting().push(one)),
    )
    app.delete(path, (c) => {
      waiting().length = 0
      return c.json({})
    })
  }

  app.post('/reset', takes(nothing, reset))
  queue('/faults', fault, () => world.faults)
  app.post(
    '/tokens/expire',
    takes(tokenSelection, (one) => ({ expired: expireTokens(world, one) })),
  )
  app.post(
    '/tokens/revoke',
    takes(tokenSelection, (one) => ({ revoked: revokeTokens(world, one) })),
  )
  app.post(
    '/tokens',
    takes(wantedToken, (one) => ({ access_token: mintAccessToken(world, one).token })),
  )
  app.post(
    '/customer-tokens',
    takes(v.strictObject({ clientId: text }), ({ clientId }) => ({
      access_token: mintCustomerToken(world, clientId).token,
    })),
  )
  app.post(
    '/token-lifetime',
    takes(v.strictObject({ clientId: text, seconds: count }), ({ clientId, seconds }) =>
      setTokenLifetime(world, clientId, seconds),
    ),
  )
  app.post(
    '/clock',
    takes(v.strictObject({ advanceSeconds: v.number() }), ({ advanceSeconds }) => {
      world.advance(advanceSeconds * 1000)
      return { now: new Date(world.now()).toISOString() }
    }),
  )
  app.post(
    '/clients',
    takes(clientSchema, (client) => {
      world.clients.set(client.clientId, client)
    }),
  )
  app.post(
    '/redirect-uris',
    takes(v.strictObject({ clientId: text, redirectUris }), (one) =>
      addRedirectUris(world, one.clientId, one.redirectUris),
    ),
  )
  app.post(
    '/behaviour',
    takes(behaviour, (changes) => Object.assign(world.behaviour, changes)),
  )
  app.post(
    '/rtm',
    takes(rtmSettings, (changes) => Object.assign(world.rtm, changes)),
  )
  queue('/push-faults', pushFault, () => world.pushFaults)
  app.post(
    '/pushes',
    takes(push, ({ email, action, payload, version }) =>
      each(rtm, email, (one) => one.push(action, payload, version)),
    ),
  )
  app.get('/connections', (c) =>
    c.json({ connections: connectionsOf(rtm).map(({ session }) => describe(session)) }),
  )
  app.post(
    '/connections/disconnect',
    takes(disconnection, ({ email, reason, region }) =>
      each(rtm, email, (one) => one.disconnect(reason, region ? { region } : undefined)),
    ),
  )
  app.post(
    '/connections/drop',
    takes(v.strictObject(whose), ({ email }) => each(rtm, email, (one) => one.terminate())),
  )
  app.post(
    '/connections/silence',
    takes(v.strictObject(whose), ({ email }) => each(rtm, email, (one) => one.silence())),
  )
  app.post(
    '/roles',
    takes(role, (one) => setRole(world, one)),
  )
  app.get('/requests', (c) => {
    const endpoint = c.req.query('endpoint')
    return c.json({
      counts: countRequests(world),
      requests: world.requests.filter((one) => !endpoint || one.endpoint === endpoint),
    })
  })
  app.delete('/requests', (c) => {
    world.requests.length = 0
    return c.json({})
  })
  return app
}

/** Does something to connections, and counts them. */
function each(
  rtm: RtmServer,
  email: string | undefined,
  act: (connection: Connection) => void,
): { connections: number } {
  const chosen = connectionsOf(rtm, email)
  for (const connection of chosen) act(connection)
  return { connections: chosen.length }
}

function describe(session: Connection['session']): object {
  return session ? { email: session.agentId, away: session.away } : {}
}

/**
 * Callers on other machines are refused, and so are web pages: JSON makes the browser ask first, which is never
 * allowed, and the host keeps out names that were pointed here.
 */
const onlyThisMachine: MiddlewareHandler<Environment> = async (c, next) => {
  const { remoteAddress } = c.env
  const isNear = remoteAddress === undefined || isLoopbackAddress(remoteAddress)
  if (!isNear || !isLoopbackHost(new URL(c.req.url).hostname)) {
    return c.json({ error: 'The sandbox is controlled from its own machine only.' }, 403)
  }
  const isJson = /^application\/json\b/i.test(c.req.header('Content-Type') ?? '')
  if (c.req.method === 'POST' && !isJson) {
    return c.json({ error: 'Send JSON, with Content-Type: application/json.' }, 415)
  }
  return next()
}

/** Handles a call whose JSON body has one shape, and responds with what the action returns. */
function takes<const Schema extends v.GenericSchema>(
  schema: Schema,
  act: (input: v.InferOutput<Schema>) => unknown,
): Handler<Environment> {
  return async (c: Context<Environment>) => {
    const result = v.safeParse(schema, parseJson(await c.req.text()))
    if (!result.success) return c.json({ error: describeIssues(result.issues) }, 400)
    return c.json(asObject(act(result.output)))
  }
}

function asObject(answer: unknown): object {
  return typeof answer === 'object' && answer !== null ? answer : {}
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body === '' ? '{}' : body)
  } catch {
    return undefined
  }
}
