import { Hono } from 'hono'
import type { World } from '../world.ts'
import type { Handler } from './action.ts'
import { identify } from './action.ts'
import { ApiError } from './api-error.ts'
import { getChat } from './get-chat.ts'
import { listChats } from './list-chats.ts'
import { listThreads } from './list-threads.ts'
import { readVersion, versionHeaders } from './version.ts'

const actions: Record<string, Handler> = {
  get_chat: getChat,
  list_chats: listChats,
  list_threads: listThreads,
}

/** The Agent Chat Web API (section 8 of the protocol notes). */
export function createAgentChat(world: World): Hono {
  const app = new Hono()
  app.all('/:version{v[^/]+}/agent/action/:action', async (context) => {
    const version = readVersion(context.req.param('version').slice(1))
    const handler = actions[context.req.param('action')] ?? unknownAction
    const answer = await handler(world, version, context.req.raw)
    return Response.json(answer, { headers: versionHeaders[version] })
  })
  app.notFound(() => new ApiError('not_found').toResponse())
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse()
    console.error(error)
    return new ApiError('internal').toResponse()
  })
  return app
}

const unknownAction: Handler = async (world, version, request) => {
  identify(world, version, request)
  throw new ApiError('not_found', 'Unknown action')
}
