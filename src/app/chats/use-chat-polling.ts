import { useQuery } from '@tanstack/react-query'
import { useSession } from '../../react/index.ts'
import { usePolling } from '../lib/use-polling.ts'
import type { FreshPage } from './chat-pages.ts'

/**
 * What changed in a list. This is the whole seam between the views and how news arrive: a feed that LiveChat pushes
 * can take the place of asking again without them noticing.
 */
export interface ChatNews {
  /** Pages of the list as they are now. */
  fresh: readonly FreshPage[] | undefined
  /** Why the last look failed; looking goes on by itself. */
  error: Error | null
  /** Milliseconds since 1970 of the last look that worked. */
  freshAt: number
  /** Looks now. */
  ask: () => Promise<{ isError: boolean }>
}

/**
 * Looks again and again, while the page is visible and online; at once when it becomes so.
 *
 * @param ready The list itself has been loaded.
 */
export function useChatNews(
  key: readonly unknown[],
  look: (signal: AbortSignal) => Promise<readonly FreshPage[]>,
  ready: boolean,
): ChatNews {
  const { status } = useSession()
  const enabled = ready && status === 'signed-in'
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    queryKey: newsKey(key),
    ...usePolling(look, enabled),
    enabled,
    refetchOnReconnect: 'always',
    // Two answers are never the same object, and comparing them deeply costs more than drawing them.
    structuralSharing: false,
  })
  return {
    fresh: data,
    error,
    freshAt: dataUpdatedAt,
    ask: () => refetch({ cancelRefetch: false }),
  }
}

export function newsKey(key: readonly unknown[]): readonly unknown[] {
  return [...key, 'news']
}
