import { type AddAgentToChatRequest, addAgentToChatBody } from './add-user-to-chat.ts'
import type { CustomerDetails } from './customer-details.ts'
import { type DeactivateChatRequest, deactivateChatBody } from './deactivate-chat.ts'
import { type AgentProfile, toGotAgent } from './get-agent.ts'
import { type GetChatRequest, getChatBody, type OpenedChat, toGotChat } from './get-chat.ts'
import { toGotCustomer } from './get-customer.ts'
import { type TransferAgent, toTransferAgents } from './list-agents-for-transfer.ts'
import {
  type ArchivePage,
  type ListArchivesRequest,
  listArchivesBody,
  toArchivePage,
} from './list-archives.ts'
import { type ChatPage, type ListChatsRequest, listChatsBody, toChatPage } from './list-chats.ts'
import {
  type ListThreadsRequest,
  listThreadsBody,
  type ThreadPage,
  toThreadPage,
} from './list-threads.ts'
import { type MarkEventsAsSeenRequest, markEventsAsSeenBody } from './mark-events-as-seen.ts'
import { type ResumeChatRequest, resumeChatBody, toResumedThreadId } from './resume-chat.ts'
import { type SendEventRequest, sendEventBody, toSentEventId } from './send-event.ts'
import {
  type StartChatRequest,
  type StartedChat,
  startChatBody,
  toStartedChat,
} from './start-chat.ts'
import { type TagThreadRequest, tagThreadBody } from './tag-thread.ts'
import { type TransferChatRequest, transferChatBody } from './transfer-chat.ts'
import { type AgentChatOptions, type CallOptions, createCall } from './transport.ts'
import { toUploadedUrl, uploadFileBody } from './upload-file.ts'

/**
 * What an agent can do with chats. Every method rejects with an {@link AgentChatError}, or with the reason of its
 * `signal`.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api
 */
export interface AgentChatClient {
  /** Lists chats, newest first. */
  listChats(request?: ListChatsRequest, options?: CallOptions): Promise<ChatPage>
  /** Lists the threads of a chat with their events, newest thread first. */
  listThreads(request: ListThreadsRequest, options?: CallOptions): Promise<ThreadPage>
  /** Opens a chat with one of its threads. */
  getChat(request: GetChatRequest, options?: CallOptions): Promise<OpenedChat>
  /** Searches closed threads, newest first. */
  listArchives(request?: ListArchivesRequest, options?: CallOptions): Promise<ArchivePage>
  /**
   * Writes to the open thread of a chat the agent is in.
   *
   * @returns The id of the event.
   */
  sendEvent(request: SendEventRequest, options?: CallOptions): Promise<string>
  /** Opens a chat, with a customer or among agents. */
  startChat(request?: StartChatRequest, options?: CallOptions): Promise<StartedChat>
  /**
   * Opens a new thread in a closed chat, with the agent in it.
   *
   * @returns The id of the thread.
   */
  resumeChat(request: ResumeChatRequest, options?: CallOptions): Promise<string>
  /** Closes the open thread of a chat. */
  deactivateChat(request: DeactivateChatRequest, options?: CallOptions): Promise<void>
  /** The agent hears of a chat they are not in. */
  followChat(chatId: string, options?: CallOptions): Promise<void>
  /** Not for chats the agent is in. */
  unfollowChat(chatId: string, options?: CallOptions): Promise<void>
  /** Brings an agent into the open thread of a chat. */
  addAgentToChat(request: AddAgentToChatRequest, options?: CallOptions): Promise<void>
  /** Hands a chat to another agent or group. */
  transferChat(request: TransferChatRequest, options?: CallOptions): Promise<void>
  /** Who could take a chat, the least busy first. */
  listAgentsForTransfer(chatId: string, options?: CallOptions): Promise<TransferAgent[]>
  /** Says up to when the agent has read. */
  markEventsAsSeen(request: MarkEventsAsSeenRequest, options?: CallOptions): Promise<void>
  /** Puts a tag on a thread. */
  tagThread(request: TagThreadRequest, options?: CallOptions): Promise<void>
  /** Takes a tag off a thread. */
  untagThread(request: TagThreadRequest, options?: CallOptions): Promise<void>
  /** What LiveChat knows of a customer. */
  getCustomer(customerId: string, options?: CallOptions): Promise<CustomerDetails>
  /** From the Configuration API; with the scope `agents--my:ro` only for the agent who asks. */
  getAgent(agentId: string, options?: CallOptions): Promise<AgentProfile>
  /**
   * Uploads a file of at most 10 MB, to be sent as an event.
   *
   * @returns Where it lies.
   */
  uploadFile(file: File, options?: CallOptions): Promise<string>
}

/**
 * Creates a client of LiveChat's Agent Chat Web API for use in a browser.
 *
 * The token goes to `apiUrl` and nowhere else. What LiveChat refused because it is busy, or because of the token or
 * the region, is asked again; a call that may have arrived never is.
 *
 * @throws {TypeError} When `apiUrl` is no URL.
 */
export function createAgentChatClient(options: AgentChatOptions): AgentChatClient {
  const call = createCall(options)
  const tell = async (action: string, body: object, callOptions?: CallOptions) => {
    await call(action, body, callOptions)
  }
  return {
    listChats: async (request = {}, more) =>
      toChatPage(await call('list_chats', listChatsBody(request), more)),
    listThreads: async (request, more) =>
      toThreadPage(await call('list_threads', listThreadsBody(request), more)),
    getChat: async (request, more) => toGotChat(await call('get_chat', getChatBody(request), more)),
    listArchives: async (request = {}, more) =>
      toArchivePage(await call('list_archives', listArchivesBody(request), more)),
    sendEvent: async (request, more) =>
      toSentEventId(await call('send_event', sendEventBody(request), more)),
    startChat: async (request = {}, more) =>
      toStartedChat(await call('start_chat', startChatBody(request), more)),
    resumeChat: async (request, more) =>
      toResumedThreadId(await call('resume_chat', resumeChatBody(request), more)),
    deactivateChat: (request, more) => tell('deactivate_chat', deactivateChatBody(request), more),
    followChat: (chatId, more) => tell('follow_chat', { id: chatId }, more),
    unfollowChat: (chatId, more) => tell('unfollow_chat', { id: chatId }, more),
    addAgentToChat: (request, more) => tell('add_user_to_chat', addAgentToChatBody(request), more),
    transferChat: (request, more) => tell('transfer_chat', transferChatBody(request), more),
    listAgentsForTransfer: async (chatId, more) =>
      toTransferAgents(await call('list_agents_for_transfer', { chat_id: chatId }, more)),
    markEventsAsSeen: (request, more) =>
      tell('mark_events_as_seen', markEventsAsSeenBody(request), more),
    tagThread: (request, more) => tell('tag_thread', tagThreadBody(request), more),
    untagThread: (request, more) => tell('untag_thread', tagThreadBody(request), more),
    getCustomer: async (customerId, more) =>
      toGotCustomer(await call('get_customer', { id: customerId }, more)),
    getAgent: async (agentId, more) =>
      toGotAgent(await call('get_agent', { id: agentId }, { ...more, api: 'configuration' })),
    uploadFile: async (file, more) =>
      toUploadedUrl(await call('upload_file', uploadFileBody(file), more)),
  }
}
