import { type AgentChatClient, createAgentChatClient } from '../agent-chat/index.ts'
import type { SignInClient } from '../auth/index.ts'

/** Introduces the two rooms that do not know each other: calls carry the session's token. */
export function createLiveChat(client: SignInClient, apiUrl: string): AgentChatClient {
  return createAgentChatClient({
    apiUrl,
    getAccessToken: client.getAccessToken,
    renewAccessToken: client.renewAccessToken,
  })
}
