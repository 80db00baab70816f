export {
  type AgentChatClient,
  type AgentChatOptions,
  type CallOptions,
  createAgentChatClient,
  liveApiUrl,
} from './agent-chat-client.ts'
export { AgentChatError, type AgentChatErrorCode } from './agent-chat-error.ts'
export type { Agent, Chat, ChatUser, Customer, Properties, Queue, ThreadSummary } from './chat.ts'
export type { ChatEvent, FormField, RichCard } from './event.ts'
export type { ChatFilter, ChatPage, ListChatsRequest } from './list-chats.ts'
