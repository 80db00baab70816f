import { Hono } from 'hono'
import { createAgentChat } from '../agent-chat/agent-chat.ts'
import { type ApiErrorType, errorTypes } from '../agent-chat/api-error.ts'
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
  body(errorType, status) {
    const type = errorType ?? usualTypes[status] ?? 'internal'
    const message = isErrorType(type) ? errorTypes[type][1] : 'Error'
    const data = type === 'misdirected_request' ? { data: { region: 'dal' } } : {}
    return JSON.stringify({ error: { type, message, ...data } })
  },
  contentType: () => 'application/json',
}

/** The error type of a fault that gives only a status. */
const usualTypes: Record<number, ApiErrorType> = {
  400: 'validation',
  401: 'authentication',
  403: 'authorization',
  404: 'not_found',
  413: 'entity_too_large',
  429: 'too_many_requests',
  503: 'service_unavailable',
  504: 'request_timeout',
}

function isErrorType(name: string): name is ApiErrorType {
  return Object.hasOwn(errorTypes, name)
}
