import {
  type InfiniteData,
  notifyManager,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from '@tanstack/react-query'
import type { AgentChatClient, ChatPage } from '../../../agent-chat/index.ts'
import type { ChatListing } from '../../../inbox/index.ts'
import { useQueryKey } from '../agent/use-query-key.ts'
import { useServices } from '../inbox-provider.tsx'
import { furtherPage } from '../pages/further-page.ts'
import { isPageRefused } from '../pages/transient-error.ts'
import { type ChatPages, chatIds, hasChat, withEachChatOnce } from './chat-pages.ts'
import { filterOf, isClientFiltered } from './list-filter.ts'

/** Views that filter what LiveChat sends ask for more of it, or they would seem empty. */
const pageSize = { whole: 50, filtered: 100 }

/** Fetches the top of a list. */
export function topOf(
  agentChat: AgentChatClient,
  listing: ChatListing,
  signal?: AbortSignal,
): Promise<ChatPage> {
  const request = {
    filter: filterOf(listing),
    order: listing.order,
    limit: isClientFiltered(listing.show) ? pageSize.filtered : pageSize.whole,
  }
  return agentChat.listChats(request, signal && { signal })
}

/** The key of what polling for news found in a list. */
export function newsKeyOf(queryKey: readonly unknown[]): readonly unknown[] {
  return [...queryKey, 'news']
}

/** Lists that were merged, and so have each chat once. */
const merged = new WeakSet<ChatPages>()

/** The pages of a list, and the ways to read and replace them outside of rendering. */
export interface ChatPagesQuery {
  queryKey: readonly unknown[]
  /** Of what polling for news found in this list. */
  newsKey: readonly unknown[]
  query: UseInfiniteQueryResult<InfiniteData<ChatPage>>
  /** The pages as they are now, which may be newer than those on screen. */
  read: () => ChatPages | undefined
  write: (pages: ChatPages) => void
  /** @param pageId Undefined: the top of the list. */
  fetchPage: (pageId: string | undefined, signal?: AbortSignal) => Promise<ChatPage>
  /** Puts the top of the list in the place of all that was loaded, and resolves once it is on screen. */
  goToTop: (signal?: AbortSignal) => Promise<void>
}

/**
 * The pages of a list, loaded one by one.
 *
 * @param enterAt The page to begin with, when the list is no longer in memory; undefined: the top.
 */
export function useChatPages(listing: ChatListing, enterAt: string | undefined): ChatPagesQuery {
  const { agentChat, queries } = useServices()
  const queryKey = useQueryKey('chats', listing)
  const newsKey = newsKeyOf(queryKey)
  const read = () => queries.getQueryData<ChatPages>(queryKey)
  const write = (pages: ChatPages) => {
    merged.add(pages)
    queries.setQueryData(queryKey, pages)
  }

  const fetchPage = (pageId: string | undefined, signal?: AbortSignal) =>
    pageId === undefined
      ? topOf(agentChat, listing, signal)
      : agentChat.listChats({ pageId }, signal && { signal })
  const query = useInfiniteQuery(
    {
      queryKey,
      queryFn: async ({ pageParam, signal }) => {
        if (read())
          return furtherPage(
            await fetchPage(pageParam, signal),
            pageParam,
            read()?.pages,
            chatIds,
            hasChat,
          )
        const first = await fetchPage(pageParam, signal).catch((error) => {
          // LiveChat may have forgotten the page one left; it never forgets the top.
          if (pageParam !== undefined && isPageRefused(error)) return fetchPage(undefined, signal)
          throw error
        })
        queries.setQueryData(newsKey, [])
        return first
      },
      initialPageParam: enterAt,
      getNextPageParam: (last: ChatPage) => last.nextPageId,
      getPreviousPageParam: (first: ChatPage) => first.previousPageId,
      // Polling keeps it fresh; loading every page again would be slow, and the list would jump.
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnReconnect: ({ state }) => state.data === undefined && 'always',
      structuralSharing: (before, now) =>
        withoutRepeats(before as ChatPages | undefined, now as ChatPages),
    },
    queries,
  )

  return {
    queryKey,
    newsKey,
    query,
    read,
    write,
    fetchPage,
    async goToTop(signal) {
      const top = await fetchPage(undefined, signal)
      // A page on its way would bring back what was there.
      await queries.cancelQueries({ queryKey, exact: true })
      write({ pages: [top], pageParams: [undefined] })
      // Whoever follows the list is told in a task of its own.
      await new Promise<void>((resolve) => notifyManager.schedule(resolve))
    },
  }
}

function withoutRepeats(before: ChatPages | undefined, now: ChatPages): ChatPages {
  if (merged.has(now)) return now
  return { ...now, pages: withEachChatOnce(now.pages, before?.pages) }
}
