/**
 * What an agent knows of their chats, as a value: fed by responses of the Web API, by the live feed, and by what the agent
 * does.
 *
 * @module
 */
export {
  type ChatList,
  type ChatListing,
  createChatList,
  type LoadedRange,
  loadedRange,
} from './chat-list.ts'
export type { ChatOrder } from './chat-order.ts'
export { type ChatRows, placesIn, rowsOf } from './chat-rows.ts'
export {
  customerOf,
  findUser,
  isByCustomer,
  isJoined,
  isMe,
  isSameUser,
  meIn,
  type WithUsers,
} from './chat-users.ts'
export { type Conversation, openedChat } from './conversation.ts'
export { applyUpdate, emptyInbox, type Inbox, outgoingIn } from './inbox.ts'
export type { InboxChat } from './inbox-chat.ts'
export { createInboxStore, type InboxStore } from './inbox-store.ts'
export type { AgentUpdate, InboxUpdate, ResponseUpdate } from './inbox-update.ts'
export { type OutgoingMessage, unacknowledged } from './outgoing-message.ts'
export type { PersistentMap } from './persistent-map.ts'
export { isUnread, shownTime, type Turn, turnOf } from './turn.ts'
export { isInView, type View } from './views.ts'
export { type SneakPeek, type Typing, typingAt, type Writing } from './writing.ts'
