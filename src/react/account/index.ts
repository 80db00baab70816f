/**
 * Who is signed in, for React: the account menu and hooks. An entry point of its own, since it asks LiveChat's Global
 * Accounts API.
 *
 * @module
 */

export type { AccountMenuItem, AccountState } from '../../account-menu/index.ts'
export type { Account, Organization } from '../../accounts-api/index.ts'
export {
  type AccountResult,
  type Organizations,
  useAccount,
  useOrganizations,
} from './account-hooks.ts'
export { AccountMenu, type AccountMenuProps } from './account-menu.tsx'
