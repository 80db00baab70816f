import { type AddAgentToChatRequest, addAgentToChat } from './add-user-to-chat.ts'
import type { ChatDetails } from './chat-details.ts'
import type { CustomerDetails } from './customer-details.ts'
import { type DeactivateChatRequest, deactivateChat } from './deactivate-chat.ts'
import type { Action } from './define-action.ts'
import { followChat, unfollowChat } from './follow-chat.ts'
import { type AgentProfile, getAgent } from './get-agent.ts'
import { type GetChatRequest, getChat } from './get-chat.ts'
import { getCustomer } from './get-customer.ts'
import { listAgents } from './list-agents.ts'
import { listAgentsForTransfer, type TransferAgent } from './list-agents-for-transfer.ts'
import { type ArchivePage, type ListArchivesRequest, listArchives } from './list-archives.ts'
import { type ChatPage, type ListChatsRequest, listChats } from './list-chats.ts'
import { type Group, listGroups } from './list-groups.ts'
import { listRoutingStatuses, type RoutingStatus } from './list-routing-statuses.ts'
import { listTags } from './list-tags.ts'
import { type ListThreadsRequest, listThreads, type ThreadPage } from './list-threads.ts'
import { type MarkEventsAsSeenRequest, markEventsAsSeen } from './mark-events-as-seen.ts'
import { type ResumeChatRequest, resumeChat } from './resume-chat.ts'
import { type SendEventRequest, sendEvent } from './send-event.ts'
import { type SetRoutingStatusRequest, setRoutingStatus } from './set-routing-status.ts'
import { type StartChatRequest, type StartedChat, startChat } from './start-chat.ts'
import { type TagThreadRequest, tagThread, untagThread } from './tag-thread.ts'
import { type TransferChatRequest, transferChat } from './transfer-chat.ts'
import { type AgentChatOptions, type CallOptions, createTransport } from './transport.ts'
import { uploadFile } from './upload-file.ts'

/**
 * What an agent can do with chats.
 *
 * Every method rejects with an {@link AgentChatError}, with the reason of its `signal`, or with the reason there is no
 * access token.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api
 */
