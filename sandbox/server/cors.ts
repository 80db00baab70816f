import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { isOriginOf } from '../accounts/redirect-uri.ts'
import type { World } from '../world/world.ts'

/** Lets the pages of registered apps call the servers from the browser, without cookies. */
export function allowRegisteredOrigins(world: World): MiddlewareHandler {
  return cors({
    origin: (origin) => (isRegisteredOrigin(world, origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'DELETE', 'PATCH', 'OPTIONS'],
    allowHeaders: [
      'Authorization',
      'Content-Type',
      'X-Region',
      'X-API-Version',
      'X-Author-Id',
      'Accept',
    ],
    exposeHeaders: ['Legacy', 'Deprecation', 'Retry-After'],
    maxAge: 600,
  })
}

/** Whether an origin is one that a registered app may run on. */
export function isRegisteredOrigin(world: World, origin: string): boolean {
  for (const client of world.clients.values()) {
    if (client.redirectUris.some((uri) => isOriginOf(uri, origin))) return true
  }
  return false
}
