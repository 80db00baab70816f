import type { AgentChatClient, ChatFilter, ChatPage } from '../../../agent-chat/index.ts'
import { createInboxStore, type InboxStore } from '../../../inbox/index.ts'
import { completeChats } from './complete-chats.ts'

/** An agent's inbox, and the client that fills it; what the inbox lacks is asked for until the signal aborts. */
export function createInboxServices(
  client: AgentChatClient,
  signal: AbortSignal,
): { inbox: InboxStore; agentChat: AgentChatClient } {
  const inbox = createInboxStore()
  const agentChat = tellInbox(client, inbox)
  completeChats(inbox, agentChat, signal)
  return { inbox, agentChat }
}

/** A client that tells an inbox whatever chats LiveChat responds with. */
function tellInbox(agentChat: AgentChatClient, inbox: InboxStore): AgentChatClient {
  /** Which chats a further page is of: LiveChat knows it by the page's id. */
  const filters = new Map<string, ChatFilter>()
  const revision = () => inbox.getSnapshot().revision
  return {
    ...agentChat,
    async listChats(request = {}, options) {
      const since = revision()
      const page = await agentChat.listChats(request, options)
      const filter = 'pageId' in request ? filters.get(request.pageId) : (request.filter ?? {})
      if (filter) {
        for (const id of [page.nextPageId, page.previousPageId]) if (id) filters.set(id, filter)
        inbox.apply({ type: 'chats_loaded', page, filter, since })
      }
      return page
    },
    async getChat(request, options) {
      const since = revision()
      const chat = await agentChat.getChat(request, options)
      // Another thread than the latest says nothing about the chat as it is now.
      if (request.threadId === undefined) inbox.apply({ type: 'chat_loaded', chat, since })
      return chat
    },
    async listThreads(request, options) {
      const since = revision()
      const page = await agentChat.listThreads(request, options)
      const { threads } = page
      inbox.apply({ type: 'threads_loaded', chatId: request.chatId, threads, since })
      return page
    },
  }
}

/** Tells an inbox the first chats, which were asked for before it was there. */
export function tellFirstChats(inbox: InboxStore, page: ChatPage, filter: ChatFilter): void {
  inbox.apply({ type: 'chats_loaded', page, filter, since: 0 })
}
