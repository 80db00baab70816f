import { Hono } from 'hono'
import { createAgentChat } from './agent-chat/agent-chat.ts'
import { answerBugs } from './answer-bugs.ts'
import { allowRegisteredOrigins } from './cross-origin.ts'
import type { Environment } from './environment.ts'
import { bendAnswers, type FaultWording } from './faults.ts'
import { logRequests } from './request-log.ts'
import type { World } from './world.ts'

/** The API server: what every call meets before its action. */
export function createApi(world: World): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError(answerBugs(() => wording.body('internal', 500)))
  app.notFound((c) =>
    c.body(wording.body('not_found', 404), 404, { 'Content-Type': 'application/json' }),
  )
  app.use(logRequests(world, actionOf))
  app.use(allowRegisteredOrigins(world))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  app.use(bendAnswers({ world, endpointOf: actionOf, wording }))
  app.route('/', createAgentChat(world))
  return app
}

function actionOf(request: Request): string {
  return /\/action\/([^/]+)\/?$/.exec(new URL(request.url).pathname)?.[1] ?? 'unknown'
}

/** Section 8.5 of the protocol notes. */
const errors: Record<string, [status: number, message: string]> = {
  validation: [400, 'Wrong format of request'],
  authentication: [401, 'Authentication error'],
  authorization: [403, 'Authorization error'],
  missing_access: [403, 'Missing access'],
  limit_reached: [403, 'Limit reached'],
  license_expired: [403, 'License expired'],
  wrong_product_version: [403, 'Wrong product version'],
  not_found: [404, 'Not found'],
  license_not_found: [404, 'License not found'],
  entity_too_large: [413, 'Upload limit exceeded (10MB).'],
  misdirected_request: [400, 'Wrong region'],
  too_many_requests: [429, 'Too many requests'],
  internal: [500, 'Internal server error'],
  service_unavailable: [503, 'Service unavailable'],
  request_timeout: [504, 'Request timed out'],
  chat_inactive: [400, 'Chat is inactive'],
  agent_offline: [400, 'Agent offline'],
  unsupported_version: [400, 'Cannot call unsupported API versions.'],
}

const wording: FaultWording = {
  status: (errorType) => errors[errorType]?.[0] ?? 500,
  body(errorType, status) {
    const [type, [, message]] = Object.entries(errors).find(([name, [usual]]) =>
      errorType === undefined ? usual === status : name === errorType,
    ) ?? [errorType ?? 'internal', [status, 'Internal server error']]
    const data = type === 'misdirected_request' ? { data: { region: 'dal' } } : {}
    return JSON.stringify({ error: { type, message, ...data } })
  },
  contentType: () => 'application/json',
}
