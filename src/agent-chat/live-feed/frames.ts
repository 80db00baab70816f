import * as v from 'valibot'
import { AgentChatError, readRefusal } from '../agent-chat-error.ts'
import { type Chat, readChat } from '../chat.ts'
import { anything, flag, read, readUnique, text } from '../wire.ts'
import { type PushName, type RoutingStatus, readRoutingStatus } from './push.ts'

/** The version of the API whose pushes this package reads. */
export const apiVersion = '3.6'

/** A message of LiveChat. */
export type Frame =
  | { type: 'response'; requestId: string; isSuccess: boolean; payload: unknown }
  | { type: 'push'; action: string; payload: unknown }

const WireFrame = v.object({
  type: text,
  action: text,
  request_id: text,
  success: flag,
  payload: anything,
})

/** Reads a message of LiveChat; undefined for one that is neither a response nor a push. Never throws. */
export function readFrame(data: unknown): Frame | undefined {
  const wire = read(WireFrame, parseJson(data))
  if (!wire) return undefined
  const { type, action, request_id, success, payload } = wire
  if (type === 'push' && action !== undefined) return { type, action, payload }
  if (type !== 'response' || request_id === undefined) return undefined
  return { type, requestId: request_id, isSuccess: success === true, payload }
}

function parseJson(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined
  } catch {
    return undefined
  }
}

/** Reads why LiveChat refused a request. */
export function readFrameError(action: string, payload: unknown): AgentChatError {
  const { error } = read(v.object({ error: anything }), payload) ?? {}
  return readRefusal(action, error)?.error ?? new AgentChatError('unknown_error', action)
}

/** What a login asks for. */
export interface LoginRequest {
  /** As in the header of a request to the Web API. */
  authorization: string
  pushes: readonly PushName[]
  application: { name: string; version: string }
  /** Whether nobody is at this connection. */
  away: boolean
}

/**
 * The payload of `login`. It keeps the status the agent has, so that being connected never makes an agent take chats.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-reference#login
 */
export function loginPayload({ authorization, pushes, application, away }: LoginRequest): object {
  return {
    token: authorization,
    application,
    reconnect: true,
    away,
    pushes: { [apiVersion]: [...pushes, 'agent_disconnected'] },
  }
}

/** What LiveChat says to an agent who has logged in. */
export interface LoginResponse {
  agentId: string
  /** Undefined when LiveChat did not say. */
  routingStatus: RoutingStatus | undefined
  /** All chats that are open now. */
  activeChats: Chat[]
}

const WireLogin = v.object({
  my_profile: v.object({ id: v.string(), routing_status: text }),
  chats_summary: anything,
})

/**
 * Reads the response to `login`.
 *
 * @throws {AgentChatError} `invalid_response`
 */
export function readLogin(payload: unknown): LoginResponse {
  const wire = read(WireLogin, payload)
  if (!wire) throw new AgentChatError('invalid_response', 'login')
  return {
    agentId: wire.my_profile.id,
    routingStatus: readRoutingStatus(wire.my_profile.routing_status),
    activeChats: readUnique(wire.chats_summary, readChat, ({ id }) => id),
  }
}
