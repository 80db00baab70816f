import * as v from 'valibot'
import { type Call, readBody, requireScope, type Schema } from '../agent-chat/action.ts'
import { ApiError } from '../agent-chat/api-error.ts'
import type { Version } from '../agent-chat/version.ts'
import { readCredentials } from '../world/credentials.ts'
import type { Peers, Session } from './session.ts'

/** A request that concerns the connection itself. */
export interface SessionCall {
  call: Call
  session: Session
  version: Version
  peers: Peers
}

/** Returns `close` when the connection ends with the response. */
type SessionAction = (at: SessionCall, payload: unknown) => 'close' | undefined

function sessionAction<Body extends Schema>(
  body: Body,
  perform: (at: SessionCall, body: v.InferOutput<Body>) => 'close' | undefined,
): SessionAction {
  return (at, payload) => perform(at, readBody(payload, body))
}

const nothing = v.object({})

/** Actions that only the RTM API has (docs/protocol.md 9.3), without `login`. */
export const sessionActions: ReadonlyMap<string, SessionAction> = new Map(
  Object.entries({
    ping: sessionAction(nothing, () => undefined),

    logout: sessionAction(
      v.object({ agent_id: v.optional(v.string()) }),
      ({ call, session, peers }, { agent_id }) => {
        if (agent_id === undefined) return 'close'
        if (agent_id !== session.agentId) requireScope(call.caller, ['agents--all:rw'])
        peers.logOut(call, agent_id, session)
        return undefined
      },
    ),

    set_away_status: sessionAction(
      v.object({ away: v.boolean() }),
      ({ call, session, peers }, { away }) => {
        requireScope(call.caller, ['agents--my:rw'])
        session.away = away
        peers.awayChanged(call)
        return undefined
      },
    ),

    update_session: sessionAction(
      v.object({ token: v.string() }),
      ({ call, session, version }, { token }) => {
        if (version !== '3.6') throw new ApiError('not_found', 'Unknown action')
        const caller = readCredentials(call.world, token)
        if (!caller) throw new ApiError('authentication', 'Invalid access token')
        const { account, organization } = caller
        if (
          account.email !== session.agentId ||
          organization.organizationId !== session.organizationId
        ) {
          throw new ApiError('authorization', 'The token belongs to another session')
        }
        session.authorization = token
        return undefined
      },
    ),
  }),
)
