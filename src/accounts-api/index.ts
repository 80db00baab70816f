/**
 * A client of LiveChat's Global Accounts API, for the account of an agent who is signed in.
 *
 * @module
 */
export type { Account } from './account.ts'
export {
  type AccountsClient,
  type AccountsCredentials,
  type CallOptions,
  createAccountsClient,
} from './accounts-client.ts'
export type { AccountsSession } from './accounts-session.ts'
export type { Organization } from './organization.ts'
export type { TokenInspection } from './token-inspection.ts'
