import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import type { ChatPage } from '../agent-chat/index.ts'
import { useSession } from '../react/index.ts'
import { PollEvery } from './poll-every.ts'

/**
 * What changed at the beginning of a list. This is the whole seam between the views and how news arrive: a feed that
 * LiveChat pushes can take the place of asking again without them noticing.
 */
export interface ChatNews {
  /** The newest beginning of the list. */
  head: ChatPage | undefined
  error: Error | null
  /** Looks now. */
  ask: () => Promise<unknown>
}

export type AskForHead = (signal: AbortSignal) => Promise<ChatPage>

/**
 * Asks for the beginning of the list again and again, while the page is visible and online; at once when it becomes so.
 *
 * @param ready The list itself has been loaded.
 */
export function useChatNews(
  key: readonly unknown[],
  askForHead: AskForHead,
  ready: boolean,
): ChatNews {
  const every = use(PollEvery)
  const { status } = useSession()
  const enabled = ready && status === 'signed-in'
  const { data, error, refetch } = useQuery({
    queryKey: newsKey(key),
    queryFn: ({ signal }) => askForHead(signal),
    enabled,
    refetchInterval: enabled && every > 0 && every,
    refetchOnWindowFocus: true,
    refetchOnReconnect: 'always',
    staleTime: every,
    // Two answers are never the same object, and comparing them deeply costs more than drawing them.
    structuralSharing: false,
  })
  return { head: data, error, ask: () => refetch({ cancelRefetch: false }) }
}

export function newsKey(key: readonly unknown[]): readonly unknown[] {
  return [...key, 'news']
}