export interface AgentChatClient {
  /** Lists chats, newest first. */
  listChats(request?: ListChatsRequest, options?: CallOptions): Promise<ChatPage>
  /** Lists the threads of a chat with their events, newest thread first. */
  listThreads(request: ListThreadsRequest, options?: CallOptions): Promise<ThreadPage>
  /** Gets a chat with one of its threads. */
  getChat(request: GetChatRequest, options?: CallOptions): Promise<ChatDetails>
  /** Searches closed threads, newest first. */
  listArchives(request?: ListArchivesRequest, options?: CallOptions): Promise<ArchivePage>
  /**
   * Sends an event to the open thread of a chat the agent is in.
   *
   * @returns The id of the event.
   */
  sendEvent(request: SendEventRequest, options?: CallOptions): Promise<string>
  /** Starts a chat with a customer, or among agents. */
  startChat(request?: StartChatRequest, options?: CallOptions): Promise<StartedChat>
  /**
   * Reopens a closed chat with a new thread, and adds the agent to it.
   *
   * @returns The id of the thread.
   */
  resumeChat(request: ResumeChatRequest, options?: CallOptions): Promise<string>
  /** Closes the open thread of a chat. */
  deactivateChat(request: DeactivateChatRequest, options?: CallOptions): Promise<void>
  /** Follows a chat the agent is not in, so that LiveChat tells them about it. */
  followChat(chatId: string, options?: CallOptions): Promise<void>
  /** Stops following a chat; not possible while the agent is in it. */
  unfollowChat(chatId: string, options?: CallOptions): Promise<void>
  /** Adds an agent to the open thread of a chat. */
  addAgentToChat(request: AddAgentToChatRequest, options?: CallOptions): Promise<void>
  /** Transfers a chat to another agent or group. */
  transferChat(request: TransferChatRequest, options?: CallOptions): Promise<void>
  /** Lists the agents a chat can be transferred to, the least busy first. */
  listAgentsForTransfer(chatId: string, options?: CallOptions): Promise<TransferAgent[]>
  /** Marks the events up to a time as seen by the agent. */
  markEventsAsSeen(request: MarkEventsAsSeenRequest, options?: CallOptions): Promise<void>
  /** Adds a tag to a thread. */
  tagThread(request: TagThreadRequest, options?: CallOptions): Promise<void>
  /** Removes a tag from a thread. */
  untagThread(request: TagThreadRequest, options?: CallOptions): Promise<void>
  /** Sets whether LiveChat routes chats to the agent, wherever they are connected; needs the scope `agents--my:rw`. */
  setRoutingStatus(request: SetRoutingStatusRequest, options?: CallOptions): Promise<void>
  /** Gets what LiveChat knows about a customer. */
  getCustomer(customerId: string, options?: CallOptions): Promise<CustomerDetails>
  /** Gets an agent's profile from the Configuration API; the scope `agents--my:ro` allows only one's own. */
  getAgent(agentId: string, options?: CallOptions): Promise<AgentProfile>
  /** Lists the agents of the organization; needs the scope `agents--all:ro`. */
  listAgents(request?: undefined, options?: CallOptions): Promise<AgentProfile[]>
  /** Lists the groups of the organization by name; needs the scope `groups--all:ro`. */
  listGroups(request?: undefined, options?: CallOptions): Promise<Group[]>
  /** Lists the names of tags; needs the scope `tags--all:ro`, or `tags--groups:ro` for those of the agent's groups. */
  listTags(request?: undefined, options?: CallOptions): Promise<string[]>
  /** Lists who accepts chats now; needs the scopes `agents--all:ro` and `agents-bot--all:ro`. */
  listRoutingStatuses(request?: undefined, options?: CallOptions): Promise<RoutingStatus[]>
  /**
   * Uploads a file of at most {@link largestFile} bytes, to be sent as an event.
   *
   * @returns The URL of the file.
   */
  uploadFile(file: File, options?: CallOptions): Promise<string>
}

/**
 * Creates a client of LiveChat's Agent Chat Web API for use in a browser.
 *
 * The token goes to `apiUrl` and nowhere else. A call is repeated when LiveChat refused it because it is busy, because
 * of the token or because of the region; a call that may have taken effect never is.
 *
 * @param options Credentials; optionally the origin of the API, and a timeout in milliseconds.
 * @throws {TypeError} When `apiUrl` is not a URL, or one without TLS on another machine.
 * @see https://platform.text.com/docs/messaging/agent-chat-api
 */
export function createAgentChatClient(options: AgentChatOptions): AgentChatClient {
  const send = createTransport(options)
  const method =
    <Request, Result>(action: Action<Request, Result>) =>
    (request: Request, callOptions?: CallOptions) =>
      send(action, request, callOptions)
  return {
    listChats: method(listChats),
    listThreads: method(listThreads),
    getChat: method(getChat),
    listArchives: method(listArchives),
    sendEvent: method(sendEvent),
    startChat: method(startChat),
    resumeChat: method(resumeChat),
    deactivateChat: method(deactivateChat),
    followChat: method(followChat),
    unfollowChat: method(unfollowChat),
    addAgentToChat: method(addAgentToChat),
    transferChat: method(transferChat),
    listAgentsForTransfer: method(listAgentsForTransfer),
    markEventsAsSeen: method(markEventsAsSeen),
    tagThread: method(tagThread),
    untagThread: method(untagThread),
    setRoutingStatus: method(setRoutingStatus),
    getCustomer: method(getCustomer),
    getAgent: method(getAgent),
    listAgents: method(listAgents),
    listGroups: method(listGroups),
    listTags: method(listTags),
    listRoutingStatuses: method(listRoutingStatuses),
    uploadFile: method(uploadFile),
  }
}
