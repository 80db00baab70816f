/** Error types of the Agent Chat Web API, kept as they are, and ours for an answer that never came or made no sense. */
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

const sentences: Record<AgentChatErrorCode, string> = {
  network:
    'LiveChat’s chat server cannot be reached. Check your connection; if it is fine, the server may not allow this page (CORS).',
  timed_out: 'LiveChat took too long to answer. Try again.',
  invalid_response: 'LiveChat sent an answer this page does not understand. Try again in a moment.',
  authentication: 'LiveChat no longer accepts this session. Sign in again to go on.',
  authorization: 'This sign-in does not include the right to do that.',
  missing_access:
    'You do not have access to this chat. Ask an administrator to add you to its group.',
  validation:
    'LiveChat could not read the request. Reload the page; if it repeats, tell its developer.',
  not_found: 'This is no longer there. It may have been deleted.',
  chat_inactive: 'This chat is closed. Start it again to go on.',
  agent_offline: 'The agent is offline. Choose somebody else.',
  limit_reached: 'A limit of your plan or of this chat is reached.',
  too_many_requests: 'LiveChat is getting too many requests. Wait a moment, then try again.',
  misdirected_request:
    'LiveChat keeps this account in another data centre, which did not answer. Try again.',
  request_timeout: 'LiveChat took too long to answer. Try again.',
  service_unavailable: 'LiveChat is not available right now. Try again in a moment.',
  internal: 'LiveChat had a problem. Try again in a moment.',
  unsupported_version:
    'LiveChat no longer serves the version this page was made for. Tell its developer.',
  entity_too_large: 'That is too large: 10 MB is the limit.',
  license_expired: 'The LiveChat subscription has ended. Ask the owner of the account to renew it.',
  license_not_found: 'LiveChat does not find a subscription for this account.',
  wrong_product_version:
    'This account uses another version of LiveChat, which this page cannot read.',
  // The rest LiveChat lists for its other APIs.
  pending_requests_limit_reached: 'Too many requests wait for an answer. Try again in a moment.',
  requester_already_offline: 'You are offline in LiveChat. Go online there, then try again.',
  requester_awaiting_approval: 'Your LiveChat account is not approved yet. Ask an administrator.',
  requester_suspended: 'Your LiveChat account is suspended. Ask an administrator.',
  seats_limit_exceeded:
    'All seats of your plan are taken. Ask an administrator to free or add one.',
  already_exists: 'This is there already. Reload the page to see it.',
  chat_anonymized: 'The customer’s data was removed from this chat, so nothing can be added to it.',
  customer_banned: 'This customer is banned. Lift the ban in LiveChat first.',
  greeting_not_found: 'This greeting is no longer there. Choose another.',
  group_not_found: 'This group is no longer there. Choose another.',
  group_offline: 'Nobody of this group is online. Choose another, or try again later.',
  group_unavailable: 'This group takes no chats right now. Choose another, or try again later.',
  groups_offline: 'Nobody of these groups is online. Try again later.',
  not_allowed: 'LiveChat does not allow that here. Ask an administrator.',
  ownership_transfer: 'LiveChat is handing this account to another owner. Try again afterwards.',
  users_limit_reached: 'This chat has as many people as it can take. Somebody has to leave first.',
  unknown_error: 'LiveChat refused for a reason this page does not know. Try again.',
}

/**
 * Why a call of the Agent Chat Web API failed.
 *
 * `code` is LiveChat's error type where it gave one; `message` says what to do. Never holds a token.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api#errors
 */
export class AgentChatError extends Error {
  override readonly name = 'AgentChatError'
  readonly code: AgentChatErrorCode
  /** The action that failed, such as `list_chats`. */
  readonly action: string
  /** LiveChat's own message, for developers. */
  readonly serverMessage: string | undefined
  /** LiveChat's error type when it is none of the documented ones. */
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

/** The code for an error type on the wire. */
export function codeOf(type: string): AgentChatErrorCode {
  return Object.hasOwn(sentences, type) ? (type as AgentChatErrorCode) : 'unknown_error'
}
