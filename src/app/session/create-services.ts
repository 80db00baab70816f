import { createAccountsClient } from '../../accounts-api/index.ts'
import { createAgentChatClient } from '../../agent-chat/index.ts'
import type { SignInClient } from '../../auth/index.ts'
import { createQueries } from '../lib/query-client.ts'
import { forgetWithOwner } from './cache-owner.ts'
import type { Workplace } from './services.tsx'

/** The workplace of whoever signs in: its calls carry the token of their session. */
export function createSessionWorkplace(client: SignInClient, apiUrl: string): Workplace {
  const queries = createQueries()
  forgetWithOwner(client, queries)
  return {
    client,
    agentChat: createAgentChatClient({
      apiUrl,
      getAccessToken: client.getAccessToken,
      renewAccessToken: client.renewAccessToken,
    }),
    accounts: createAccountsClient(client),
    queries,
  }
}
