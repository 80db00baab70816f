import { createAccountsClient } from '../../accounts-api/index.ts'
import {
  AgentChatError,
  basicAuthorization,
  createAgentChatClient,
  type PersonalAccessToken,
} from '../../agent-chat/index.ts'
import { type SignInClient, SignInError } from '../../auth/index.ts'
import { createInboxServices, forgetAll, noConnection } from '../../react/inbox/inbox-internal.ts'
import type { AgentServices, InboxOptions } from '../../react/inbox/index.ts'
import { createStore } from '../../store/index.ts'
import { createQueryClient } from '../lib/query-client.ts'
import type { TokenMode, TokenModeState } from '../session/token-mode-context.ts'
import { withTokenSession } from './token-session.ts'

/** @param client The one that signs agents in; the token takes its place while it is in use. */
export function createTokenMode(
  client: SignInClient,
  { apiUrl, pollInterval }: Required<Pick<InboxOptions, 'apiUrl' | 'pollInterval'>>,
): TokenMode {
  const store = createStore<TokenModeState>({ status: 'none' })
  /** Ends what the token in use still does. */
  let inUse: AbortController | undefined
  const publish = (next: TokenModeState) => {
    const last = store.getSnapshot()
    store.set(next)
    if (last.status !== 'in-use') return
    inUse?.abort(new SignInError('signed_out'))
    forgetAll(last.services.queries)
  }
  const forget = () => publish({ status: 'none' })
  const refuse = () => {
    if (store.getSnapshot().status === 'in-use') publish({ status: 'none', refused: true })
  }

  function servicesOf(token: PersonalAccessToken, signal: AbortSignal): AgentServices {
    return {
      ...createInboxServices({
        agentChat: createAgentChatClient({
          apiUrl,
          personalAccessToken: token,
          onRefused: refuse,
          reuseResults: true,
          signal,
        }),
        queries: createQueryClient(),
        signal,
      }),
      client: withTokenSession(client, token, forget),
      accounts: createAccountsClient({
        settings: client.settings,
        getAccessToken: async () => token.token,
        renewAccessToken() {
          refuse()
          return Promise.reject(new SignInError('session_refused'))
        },
        authorization: () => basicAuthorization(token),
        signal,
      }),
      // LiveChat does not tell to which organization a personal token belongs, which the feed asks for.
      live: noConnection,
      pollInterval,
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    async take(token) {
      const ended = new AbortController()
      const services = servicesOf(token, ended.signal)
      await tryOut(services)
      publish({ status: 'in-use', accountId: token.accountId, services })
      inUse = ended
    },
    forget,
  }
}

/** A token that may not list chats is a good one all the same: the views say which scope it lacks. */
async function tryOut({ agentChat }: AgentServices): Promise<void> {
  try {
    await agentChat.listChats({ limit: 1 })
  } catch (thrown) {
    if (!(thrown instanceof AgentChatError && thrown.code === 'authorization')) throw thrown
  }
}
