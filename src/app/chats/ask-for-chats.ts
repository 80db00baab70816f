import { type ChatPage, createAgentChatClient } from '../../agent-chat/index.ts'
import { type SignInClient, SignInError, type UncheckedToken } from '../../auth/index.ts'
import type { Store } from '../../store/index.ts'
import { pathWithin } from '../lib/path-within.ts'
import { tellFirstChats } from '../session/inbox-client.ts'
import type { Services } from '../session/services.tsx'
import { queryKeyOf } from '../session/use-query-key.ts'
import type { ChatPages } from './chat-pages.ts'
import { filterOf, readListing } from './chat-views.ts'
import { newsKeyOf, topOf } from './use-chat-pages.ts'

export interface AskForChatsOptions {
  client: SignInClient
  services: Store<Services>
  apiUrl: string
  /** Path of the app on its site. */
  base: string
}

/**
 * Asks for the chats the agent will see, with a token that is not checked yet. Nobody sees the answer before the session
 * is there; without one the request ends.
 */
export function askForChats(
  { client, services, apiUrl, base }: AskForChatsOptions,
  accessToken: string,
  { returnTo, signal }: UncheckedToken,
): void {
  const { pathname, searchParams } = new URL(returnTo, location.origin)
  if (!/^\/?(chats(\/.*)?)?$/.test(pathWithin(base, pathname))) return
  const listing = readListing(searchParams)
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
    const { agentChat, queries, inbox } = services.getSnapshot()
    const queryKey = queryKeyOf(state.session, 'chats', listing)
    const asNews = (page: ChatPage) => {
      queries.setQueryData(newsKeyOf(queryKey), [])
      return page
    }
    const told = (page: ChatPage) => {
      tellFirstChats(inbox, page, filterOf(listing))
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
