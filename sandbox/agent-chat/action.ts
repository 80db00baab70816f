import * as v from 'valibot'
import type { Inbox } from '../inbox/inbox.ts'
import { type Caller, readCredentials } from '../world/credentials.ts'
import { scopeAllows } from '../world/scopes.ts'
import type { World } from '../world/world.ts'
import { ApiError } from './api-error.ts'
import type { Version } from './version.ts'

/** The request an action handles: who calls, whose inbox, which version. */
export interface Call {
  world: World
  inbox: Inbox
  caller: Caller
  version: Version
  /** The caller's email, which is an agent's id in chats. */
  agentId: string
}

/** One action of the Web API: the scopes it needs, the body it reads, the response it gives. */
export interface Action<Body extends Schema = Schema> {
  /** Lists of scopes; the caller needs one of each list. */
  scopes: string[][]
  body: Body
  answer(call: Call, body: v.InferOutput<Body>): object
}

export type Schema = v.GenericSchema<unknown, unknown>

/** Turns a definition into a handler, so that actions with different bodies share one list. */
export function action<Body extends Schema>(definition: Action<Body>): Handler {
  return async (world, version, request) => {
    const call = identify(world, version, request)
    for (const needed of definition.scopes) requireScope(call.caller, needed)
    return definition.answer(call, await readBody(request, definition.body))
  }
}

export type Handler = (world: World, version: Version, request: Request) => Promise<object>

/** Identifies the caller and checks the region. */
export function identify(world: World, version: Version, request: Request): Call {
  if (request.method !== 'POST') throw new ApiError('validation', 'Only POST is accepted')
  const caller = readCredentials(world, request.headers.get('Authorization'))
  if (!caller) throw new ApiError('authentication', 'Invalid access token')
  const { region, organizationId } = caller.organization
  const asked = request.headers.get('X-Region')
  if (asked !== null && asked !== region) {
    throw new ApiError('misdirected_request', undefined, { region })
  }
  const inbox = world.inboxes.get(organizationId)
  if (!inbox) throw new ApiError('license_not_found')
  return { world, inbox, caller, version, agentId: caller.account.email }
}

export function requireScope(caller: Caller, needed: string[]): void {
  if (needed.some((scope) => scopeAllows(caller.scopes, scope))) return
  throw new ApiError('authorization', `Missing scope: ${needed.join(' or ')}`)
}

async function readBody<Body extends Schema>(
  request: Request,
  schema: Body,
): Promise<v.InferOutput<Body>> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^application\/json\b/i.test(type)) {
    throw new ApiError('validation', '`Content-Type` must be `application/json`')
  }
  const raw: unknown = await request.json().catch(() => {
    throw new ApiError('validation', 'Request body is not valid JSON')
  })
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new ApiError('validation', 'Request body must be a JSON object')
  }
  const read = v.safeParse(schema, raw)
  if (read.success) return read.output
  const [issue] = read.issues
  const path = v.getDotPath(issue)
  throw new ApiError('validation', path ? `\`${path}\`: ${issue.message}` : issue.message)
}
