import { createAccountsClient } from '../../accounts-api/index.ts'
import {
  AgentChatError,
  basicAuthorization,
  createAgentChatClient,
  type PersonalAccessToken,
} from '../../agent-chat/index.ts'
import { type SignInClient, SignInError } from '../../auth/index.ts'
import { createQueryClient } from '../lib/query-client.ts'
import type { Services } from '../session/services.tsx'
import { withTokenSession } from './token-session.ts'

/** Whether the agent works with a personal access token. The token itself is nowhere in it. */
export type TokenModeState =
  /** `refused`: LiveChat stopped accepting the last one. */
  | { readonly status: 'none'; readonly refused?: true }
  | { readonly status: 'in-use'; readonly accountId: string; readonly services: Services }

/** Working with a personal access token, which lives in this memory only. */
export interface TokenMode {
  getSnapshot(): TokenModeState
  subscribe(listener: () => void): () => void
  /**
   * Shows LiveChat the token and, if it is good, works with it.
   *
   * @throws {AgentChatError} `authentication` when LiveChat does not accept it, or why it could not be asked.
   */
  take(token: PersonalAccessToken): Promise<void>
  /** Lets go of the token and of everything that was loaded with it. */
  forget(): void
}

/**
 * @param client The one that signs agents in; the token takes its place while it is in use.
 * @param apiUrl Origin of the API.
 */
export function createTokenMode(client: SignInClient, apiUrl: string): TokenMode {
  let state: TokenModeState = { status: 'none' }
  const listeners = new Set<() => void>()
  const publish = (next: TokenModeState) => {
    const last = state
    state = next
    for (const listener of [...listeners]) listener()
    if (last.status === 'in-use') last.services.queries.clear()
  }
  const forget = () => publish({ status: 'none' })
  const refuse = () => {
    if (state.status === 'in-use') publish({ status: 'none', refused: true })
  }

  function servicesOf(token: PersonalAccessToken): Services {
    return {
      client: withTokenSession(client, token, forget),
      agentChat: createAgentChatClient({ apiUrl, personalAccessToken: token, onRefused: refuse }),
      accounts: createAccountsClient({
        settings: client.settings,
        getAccessToken: async () => token.token,
        renewAccessToken() {
          refuse()
          return Promise.reject(new SignInError('session_refused'))
        },
        authorization: () => basicAuthorization(token),
      }),
      queries: createQueryClient(),
    }
  }

  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async take(token) {
      const services = servicesOf(token)
      await tryOut(services)
      publish({ status: 'in-use', accountId: token.accountId, services })
    },
    forget,
  }
}

/** A token that may not list chats is a good one all the same: the views say which scope it lacks. */
async function tryOut({ agentChat }: Services): Promise<void> {
  try {
    await agentChat.listChats({ limit: 1 })
  } catch (thrown) {
    if (!(thrown instanceof AgentChatError && thrown.code === 'authorization')) throw thrown
  }
}
