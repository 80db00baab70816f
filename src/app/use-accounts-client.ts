import { useMemo } from 'react'
import { type AccountsClient, createAccountsClient } from '../auth/index.ts'
import { useSignInClient } from '../react/index.ts'

/** LiveChat's accounts server, asked in the name of the session. */
export function useAccountsClient(): AccountsClient {
  const client = useSignInClient()
  return useMemo(() => createAccountsClient(client), [client])
}
