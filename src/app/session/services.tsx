import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useSyncExternalStore } from 'react'
import type { AccountsClient } from '../../accounts-api/index.ts'
import type { AgentChatClient } from '../../agent-chat/index.ts'
import type { SignInClient } from '../../auth/index.ts'
import type { Inbox, InboxStore } from '../../inbox/index.ts'
import { LiveChatProvider } from '../../react/index.ts'
import type { LiveConnection } from '../live/live-connection.ts'
import { LiveContext } from '../live/use-live.ts'

/** All that views work with in the name of one agent; how the agent got in is nothing to them. */
export interface Services {
  client: SignInClient
  agentChat: AgentChatClient
  accounts: AccountsClient
  /** What was loaded with it, and goes with it. */
  queries: QueryClient
  /** What is known of the agent's chats, from `agentChat` and `live`. */
  inbox: InboxStore
  /** What LiveChat tells by itself. */
  live: LiveConnection
}

export interface ServicesProviderProps {
  services: Services
  children: ReactNode
}

export function ServicesProvider({ services, children }: ServicesProviderProps) {
  const { client, agentChat, accounts, queries, inbox, live } = services
  return (
    <LiveChatProvider client={client}>
      <AgentChatContext value={agentChat}>
        <AccountsContext value={accounts}>
          <LiveContext value={live}>
            <InboxContext value={inbox}>
              <QueryClientProvider client={queries}>{children}</QueryClientProvider>
            </InboxContext>
          </LiveContext>
        </AccountsContext>
      </AgentChatContext>
    </LiveChatProvider>
  )
}

export const AccountsContext = createContext<AccountsClient | undefined>(undefined)

/**
 * LiveChat's accounts server, asked in the name of the agent.
 *
 * @throws {Error} Outside of the app.
 */
export function useAccountsClient(): AccountsClient {
  const accounts = use(AccountsContext)
  if (!accounts) throw new Error('No accounts client: render this inside <AccountsContext>.')
  return accounts
}

export const AgentChatContext = createContext<AgentChatClient | undefined>(undefined)

/** @throws {Error} Outside of the app. */
export function useAgentChat(): AgentChatClient {
  const agentChat = use(AgentChatContext)
  if (!agentChat) throw new Error('No chat client: render this inside <AgentChatContext>.')
  return agentChat
}

export const InboxContext = createContext<InboxStore | undefined>(undefined)

/** @throws {Error} Outside of the app. */
export function useInboxStore(): InboxStore {
  const inbox = use(InboxContext)
  if (!inbox) throw new Error('No inbox: render this inside <InboxContext>.')
  return inbox
}

/**
 * Something of the agent's inbox; a view is drawn again when it is another object.
 *
 * @throws {Error} Outside of the app.
 */
export function useInbox<Part>(select: (inbox: Inbox) => Part): Part {
  const inbox = useInboxStore()
  return useSyncExternalStore(inbox.subscribe, () => select(inbox.getSnapshot()))
}
