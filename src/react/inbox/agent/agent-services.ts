import type { QueryClient } from '@tanstack/react-query'
import type { AccountsClient } from '../../../accounts-api/index.ts'
import type { AgentChatClient, ChatFilter, ChatPage } from '../../../agent-chat/index.ts'
import type { SignInClient } from '../../../auth/index.ts'
import type { InboxStore } from '../../../inbox/index.ts'
import type { ComposerService } from '../composer/composer.ts'
import type { LiveConnection } from '../live/live-connection.ts'

/** All that an inbox works with in the name of one agent; how the agent got in is nothing to it. */
export interface AgentServices {
  client: SignInClient
  agentChat: AgentChatClient
  accounts: AccountsClient
  /** What was loaded with it, and goes with it. */
  queries: QueryClient
  /** What is known of the agent's chats, from `agentChat` and `live`. */
  inbox: InboxStore
  /**
   * Tells the inbox a page of chats that came another way than by `agentChat`.
   *
   * @param filter Which chats were asked for; undefined: not known.
   * @param since  The inbox's revision when they were asked for.
   */
  tellChats: (page: ChatPage, filter: ChatFilter | undefined, since: number) => void
  /** What the agent writes. */
  composer: ComposerService
  /** What LiveChat tells by itself. */
  live: LiveConnection
  /** Milliseconds between two polls while LiveChat does not tell; 0: only on request. */
  pollInterval: number
}
