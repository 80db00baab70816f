import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ArchivePage, ChatDetails } from '../../agent-chat/index.ts'
import { furtherPage, useCursorRestart, useQueryKey } from '../../react/inbox/inbox-internal.ts'
import { useAgentChat } from '../../react/inbox/index.ts'
import { useSession } from '../../react/index.ts'
import { type ArchiveSearch, filterOfSearch } from './archive-search.ts'

const pageSize = 25

export interface Archives {
  /** One entry per thread; undefined until the first page is there. */
  found: ChatDetails[] | undefined
  count: number
  error: Error | null
  isLoading: boolean
  isLoadingMore: boolean
  hasMore: boolean
  loadMore: () => void
  /** Repeats the search, or continues where it failed. */
  retry: () => void
}

/** The closed threads that match a search, newest first. */
export function useArchives(search: ArchiveSearch): Archives {
  const agentChat = useAgentChat()
  const { status } = useSession()
  const queries = useQueryClient()
  const queryKey = useQueryKey('archives', search)
  const ask = (pageId: string | undefined, signal?: AbortSignal) =>
    agentChat.listArchives(
      pageId === undefined ? { filter: filterOfSearch(search), limit: pageSize } : { pageId },
      signal && { signal },
    )
  const query = useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const loaded = queries.getQueryData<InfiniteData<ArchivePage>>(queryKey)?.pages
      return furtherPage(await ask(pageParam, signal), pageParam, loaded, idsOf)
    },
    enabled: status === 'signed-in',
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextPageId,
    structuralSharing: false,
  })
  const pages = query.data?.pages
  const found = useMemo(() => pages && foundOnce(pages.flatMap((page) => page.chats)), [pages])
  const restart = useCursorRestart(async () => {
    const first = await ask(undefined)
    queries.setQueryData(queryKey, { pages: [first], pageParams: [undefined] })
  })
  const loadMore = () => void restart.goOn(() => query.fetchNextPage({ cancelRefetch: false }))
  return {
    found,
    count: Math.max(pages?.at(-1)?.found ?? 0, found?.length ?? 0),
    error: restart.isUnderWay ? null : query.error,
    isLoading: query.isLoading,
    isLoadingMore: query.isFetchingNextPage || restart.isUnderWay,
    hasMore: query.hasNextPage,
    loadMore,
    retry() {
      restart.allow()
      if (query.isFetchNextPageError) loadMore()
      else void query.refetch()
    },
  }
}

/** Removes repeats: a thread that closes between two pages shifts the others. */
function foundOnce(chats: ChatDetails[]): ChatDetails[] {
  return [...new Map(chats.map((chat) => [idOf(chat), chat])).values()]
}

function idsOf({ chats }: ArchivePage): string[] {
  return chats.map(idOf)
}

function idOf({ id, thread }: ChatDetails): string {
  return `${id} ${thread?.id}`
}
