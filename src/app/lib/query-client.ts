import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { queryDefaults } from '../../react/inbox/inbox-internal.ts'
import { reportReached, reportUnreached } from './use-online.ts'

export function createQueryClient(): QueryClient {
  const askedAt = new WeakMap<object, number>()
  const queryCache = new QueryCache({
    onSuccess: (_, query) => reportReached(askedAt.get(query) ?? 0),
    onError: reportError,
  })
  queryCache.subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'fetch') {
      askedAt.set(event.query, Date.now())
    }
  })
  return new QueryClient({
    queryCache,
    mutationCache: new MutationCache({
      onSuccess: (_data, _variables, _context, { state }) => reportReached(state.submittedAt),
      onError: reportError,
    }),
    defaultOptions: queryDefaults,
  })
}

/** Other errors may be of a server, of the session or of this page, so they say nothing about the network. */
function reportError(error: Error): void {
  const { code } = error as { code?: unknown }
  if (code === 'network' || code === 'timed_out') reportUnreached()
}
