import { Hono } from 'hono'
import { createAccountRoutes } from '../accounts/account-routes.ts'
import {
  accountsErrorBody,
  accountsErrorFormat,
  resourceNotFound,
} from '../accounts/accounts-error.ts'
import { serveAssets } from '../accounts/assets.ts'
import { authorize, authorizePaths } from '../accounts/authorize.ts'
import { signOutBrowser } from '../accounts/browser-session.ts'
import { ooopsPage } from '../accounts/pages/ooops-page.ts'
import { sendTo } from '../accounts/response-modes.ts'
import { createSessionRoutes } from '../accounts/session-routes.ts'
import { createTokenRoutes } from '../accounts/token-routes.ts'
import { type Control, createControlRoutes } from '../control/control-routes.ts'
import type { Environment } from '../lib/hono-env.ts'
import type { World } from '../world/world.ts'
import { allowRegisteredOrigins } from './cors.ts'
import { errorHandler } from './error-handler.ts'
import { injectFaults } from './fault-injection.ts'
import { logRequests } from './request-log.ts'

/** The accounts server: sign-in pages at the root, the Global Accounts API under `/v2`. */
export function createAccountsServer(
  world: World,
  control: Control | undefined,
): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError(errorHandler(() => JSON.stringify(accountsErrorBody('server_error'))))
  app.notFound((c) => resourceNotFound(c, 'path', c.req.path))

  if (control) app.route('/sandbox', createControlRoutes(world, control))
  app.route('/assets', serveAssets())
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'))

  app.use(logRequests(world, endpointOf))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  for (const path of apiPaths) app.use(path, allowRegisteredOrigins(world))
  app.use(
    injectFaults({
      world,
      endpointOf,
      errorFormat: accountsErrorFormat,
      skip: isAuthorizationError,
    }),
  )

  app.on(['GET', 'POST'], authorizePaths, authorize(world))
  app.get('/ooops', ooopsPage)
  app.get('/signout', (c) => {
    signOutBrowser(world, c)
    return sendTo(c, `/signin${new URL(c.req.url).search}`)
  })
  for (const version of ['/v2', '/']) app.route(version, createTokenRoutes(world))
  app.route('/v2', createSessionRoutes(world))
  app.route('/v2', createAccountRoutes(world))
  return app
}

const apiPaths = ['/v2/*', '/token', '/info']

function endpointOf(request: Request): string {
  const { pathname } = new URL(request.url)
  if (authorizePaths.includes(pathname)) return 'authorize'
  const path = pathname.replace(/^\/(v2\/)?/, '')
  return path.startsWith('sessions/') ? 'sessions' : path
}

/** Whether a fault names an exception and no status: the authorize endpoint then sends it as a real error. */
function isAuthorizationError(fault: { endpoint: string; status?: number; errorType?: string }) {
  return (
    fault.endpoint === 'authorize' && fault.errorType !== undefined && fault.status === undefined
  )
}
