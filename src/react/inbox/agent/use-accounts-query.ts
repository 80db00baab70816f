import { useQuery } from '@tanstack/react-query'
import type { AccountsClient } from '../../../accounts-api/index.ts'
import { scopesAllow, sessionOf } from '../../../auth/index.ts'
import { useSession } from '../../use-session.ts'
import { useServices } from '../inbox-provider.tsx'
import { useQueryKey } from './use-query-key.ts'

export interface AccountsQuery<T> {
  /** Names what is asked for, among everything this session asked. */
  about: string
  /** Needed to ask; absent: every session may. */
  scope?: string
  ask: (accounts: AccountsClient, options: { signal: AbortSignal }) => Promise<T | undefined>
  /** Milliseconds an answer is good for; default: as long as the account is the same. */
  staleTime?: number
}

/** Asks the accounts server about the session on screen; `null` is the answer when the session may not know. */
export function useAccountsQuery<T>({
  about,
  scope,
  ask,
  staleTime = Number.POSITIVE_INFINITY,
}: AccountsQuery<T>) {
  const { accounts, queries } = useServices()
  const state = useSession()
  const session = sessionOf(state)
  // What may be known depends on the scopes, and signing in again may bring more of them.
  const queryKey = useQueryKey(about, session?.scopes)
  const mayAsk = scope === undefined || scopesAllow(session?.scopes ?? [], scope)
  return useQuery(
    {
      queryKey,
      queryFn: async ({ signal }) => (mayAsk ? await ask(accounts, { signal }) : undefined) ?? null,
      enabled: state.status === 'signed-in',
      staleTime,
    },
    queries,
  )
}
