import * as v from 'valibot'
import { maybe, read, text } from './wire.ts'

/**
 * Why a call failed: `network`, `timed_out`, `invalid_response` or `unknown_error`, or LiveChat's own error type.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api#errors
 */
export type AgentChatErrorCode =
  | 'network'
  | 'timed_out'
  | 'invalid_response'
  | 'authentication'
  | 'authorization'
  | 'missing_access'
  | 'validation'
  | 'not_found'
  | 'chat_inactive'
  | 'agent_offline'
  | 'limit_reached'
  | 'too_many_requests'
  | 'misdirected_request'
  | 'request_timeout'
  | 'service_unavailable'
  | 'internal'
  | 'unsupported_version'
  | 'entity_too_large'
  | 'license_expired'
  | 'license_not_found'
  | 'wrong_product_version'
  | 'pending_requests_limit_reached'
  | 'requester_already_offline'
  | 'requester_awaiting_approval'
  | 'requester_suspended'
  | 'seats_limit_exceeded'
  | 'already_exists'
  | 'chat_anonymized'
  | 'customer_banned'
  | 'greeting_not_found'
  | 'group_not_found'
  | 'group_offline'
  | 'group_unavailable'
  | 'groups_offline'
  | 'not_allowed'
  | 'ownership_transfer'
  | 'users_limit_reached'
  | 'unknown_error'

/** What happened and what to do, for the person at the screen. */
const sentences: Record<AgentChatErrorCode, string> = {
  network:
    'LiveChat’s chat server cannot be reached. Check your connection. If it’s fine, the server may not allow this page (CORS).',
  timed_out: 'LiveChat took too long to respond. Try again.',
  invalid_response:
    'LiveChat sent a response this page does not understand. Try again in a moment.',
  authentication: 'LiveChat no longer accepts this session. Sign in again.',
  authorization: 'This sign-in does not include permission to do that.',
  missing_access:
    'You don’t have access to this chat. Ask an administrator to add you to its group.',
  validation:
    'LiveChat couldn’t process the request. Reload the page. If it happens again, tell the developer of this page.',
  not_found: 'This no longer exists. It may have been deleted.',
  chat_inactive: 'This chat is closed. Reopen it to continue.',
  agent_offline: 'This agent is offline. Choose someone else.',
  limit_reached: 'You’ve reached a limit of your plan or of this chat.',
  too_many_requests: 'LiveChat is getting too many requests. Wait a moment, then try again.',
  misdirected_request: 'This account belongs to another region, which didn’t respond. Try again.',
  request_timeout: 'LiveChat took too long to respond. Try again.',
  service_unavailable: 'LiveChat is not available right now. Try again in a moment.',
  internal: 'LiveChat had a problem. Try again in a moment.',
  unsupported_version:
    'LiveChat no longer supports the API version this page uses. Tell the developer of this page.',
  entity_too_large: 'That’s too large. The limit is 10 MB.',
  license_expired: 'The LiveChat subscription has ended. Ask the account owner to renew it.',
  license_not_found: 'LiveChat can’t find a subscription for this account.',
  wrong_product_version:
    'This account uses another version of LiveChat, which this page doesn’t support.',
  // Types LiveChat lists for its real-time API and its other APIs
  pending_requests_limit_reached: 'Too many requests are waiting. Try again in a moment.',
  requester_already_offline: 'You’re offline in LiveChat. Go online there, then try again.',
  requester_awaiting_approval:
    'Your LiveChat account hasn’t been approved yet. Ask an administrator.',
  requester_suspended: 'Your LiveChat account is suspended. Ask an administrator.',
  seats_limit_exceeded:
    'All seats of your plan are taken. Ask an administrator to free one up or add one.',
  already_exists: 'This already exists. Reload the page to see it.',
  chat_anonymized: 'The customer’s data was removed from this chat, so you can’t add to it.',
  customer_banned: 'This customer is banned. Lift the ban in LiveChat first.',
  greeting_not_found: 'This greeting no longer exists. Choose another.',
  group_not_found: 'This group no longer exists. Choose another.',
  group_offline: 'Nobody in this group is online. Choose another group, or try again later.',
  group_unavailable:
    'This group isn’t taking chats right now. Choose another group, or try again later.',
  groups_offline: 'Nobody in these groups is online. Try again later.',
  not_allowed: 'LiveChat doesn’t allow that here. Ask an administrator.',
  ownership_transfer: 'This account is being transferred to another owner. Try again afterwards.',
  users_limit_reached: 'This chat is full. Someone has to leave first.',
  unknown_error: 'LiveChat refused for an unknown reason. Try again.',
}

/** Lists every code, for tests. */
export function agentChatErrorCodes(): string[] {
  return Object.keys(sentences)
}

/**
 * A failed call of the Agent Chat Web API.
 *
 * `code` is LiveChat's error type where it gave one; `message` tells the person at the screen what to do. Never holds a
 * token.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api#errors
 */
export class AgentChatError extends Error {
  override readonly name = 'AgentChatError'
  /** Why the call failed; stable. */
  readonly code: AgentChatErrorCode
  /** The action that failed, such as `list_chats`. */
  readonly action: string
  /** LiveChat's own message, for developers. */
  readonly serverMessage: string | undefined
  /** LiveChat's error type when it is not a documented one. */
  readonly serverType: string | undefined

  constructor(
    code: AgentChatErrorCode,
    action: string,
    more: {
      cause?: unknown
      serverMessage?: string | undefined
      serverType?: string | undefined
    } = {},
  ) {
    super(sentences[code], more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.action = action
    this.serverMessage = more.serverMessage
    this.serverType = more.serverType
  }
}

const WireError = v.object({
  type: v.string(),
  message: text,
  data: maybe(v.object({ region: text })),
})

/** Why LiveChat refused a request, and the region it names if that is why. */
export interface Refusal {
  error: AgentChatError
  region?: string
}

/**
 * Reads the `error` of a response. Its type decides, never an HTTP status: only the type is documented.
 *
 * @returns undefined when it has no type.
 */
export function readRefusal(action: string, value: unknown): Refusal | undefined {
  const wire = read(WireError, value)
  if (!wire) return undefined
  const code = codeOf(wire.type)
  const error = new AgentChatError(code, action, {
    serverMessage: wire.message,
    serverType: code === 'unknown_error' ? wire.type : undefined,
  })
  const region = code === 'misdirected_request' ? readRegion(wire.data?.region) : undefined
  return region === undefined ? { error } : { error, region }
}

/** Reads the name of a region, which becomes part of requests. */
export function readRegion(value: string | undefined): string | undefined {
  return value && /^[a-z-]{2,8}$/.test(value) ? value : undefined
}

/** Whether a request failed because of its token. */
export function isRefusedToken(thrown: unknown): boolean {
  return thrown instanceof AgentChatError && thrown.code === 'authentication'
}

/** Returns the code for an error type of a response. */
export function codeOf(type: string): AgentChatErrorCode {
  return Object.hasOwn(sentences, type) ? (type as AgentChatErrorCode) : 'unknown_error'
}
