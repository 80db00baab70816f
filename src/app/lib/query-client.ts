import { QueryCache, QueryClient } from '@tanstack/react-query'
import { reportReached, reportUnreached } from './use-online.ts'

export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onSuccess: reportReached,
      onError: (error) => {
        if ('code' in error && error.code === 'network') reportUnreached()
        else reportReached()
      },
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
