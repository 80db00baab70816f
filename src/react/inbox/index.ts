/**
 * An agent's inbox for React: live lists of chats, conversations, and what it takes to answer. An entry point of its own,
 * since it needs `@tanstack/react-query`.
 *
 * ```tsx
 * const client = createSignInClient({ clientId: '…' })
 * await client.resume()
 * const inbox = createInboxClient(client)
 *
 * <InboxProvider client={inbox}>
 *   <Chats />
 * </InboxProvider>
 * ```
 *
 * @module
 */
export type { StopReason } from '../../agent-chat/live-feed/index.ts'
export {
  type ChatOrder,
  type ChatRows,
  customerOf,
  findUser,
  type InboxChat,
  isByCustomer,
  isInView,
  isJoined,
  isMe,
  isSameUser,
  isUnread,
  type OutgoingMessage,
  type SneakPeek,
  shownTime,
  type Turn,
  type Typing,
  turnOf,
  type View,
} from '../../inbox/index.ts'
export type { AgentServices } from './agent/agent-services.ts'
export { useMyId } from './agent/use-my-id.ts'
export type { PageStart } from './chat-list/chat-pages.ts'
export {
  type ChatListOptions,
  type ChatListResult,
  useChatList,
} from './chat-list/use-chat-list.ts'
export type { ListEdge } from './chat-list/use-further-pages.ts'
export {
  type Attachment,
  type Draft,
  type DraftStorage,
  emptyDraft,
  excessBytes,
  isEmpty,
} from './composer/drafts.ts'
export { isSlowUpload } from './composer/outbox.ts'
export { type Composer, useComposer, useDraft, useHoldsUnsent } from './composer/use-composer.ts'
export { type ConversationResult, useConversation } from './conversation/use-conversation.ts'
export { createInboxClient, type InboxClient, type InboxOptions } from './inbox-client.ts'
export { InboxProvider, type InboxProviderProps, useAgentChat } from './inbox-provider.tsx'
export type { Alert } from './live/alert.ts'
export type { LiveState } from './live/live-connection.ts'
export { type LiveStatus, useLiveStatus, useLiveUpdates } from './live/use-live-status.ts'
export { useAlerts } from './use-alerts.ts'
export { useChat } from './use-chat.ts'
export { type RoutingStatusResult, useRoutingStatus } from './use-routing-status.ts'
export { type TypingResult, useTyping } from './use-typing.ts'
export { useUnread } from './use-unread.ts'
