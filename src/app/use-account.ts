import { useQuery } from '@tanstack/react-query'
import { type Account, createAccountsClient, sessionOf } from '../auth/index.ts'
import { useSession, useSignInClient } from '../react/index.ts'
import { ownerOf } from './session-owner.ts'

/** Who is signed in; undefined while LiveChat is asked, and when it may not or cannot tell. */
export function useAccount(): Account | undefined {
  const client = useSignInClient()
  const state = useSession()
  const session = sessionOf(state)
  const { data } = useQuery({
    queryKey: ['account', session && ownerOf(session)],
    queryFn: async ({ signal }) =>
      (await createAccountsClient(client).getAccount({ signal })) ?? null,
    enabled: state.status === 'signed-in',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data ?? undefined
}
