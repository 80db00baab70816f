import * as v from 'valibot'
import type { Inbox } from '../inbox/inbox.ts'
import type { Cause } from '../inbox/inbox-change.ts'
import type { Caller } from '../world/credentials.ts'
import { scopeAllows } from '../world/scopes.ts'
import type { World } from '../world/world.ts'
import { ApiError } from './api-error.ts'
import type { Version } from './version.ts'

/** The agent who sees something: of which inbox, in which version. */
export interface Viewer {
  inbox: Inbox
  caller: Caller
  version: Version
  /** The caller's email, which is an agent's id in chats. */
  agentId: string
}

/** The request an action handles. */
export interface Call extends Viewer {
  world: World
  cause: Cause
}

/** One action of an API: the scopes it needs, the body it reads, the response it gives. */
export interface ActionDefinition<Body extends Schema = Schema> {
  /** The first version that has it; absent: all do. */
  since?: Version
  /** Lists of scopes; the caller needs one of each list. */
  scopes: string[][]
  body: Body
  answer(call: Call, body: v.InferOutput<Body>): object
}

export type Schema = v.GenericSchema<unknown, unknown>

/** An action as the Web API and the RTM API call it. */
export interface Action {
  since: Version | undefined
  requireScopes(caller: Caller): void
  /** @param body What the client sent; it is read first. */
  answer(call: Call, body: unknown): object
}

/** Turns a definition into an action, so that actions with different bodies share one list. */
export function action<Body extends Schema>(definition: ActionDefinition<Body>): Action {
  return {
    since: definition.since,
    requireScopes(caller) {
      for (const needed of definition.scopes) requireScope(caller, needed)
    },
    answer: (call, body) => definition.answer(call, readBody(body, definition.body)),
  }
}

/** The call of somebody whose credentials were read. */
export function createCall(world: World, caller: Caller, version: Version, request?: object): Call {
  const inbox = world.inboxes.get(caller.organization.organizationId)
  if (!inbox) throw new ApiError('license_not_found')
  const agentId = caller.account.email
  const cause = { userId: agentId, ...(request ? { request } : {}) }
  return { world, inbox, caller, version, agentId, cause }
}

export function requireScope(caller: Caller, needed: string[]): void {
  if (needed.some((scope) => scopeAllows(caller.scopes, scope))) return
  throw new ApiError('authorization', `Missing scope: ${needed.join(' or ')}`)
}

export function readBody<Body extends Schema>(raw: unknown, schema: Body): v.InferOutput<Body> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    throw new ApiError('validation', 'Request body must be a JSON object')
  }
  const read = v.safeParse(schema, raw)
  if (read.success) return read.output
  const [issue] = read.issues
  const path = v.getDotPath(issue)
  throw new ApiError('validation', path ? `\`${path}\`: ${issue.message}` : issue.message)
}
