import * as v from 'valibot'
import { AgentChatError, type AgentChatErrorCode, readRegion } from '../agent-chat-error.ts'
import { maybe, read, text } from '../wire.ts'

/** Why LiveChat closed a connection and wants no other. */
export type StopReason =
  /** The token was revoked, or no other can be had for one that ended. */
  | 'signed_out'
  /** Another agent, or another app of this one, signed this agent out. */
  | 'logged_out_remotely'
  /** The agent is connected in too many places; connecting again would take another's place. */
  | 'open_elsewhere'
  /** The account, the license or this package is refused, and will be the next time. */
  | 'refused'

/** What to do when a connection has ended. */
export type NextStep =
  | { step: 'stop'; reason: StopReason; error?: AgentChatError }
  /** `renew`: with another token. `region`: in this one. `soon`: it ended as a matter of course. */
  | { step: 'reconnect'; renew?: true; region?: string; soon?: boolean }

const stopReasons: ReadonlyMap<unknown, StopReason> = new Map(
  Object.entries({
    access_token_revoked: 'signed_out',
    agent_logged_out_remotely: 'logged_out_remotely',
    agent_disconnected_by_server: 'open_elsewhere',
    connection_evicted: 'open_elsewhere',
    too_many_connections: 'open_elsewhere',
    license_expired: 'refused',
    license_not_found: 'refused',
    unsupported_version: 'refused',
  }),
)

const WireDisconnected = v.object({ reason: text, data: maybe(v.object({ region: text })) })

/**
 * Says what to do after LiveChat's `agent_disconnected`. A reason this package does not know is one to reconnect after.
 *
 * @param payload   Of the push.
 * @param wasMoved  Whether LiveChat has named another region before, so that it sends nobody to and fro.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-pushes#agent_disconnected
 */
export function afterDisconnect(payload: unknown, wasMoved: boolean): NextStep {
  const { reason, data } = read(WireDisconnected, payload) ?? {}
  if (reason === 'misdirected_connection') {
    const region = readRegion(data?.region)
    if (wasMoved || region === undefined) return stop('refused')
    return { step: 'reconnect', region, soon: true }
  }
  if (reason === 'access_token_expired') return { step: 'reconnect', renew: true, soon: true }
  const stopReason = stopReasons.get(reason)
  return stopReason ? stop(stopReason) : { step: 'reconnect' }
}

/** Errors of a login after which another will fail, too. */
const lasting: readonly AgentChatErrorCode[] = [
  'authorization',
  'license_expired',
  'license_not_found',
  'requester_awaiting_approval',
  'requester_suspended',
  'seats_limit_exceeded',
  'unsupported_version',
  'validation',
  'wrong_product_version',
]

/** Says what to do after a connection that failed before it was live. */
export function afterFailure(error: unknown): NextStep {
  const isLasting = error instanceof AgentChatError && lasting.includes(error.code)
  return isLasting ? { ...stop('refused'), error } : { step: 'reconnect' }
}

function stop(reason: StopReason): NextStep & { step: 'stop' } {
  return { step: 'stop', reason }
}

const soonDelay = 100
const firstDelay = 1_000
const longestDelay = 60_000

/**
 * Milliseconds to wait before connecting again.
 *
 * @param failures How many connections failed in a row; 0 after one that was live.
 * @param random   From 0 to 1; spreads the connections of agents who were cut off together.
 * @returns At most 60,000.
 */
export function reconnectDelay(failures: number, random: number, soon = false): number {
  if (soon && failures === 0) return soonDelay
  const ceiling = Math.min(firstDelay * 2 ** failures, longestDelay)
  return Math.round(ceiling / 2 + (ceiling / 2) * random)
}
