import { createAccountsClient } from '../../accounts-api/index.ts'
import { createAgentChatClient } from '../../agent-chat/index.ts'
import { type SignInClient, SignInError } from '../../auth/index.ts'
import { createStore, type Store } from '../../store/index.ts'
import { createQueryClient, forgetAll } from '../lib/query-client.ts'
import { onOwnerChange } from './cache-owner.ts'
import type { Services } from './services.tsx'

/**
 * The services of whoever signs in. They belong to one agent from sign-in to sign-out: what still waits then, and every
 * step that would follow, ends with them instead of going on in the name of the next agent.
 */
export function createSessionServices(client: SignInClient, apiUrl: string): Store<Services> {
  let signedIn = new AbortController()
  const services = createStore(servicesOf(client, apiUrl, signedIn.signal))
  onOwnerChange(client, () => {
    const before = services.getSnapshot()
    signedIn.abort(new SignInError('signed_out'))
    signedIn = new AbortController()
    services.set(servicesOf(client, apiUrl, signedIn.signal))
    forgetAll(before.queries)
  })
  return services
}

function servicesOf(client: SignInClient, apiUrl: string, signal: AbortSignal): Services {
  const { settings, getAccessToken, renewAccessToken } = client
  const tokens = { getAccessToken, renewAccessToken, signal }
  return {
    client,
    agentChat: createAgentChatClient({ apiUrl, reuseResults: true, ...tokens }),
    accounts: createAccountsClient({ settings, ...tokens }),
    queries: createQueryClient(),
  }
}
