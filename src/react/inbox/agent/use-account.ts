import type { Account } from '../../../accounts-api/index.ts'
import { type AccountsQuery, useAccountsQuery } from './use-accounts-query.ts'

const account: AccountsQuery<Account> = {
  about: 'account',
  scope: 'accounts--my:ro',
  ask: (accounts, options) => accounts.getAccount(options),
}

/** Who is signed in; undefined while LiveChat is asked, and when it may not or cannot tell. */
export function useAccount(): Account | undefined {
  return useAccountQuery().data ?? undefined
}

/** Likewise, with what became of asking. */
export function useAccountQuery() {
  return useAccountsQuery(account)
}
