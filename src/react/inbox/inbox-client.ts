import type { QueryClient } from '@tanstack/react-query'
import { createAccountsClient } from '../../accounts-api/index.ts'
import { createAgentChatClient, liveApiUrl } from '../../agent-chat/index.ts'
import type { LiveUpdate } from '../../agent-chat/live-feed/index.ts'
import { type EndedSession, type SignInClient, SignInError, sessionOf } from '../../auth/index.ts'
import type { Inbox } from '../../inbox/index.ts'
import { createStore, type Store } from '../../store/index.ts'
import type { AgentServices } from './agent/agent-services.ts'
import { onOwnerChange } from './agent/cache-owner.ts'
import { createQueryClient, forgetAll } from './agent/query-defaults.ts'
import { createInboxServices } from './agent/tell-inbox.ts'
import type { DraftStorage } from './composer/drafts.ts'
import { followRoutingStatus } from './live/follow-routing-status.ts'
import { followUpdates } from './live/follow-updates.ts'
import { createLiveConnection, type LiveConnection, noConnection } from './live/live-connection.ts'
import { watchPage } from './live/watch-page.ts'

/** How an inbox asks LiveChat. */
export interface InboxOptions {
  /** Origin of the API; default `https://api.livechatinc.com`. Without TLS only on this machine. */
  apiUrl?: string
  /**
   * Milliseconds between two polls of what is on screen while LiveChat does not tell by itself, default 10,000. 0: nothing is
   * asked or told unless the agent wants to know.
   */
  pollInterval?: number
  /** Opens where the drafts of an agent outlive the page; default: they are in memory only. Not for tokens. */
  openDraftStorage?: (session: EndedSession) => DraftStorage | undefined
  /** Makes the query client of each agent, for a page that watches what it does. */
  createQueryClient?: () => QueryClient
}

/** The inbox of whoever is signed in. */
export interface InboxClient extends Omit<Store<AgentServices>, 'set'> {
  /** Ends every request, timer and connection. */
  dispose(): void
}

/**
 * Creates the inbox of whoever signs in, for {@link InboxProvider}. Create it once, outside React.
 *
 * It belongs to one agent from sign-in to sign-out: what still waits then, and every step that would follow, ends with the
 * session instead of going on in the name of the next agent.
 *
 * @param client Signs agents in.
 * @throws {TypeError} When `apiUrl` is not a URL, or one without TLS on another machine.
 */
export function createInboxClient(client: SignInClient, options: InboxOptions = {}): InboxClient {
  let signedIn = new AbortController()
  const services = createStore(servicesOf(client, options, signedIn.signal))
  const stop = onOwnerChange(client, () => {
    const before = services.getSnapshot()
    signedIn.abort(new SignInError('signed_out'))
    signedIn = new AbortController()
    services.set(servicesOf(client, options, signedIn.signal))
    forgetAll(before.queries)
  })
  return {
    getSnapshot: services.getSnapshot,
    subscribe: services.subscribe,
    dispose() {
      stop()
      signedIn.abort(new SignInError('signed_out'))
      forgetAll(services.getSnapshot().queries)
    },
  }
}

function servicesOf(
  client: SignInClient,
  {
    apiUrl = liveApiUrl,
    pollInterval = 10_000,
    openDraftStorage,
    createQueryClient: create = createQueryClient,
  }: InboxOptions,
  signal: AbortSignal,
): AgentServices {
  const { settings, getAccessToken, renewAccessToken } = client
  const tokens = { getAccessToken, renewAccessToken, signal }
  const session = sessionOf(client.getSnapshot())
  const services = createInboxServices({
    agentChat: createAgentChatClient({ apiUrl, reuseResults: true, ...tokens }),
    queries: create(),
    draftStorage: session && openDraftStorage?.(session),
    signal,
  })
  const { inbox, queries } = services
  const live =
    pollInterval > 0
      ? createLiveConnection({
          apiUrl,
          organizationIdOf: () => sessionOf(client.getSnapshot())?.organizationId,
          sharedNameOf: () => feedNameOf(client),
          told: () => loginOf(inbox.getSnapshot()),
          ...tokens,
        })
      : noConnection
  // Before anything is asked again because of it: the inbox counts what it is told.
  live.onUpdate(inbox.apply)
  followUpdates(live, queries)
  followRoutingStatus(live, inbox)
  // A server has no page.
  if ('document' in globalThis) watchPage(live, signal)
  followSession(live, client, signal)
  return {
    ...services,
    client,
    accounts: createAccountsClient({ settings, ...tokens }),
    live,
    pollInterval,
  }
}

/** The same in every tab in which this agent works with this app; the number is that of what tabs tell each other. */
function feedNameOf({ getSnapshot, settings }: SignInClient): string | undefined {
  const { accountId, organizationId } = sessionOf(getSnapshot()) ?? {}
  if (!accountId || !organizationId) return undefined
  return ['sign-in-with-livechat:live-feed:3', settings.clientId, accountId, organizationId].join(
    ' ',
  )
}

/** A tab whose session has ended leaves the connection to another, and comes back with the next token. */
function followSession(live: LiveConnection, client: SignInClient, signal: AbortSignal): void {
  let session = sessionOf(client.getSnapshot())
  const stop = client.subscribe(() => {
    const state = client.getSnapshot()
    if (state.status === 'expired') live.suspend('session-ended')
    if (state.status !== 'signed-in' || state.session === session) return
    session = state.session
    live.resume('session-ended')
    const connection = live.getSnapshot()
    // The token it was for is gone, and there is another.
    if (connection.status === 'stopped' && connection.reason === 'signed_out') live.connect()
  })
  signal.addEventListener('abort', stop)
}

/** What LiveChat would say to the agent if they logged in now. */
function loginOf({ openChats, myId, routingStatuses }: Inbox): LiveUpdate | undefined {
  if (myId === undefined) return undefined
  return {
    type: 'connected',
    agentId: myId,
    routingStatus: routingStatuses.get(myId),
    activeChats: openChats.flat(),
  }
}
