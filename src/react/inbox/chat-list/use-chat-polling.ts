import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef } from 'react'
import { useSession } from '../../use-session.ts'
import { useServices } from '../inbox-provider.tsx'
import { isAboutAll } from '../live/follow-updates.ts'
import { useIsLive } from '../live/use-live-status.ts'
import { isPageRefused } from '../pages/transient-error.ts'
import { usePolling } from '../pages/use-polling.ts'
import { useLatest } from '../use-latest.ts'
import { type FreshPage, pagesToRefresh, withFreshPages } from './chat-pages.ts'
import type { ChatPagesQuery } from './use-chat-pages.ts'

/** How news come into a list. */
export interface ChatPolling {
  /** Why the last poll failed; polling goes on by itself. */
  error: Error | null
  /** Milliseconds since 1970 of the last poll that worked. */
  freshAt: number
  /** Polls now. */
  poll: () => Promise<{ isError: boolean }>
}

/**
 * Keeps the pages of a list fresh: asks again for those in view and lays them over what was loaded. When LiveChat tells
 * what happens, the inbox knows it and this asks after each connect alone; else at intervals, and when the page becomes
 * visible.
 *
 * @param inView Ids of the chats in view.
 */
export function useChatPolling(
  { newsKey, query, read, write, fetchPage, goToTop }: ChatPagesQuery,
  inView: RefObject<readonly string[]>,
): ChatPolling {
  const { queries } = useServices()
  const { status } = useSession()
  const enabled = query.data !== undefined && status === 'signed-in'

  const fetchFresh = async (signal: AbortSignal): Promise<readonly FreshPage[]> => {
    const list = read()
    const wanted = list ? pagesToRefresh(list, inView.current) : []
    const fetching = wanted.map(async (pageId) => ({
      pageId,
      page: await fetchPage(pageId, signal),
    }))
    const fresh = await Promise.all(fetching).catch(async (error) => {
      if (!isPageRefused(error)) throw error
      await goToTop(signal)
      return []
    })
    const now = read()
    const before = queries.getQueryData<readonly FreshPage[]>(newsKey)
    const isSame = now !== undefined && withFreshPages(now, fresh) === now
    // The same object renders nothing.
    return isSame && before && merged.current.has(before) ? before : fresh
  }
  const { data, error, refetch } = useQuery(
    {
      queryKey: newsKey,
      ...usePolling(fetchFresh, { enabled, isTold: useIsLive() }),
      meta: { isChangedBy: isAboutAll },
      enabled,
      refetchOnReconnect: 'always',
      // Two responses are never the same object, and comparing them deeply costs more than rendering them.
      structuralSharing: false,
    },
    queries,
  )

  const merged = useRef(new WeakSet(data && [data]))
  const merge = useLatest((fresh: typeof data, isFetching: boolean) => {
    const list = read()
    // A page on its way would undo it when it arrives.
    if (!list || !fresh || isFetching || merged.current.has(fresh)) return
    merged.current.add(fresh)
    const next = withFreshPages(list, fresh)
    if (next !== list) write(next)
  })
  useEffect(() => merge(data, query.isFetching), [merge, data, query.isFetching])

  // Read without following it, which would render the list at each poll: it counts beside an error only.
  const freshAt = queries.getQueryState(newsKey)?.dataUpdatedAt ?? 0
  return { error, freshAt, poll: () => refetch({ cancelRefetch: false }) }
}
