/**
 * A client of LiveChat's Agent Chat Web API, for an agent who is signed in.
 *
 * @module
 */
export type { AccessTokenSource } from '../access-token/index.ts'
export type { AddAgentToChatRequest } from './add-user-to-chat.ts'
export { type AgentChatClient, createAgentChatClient } from './agent-chat-client.ts'
export { AgentChatError, type AgentChatErrorCode } from './agent-chat-error.ts'
export type { Agent, Chat, ChatUser, Customer, Properties, Queue, ThreadSummary } from './chat.ts'
export type { ChatDetails } from './chat-details.ts'
export {
  basicAuthorization,
  type PersonalAccessToken,
  type PersonalCredentials,
} from './credentials.ts'
export type { CustomerDetails, NamedValue, VisitedPage } from './customer-details.ts'
export type { DeactivateChatRequest } from './deactivate-chat.ts'
export type { ChatEvent, FormField, RichCard } from './event.ts'
export type { AgentProfile } from './get-agent.ts'
export type { GetChatRequest } from './get-chat.ts'
export type { TransferAgent } from './list-agents-for-transfer.ts'
export {
  type ArchiveFilter,
  type ArchivePage,
  highlightEnd,
  highlightStart,
  type ListArchivesRequest,
} from './list-archives.ts'
export type { ChatFilter, ChatPage, ListChatsRequest } from './list-chats.ts'
export type { Group } from './list-groups.ts'
export type { RoutingStatus } from './list-routing-statuses.ts'
export type { ListThreadsRequest, ThreadPage } from './list-threads.ts'
export type { MarkEventsAsSeenRequest } from './mark-events-as-seen.ts'
export type { ResumeChatRequest } from './resume-chat.ts'
export type { NewEvent, SendEventRequest } from './send-event.ts'
export type { SetRoutingStatusRequest } from './set-routing-status.ts'
export type { StartChatRequest, StartedChat } from './start-chat.ts'
export type { TagThreadRequest } from './tag-thread.ts'
export type { Thread } from './thread.ts'
export type { TransferChatRequest } from './transfer-chat.ts'
export { type AgentChatOptions, type CallOptions, liveApiUrl } from './transport.ts'
export { largestFile } from './upload-file.ts'
