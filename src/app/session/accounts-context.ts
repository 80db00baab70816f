import { createContext, use } from 'react'
import type { AccountsClient } from '../../accounts-api/index.ts'

export const AccountsContext = createContext<AccountsClient | undefined>(undefined)

/**
 * LiveChat's accounts server, asked in the name of the agent.
 *
 * @throws {Error} Outside of the app.
 */
export function useAccountsClient(): AccountsClient {
  const accounts = use(AccountsContext)
  if (!accounts) throw new Error('No accounts client: render this inside <AccountsContext>.')
  return accounts
}
