import { createContext, use } from 'react'
import type { AgentChatClient } from '../../agent-chat/index.ts'

export const AgentChatContext = createContext<AgentChatClient | undefined>(undefined)

/** @throws {Error} Outside of the app. */
export function useAgentChat(): AgentChatClient {
  const agentChat = use(AgentChatContext)
  if (!agentChat) throw new Error('No chat client: render this inside <AgentChatContext>.')
  return agentChat
}
