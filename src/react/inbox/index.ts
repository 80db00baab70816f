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
  type SneakPeek,
  shownTime,
  type Turn,
  type Typing,
  turnOf,
  type View,
} from '../../inbox/index.ts'
export {
  type ChatListOptions,
  type ChatListResult,
  useChatList,
} from './chat-list/use-chat-list.ts'
export type { ListEdge } from './chat-list/use-further-pages.ts'
export { useConversation } from './conversation/use-conversation.ts'
export { createInboxClient, type InboxClient, type InboxOptions } from './inbox-client.ts'
export { InboxProvider, type InboxProviderProps, useAgentChat } from './inbox-provider.tsx'
export type { LiveState } from './live/live-connection.ts'
export { useLiveUpdates } from './live/use-live-status.ts'
export { useTyping } from './use-typing.ts'
export { useUnread } from './use-unread.ts'
