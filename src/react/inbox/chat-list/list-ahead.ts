import { type ChatPage, createAgentChatClient } from '../../../agent-chat/index.ts'
import { type SignInClient, SignInError } from '../../../auth/index.ts'
import type { ChatListing } from '../../../inbox/index.ts'
import { queryKeyOf } from '../agent/use-query-key.ts'
import type { InboxClient } from '../inbox-client.ts'
import type { ChatPages } from './chat-pages.ts'
import { filterOf } from './list-filter.ts'
import { newsKeyOf, topOf } from './use-chat-pages.ts'

export interface ListAheadOptions {
  client: SignInClient
  inbox: InboxClient
  /** Origin of the API. */
  apiUrl: string
  /** A token that is not checked yet. */
  accessToken: string
  /** Ends the request. */
  signal: AbortSignal
}

/**
 * Asks for the chats the agent will see, before there is a session. Nobody sees the answer until there is one with this
 * token; without one it is thrown away.
 */
export function listAhead(
  listing: ChatListing,
  { client, inbox: inboxClient, apiUrl, accessToken, signal }: ListAheadOptions,
): void {
  const unchecked = createAgentChatClient({
    apiUrl,
    signal,
    getAccessToken: async () => accessToken,
    renewAccessToken: () => Promise.reject(new SignInError('session_refused')),
  })
  const isUnchecked = client.getSnapshot().status === 'signing-in'
  const asking = isUnchecked ? topOf(unchecked, listing) : Promise.reject()
  let arrived: ChatPage | undefined
  // When it fails the list asks again, and says what is wrong.
  asking.then(
    (page) => {
      arrived = page
    },
    () => {},
  )

  const stop = client.subscribe(settle)
  function settle() {
    const state = client.getSnapshot()
    if (state.status === 'signing-in') return
    stop()
    if (state.status !== 'signed-in' || state.session.accessToken !== accessToken) return
    const { agentChat, queries, tellChats } = inboxClient.getSnapshot()
    const queryKey = queryKeyOf(state.session, 'chats', listing)
    const asNews = (page: ChatPage) => {
      queries.setQueryData(newsKeyOf(queryKey), [])
      return page
    }
    const told = (page: ChatPage) => {
      tellChats(page, filterOf(listing), 0)
      return page
    }
    if (arrived) {
      const pages: ChatPages = { pages: [asNews(told(arrived))], pageParams: [undefined] }
      queries.setQueryData(queryKey, pages)
      return
    }
    void queries.prefetchInfiniteQuery({
      queryKey,
      // Without its signal: a view that goes and comes, as in StrictMode, would end and repeat it.
      queryFn: async () => asNews(await asking.then(told, () => topOf(agentChat, listing))),
      initialPageParam: undefined,
    })
  }
  settle()
}
