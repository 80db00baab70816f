import { Hono } from 'hono'
import { answerBugs } from '../answer-bugs.ts'
import { type Control, createControl } from '../control.ts'
import { allowRegisteredOrigins } from '../cross-origin.ts'
import type { Environment } from '../environment.ts'
import { bendAnswers } from '../faults.ts'
import { logRequests } from '../request-log.ts'
import type { World } from '../world.ts'
import { accountsErrorBody, resourceNotFound } from './accounts-error.ts'
import { wording } from './accounts-faults.ts'
import { serveAssets } from './assets.ts'
import { authorize, authorizePaths } from './authorize.ts'
import { ooopsPage } from './ooops-page.ts'
import { createSessions } from './sessions.ts'
import { createTokens } from './token.ts'
import { createWhoAmI } from './who-am-i.ts'

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
