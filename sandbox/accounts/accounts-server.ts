import { Hono } from 'hono'
import { type Control, createControl } from '../control/control-routes.ts'
import { allowRegisteredOrigins } from '../server/cors.ts'
import { answerBugs } from '../server/error-handler.ts'
import { bendAnswers } from '../server/fault-injection.ts'
import type { Environment } from '../server/hono-env.ts'
import { logRequests } from '../server/request-log.ts'
import type { World } from '../world/world.ts'
import { createWhoAmI } from './account-routes.ts'
import { accountsErrorBody, resourceNotFound } from './accounts-error.ts'
import { wording } from './accounts-faults.ts'
import { serveAssets } from './assets.ts'
import { authorize, authorizePaths } from './authorize.ts'
import { ooopsPage } from './pages/ooops-page.ts'
import { createSessions } from './session-routes.ts'
import { createTokens } from './token-routes.ts'

/** The accounts server: sign-in pages at the root, the Global Accounts API under `/v2`. */
export function createAccounts(world: World, control: Control | undefined): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError(answerBugs(() => JSON.stringify(accountsErrorBody('server_error'))))
  app.notFound((c) => resourceNotFound(c, 'path', c.req.path))

  if (control) app.route('/sandbox', createControl(world, control))
  app.route('/assets', serveAssets())

  app.use(logRequests(world, endpointOf))
  app.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-store')
  })
  for (const path of apiPaths) app.use(path, allowRegisteredOrigins(world))
  app.use(bendAnswers({ world, endpointOf, wording, leave: isAuthorizationError }))

  app.on(['GET', 'POST'], authorizePaths, authorize(world))
  app.get('/ooops', ooopsPage)
  for (const version of ['/v2', '/']) app.route(version, createTokens(world))
  app.route('/v2', createSessions(world))
  app.route('/v2', createWhoAmI(world))
  return app
}

const apiPaths = ['/v2/*', '/token', '/info']

function endpointOf(request: Request): string {
  const { pathname } = new URL(request.url)
  if (authorizePaths.includes(pathname)) return 'authorize'
  const path = pathname.replace(/^\/(v2\/)?/, '')
  return path.startsWith('sessions/') ? 'sessions' : path
}

/** An `authorize` fault that names an exception and no status travels as a real refusal would. */
function isAuthorizationError(fault: { endpoint: string; status?: number; errorType?: string }) {
  return (
    fault.endpoint === 'authorize' && fault.errorType !== undefined && fault.status === undefined
  )
}
