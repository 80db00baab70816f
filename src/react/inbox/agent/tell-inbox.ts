import type { QueryClient } from '@tanstack/react-query'
import type { AgentChatClient, ChatFilter, ChatPage } from '../../../agent-chat/index.ts'
import { createInboxStore, type InboxStore } from '../../../inbox/index.ts'
import { createComposer } from '../composer/composer.ts'
import type { DraftStorage } from '../composer/drafts.ts'
import type { AgentServices } from './agent-services.ts'
import { completeChats } from './complete-chats.ts'

export interface InboxServicesOptions {
  agentChat: AgentChatClient
  queries: QueryClient
  draftStorage?: DraftStorage | undefined
  /** Ends what the inbox asks for by itself. */
  signal: AbortSignal
}

/** An agent's inbox, the client that fills it, and what the agent writes. */
export function createInboxServices({
  agentChat: client,
  queries,
  draftStorage,
  signal,
}: InboxServicesOptions): Pick<
  AgentServices,
  'agentChat' | 'composer' | 'inbox' | 'queries' | 'tellChats'
> {
  const inbox = createInboxStore()
  const { agentChat, tellChats } = tellInbox(client, inbox)
  completeChats(inbox, agentChat, signal)
  forgetLeft(inbox, queries)
  const composer = createComposer(agentChat, inbox, draftStorage)
  return { agentChat, composer, inbox, queries, tellChats }
}

/** Lets an inbox forget a conversation with its query, which goes minutes after it was left. */
function forgetLeft(inbox: InboxStore, queries: QueryClient): void {
  queries.getQueryCache().subscribe(({ type, query: { meta } }) => {
    if (type !== 'removed' || typeof meta?.conversation !== 'string') return
    inbox.apply({ type: 'conversation_left', chatId: meta.conversation })
  })
}

/** A client that tells an inbox whatever chats LiveChat responds with, and what tells it the chats that came another way. */
function tellInbox(
  agentChat: AgentChatClient,
  inbox: InboxStore,
): Pick<AgentServices, 'agentChat' | 'tellChats'> {
  /** Which chats a further page is of: LiveChat knows it by the page's id. */
  const filters = new Map<string, ChatFilter>()
  const revision = () => inbox.getSnapshot().revision
  const tellChats = (page: ChatPage, filter: ChatFilter | undefined, since: number) => {
    if (filter) {
      for (const id of [page.nextPageId, page.previousPageId]) if (id) filters.set(id, filter)
    }
    inbox.apply({ type: 'chats_loaded', page, filter, since })
  }
  const telling: AgentChatClient = {
    ...agentChat,
    async listChats(request = {}, options) {
      const since = revision()
      const page = await agentChat.listChats(request, options)
      const filter = 'pageId' in request ? filters.get(request.pageId) : (request.filter ?? {})
      tellChats(page, filter, since)
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
  return { agentChat: telling, tellChats }
}
