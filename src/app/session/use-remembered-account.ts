import { useEffect } from 'react'
import type { Account } from '../../accounts-api/index.ts'
import { useSession, useSignInClient } from '../../react/index.ts'

/** Puts a name to the hint a reload will find; each sign-in begins a new hint. */
export function useRememberedAccount(account: Account | undefined): void {
  const client = useSignInClient()
  const state = useSession()
  const session = state.status === 'signed-in' ? state.session : undefined
  useEffect(() => {
    if (!session || !account) return
    const { accountId, email, name } = account
    client.rememberAs({ accountId, email, name })
  }, [client, session, account])
}
