import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import { logRequest } from '../world/log-request.ts'
import type { LoggedRequest, World } from '../world/world.ts'

/** Logs every request, its Authorization header too, since this is a test tool. */
export function logRequests(
  world: World,
  endpointOf: (request: Request) => string | undefined,
): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const request = c.req.raw
    const endpoint = request.method === 'OPTIONS' ? 'preflight' : endpointOf(request)
    if (!endpoint) return next()
    const entry: LoggedRequest = {
      endpoint,
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
    }
    logRequest(world, entry)
    await next()
    entry.status = c.res.status
  }
}
