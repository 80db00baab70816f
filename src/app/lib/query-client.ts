import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
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
    defaultOptions: {
      queries: {
        // The browser's word that there is no network is a hint; the request decides.
        networkMode: 'always',
        // The chat client retries by itself where that helps.
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: 'always',
        staleTime: 30_000,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Forgets what was loaded. By itself a client keeps what a view or a request still uses for five minutes more. */
export function forgetAll(queries: QueryClient): void {
  // Each request sets its time anew.
  queries.getQueryCache().subscribe(({ query }) => {
    query.gcTime = 0
  })
  for (const one of [...queries.getQueryCache().getAll(), ...queries.getMutationCache().getAll()]) {
    one.gcTime = 0
    one.destroy()
  }
  queries.clear()
}

/** Other errors may be of a server, of the session or of this page, so they say nothing about the network. */
function reportError(error: Error): void {
  const { code } = error as { code?: unknown }
  if (code === 'network' || code === 'timed_out') reportUnreached()
}
