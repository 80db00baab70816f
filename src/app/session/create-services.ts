import { createAccountsClient } from '../../accounts-api/index.ts'
import { createAgentChatClient } from '../../agent-chat/index.ts'
import type { SignInClient } from '../../auth/index.ts'
import { createQueryClient } from '../lib/query-client.ts'
import { forgetWithOwner } from './cache-owner.ts'
import type { Services } from './services.tsx'

/** The services of whoever signs in: its calls carry the token of their session. */
export function createSessionServices(client: SignInClient, apiUrl: string): Services {
  const queries = createQueryClient()
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
