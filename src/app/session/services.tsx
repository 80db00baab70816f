import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AccountsClient } from '../../accounts-api/index.ts'
import type { AgentChatClient } from '../../agent-chat/index.ts'
import type { SignInClient } from '../../auth/index.ts'
import { LiveChatProvider } from '../../react/index.ts'
import { AccountsContext } from './accounts-context.ts'
import { AgentChatContext } from './agent-chat-context.ts'

/** All that views work with in the name of one agent; how the agent got in is nothing to them. */
export interface Workplace {
  client: SignInClient
  agentChat: AgentChatClient
  accounts: AccountsClient
  /** What was loaded with it, and goes with it. */
  queries: QueryClient
}

export interface WorkplaceProviderProps {
  workplace: Workplace
  children: ReactNode
}

export function WorkplaceProvider({ workplace, children }: WorkplaceProviderProps) {
  const { client, agentChat, accounts, queries } = workplace
  return (
    <LiveChatProvider client={client}>
      <AgentChatContext value={agentChat}>
        <AccountsContext value={accounts}>
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </AccountsContext>
      </AgentChatContext>
    </LiveChatProvider>
  )
}
