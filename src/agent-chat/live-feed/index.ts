/**
 * A connection to LiveChat's push feed, the Agent Chat RTM API: what happens in an agent's chats, as it happens.
 *
 * @module
 */
export type { AccessTokenSource } from '../../access-token/index.ts'
export { AgentChatError, type AgentChatErrorCode } from '../agent-chat-error.ts'
export type { PersonalAccessToken, PersonalCredentials } from '../credentials.ts'
export type { StopReason } from './ending.ts'
export type { LoginResponse } from './frames.ts'
export {
  createLiveFeed,
  type LiveFeed,
  type LiveFeedOptions,
  type LiveFeedState,
  type LiveUpdate,
} from './live-feed.ts'
export type { Assignment, PropertyNames, Push, PushName, RoutingStatus } from './push.ts'
