import { Hono } from 'hono'
import { createAgentChat } from '../agent-chat/agent-chat.ts'
import { errorTypes, faultBody, isErrorType } from '../agent-chat/api-error.ts'
import { createCustomerRoutes } from '../customer/customer-routes.ts'
import type { Environment } from '../lib/hono-env.ts'
import type { World } from '../world/world.ts'
import { allowRegisteredOrigins } from './cors.ts'
import { errorHandler } from './error-handler.ts'
import { type ErrorFormat, injectFaults } from './fault-injection.ts'
import { logRequests } from './request-log.ts'

/** The API server: logging, CORS and faults around the Agent Chat API. */
export function createApiServer(world: World): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError(errorHandler(() => errorFormat.body('internal', 500)))
  app.notFound((c) =>
    c.body(errorFormat.body('not_found', 404), 404, { 'Content-Type': 'application/json' }),
  )
  // No part of LiveChat's API: neither logged nor made to fail.
  app.route('/', createCustomerRoutes(world))
  app.use(logRequests(world, actionOf))
  app.use(allowRegisteredOrigins(world))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(injectFaults({ world, endpointOf: actionOf, errorFormat }))
  app.route('/', createAgentChat(world))
  return app
}

function actionOf(request: Request): string {
  return /\/action\/([^/]+)\/?$/.exec(new URL(request.url).pathname)?.[1] ?? 'unknown'
}

const errorFormat: ErrorFormat = {
  status: (errorType) => (isErrorType(errorType) ? errorTypes[errorType][0] : 500),
  body: (errorType, status) => JSON.stringify(faultBody(errorType, status)),
  contentType: () => 'application/json',
}
