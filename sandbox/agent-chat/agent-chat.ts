import { Hono } from 'hono'
import { writeJson } from '../lib/write-json.ts'
import { readCredentials } from '../world/credentials.ts'
import type { World } from '../world/world.ts'
import { type Call, createCall } from './action.ts'
import { agentActions, configurationActions, findAction } from './actions.ts'
import { ApiError } from './api-error.ts'
import { uploadFile } from './upload-file.ts'
import { readVersion, type Version, versionHeaders } from './version.ts'

/** The Agent Chat Web API and the Configuration API (docs/protocol.md 8). */
export function createAgentChat(world: World): Hono {
  const app = new Hono()
  app.all('/:version{v[^/]+}/:api/action/:action', async (context) => {
    const { version: stage, api, action } = context.req.param()
    const version = readVersion(stage.slice(1))
    const request = context.req.raw
    const call = identify(world, version, request)
    const answer = await answerAction(call, api, action, request)
    return context.body(writeJson(answer), 200, {
      'Content-Type': 'application/json',
      ...versionHeaders[version],
    })
  })
  app.notFound(() => new ApiError('not_found').toResponse())
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse()
    console.error(error)
    return new ApiError('internal').toResponse()
  })
  return app
}

async function answerAction(call: Call, api: string, name: string, request: Request) {
  // Its body is a file, so the RTM API has no such action.
  if (api === 'agent' && name === 'upload_file') return uploadFile(call.world, request)
  const actions = api === 'configuration' ? configurationActions : agentActions
  const action = findAction(actions, name, call.version)
  if (!action) throw new ApiError('not_found', 'Unknown action')
  action.requireScopes(call.caller)
  return action.answer(call, await readJson(request))
}

/** Identifies the caller and checks the region. */
function identify(world: World, version: Version, request: Request): Call {
  if (request.method !== 'POST') throw new ApiError('validation', 'Only POST is accepted')
  const caller = readCredentials(world, request.headers.get('Authorization'))
  if (!caller) throw new ApiError('authentication', 'Invalid access token')
  const { region } = caller.organization
  const asked = request.headers.get('X-Region')
  if (asked !== null && asked !== region) {
    throw new ApiError('misdirected_request', undefined, { region })
  }
  return createCall(world, caller, version)
}

async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new ApiError('validation', '`Content-Type` must be `application/json`')
  }
  return request.json().catch(() => {
    throw new ApiError('validation', 'Request body is not valid JSON')
  })
}
