import { type AgentChatClient, createAgentChatClient } from '../agent-chat/index.ts'
import { type SignInClient, SignInError } from '../auth/index.ts'

/** Introduces the two rooms that do not know each other: calls carry the session's token, a refused one ends it. */
export function createLiveChat(client: SignInClient, apiUrl: string): AgentChatClient {
  return createAgentChatClient({
    apiUrl,
    getAccessToken: client.getAccessToken,
    onTokenRefused: (cause) => client.endSession(new SignInError('session_refused', { cause })),
  })
}
