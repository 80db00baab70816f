import { type DefaultOptions, QueryClient } from '@tanstack/react-query'

/** How an inbox asks: unlike a query by default, since the chat client repeats by itself, and pushes tell what is new. */
export const queryDefaults: DefaultOptions = {
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
}

export function createQueryClient(): QueryClient {
  return new QueryClient({ defaultOptions: queryDefaults })
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
