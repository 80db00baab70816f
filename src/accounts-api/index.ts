export {
  type Account,
  type AccountsAccess,
  type AccountsClient,
  type AccountsSession,
  createAccountsClient,
  type Organization,
  type TokenInspection,
} from './accounts-client.ts'
