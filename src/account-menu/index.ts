export { type AccountState, type AccountStore, accountStoreOf } from './account-store.ts'
export { menuText } from './menu-text.ts'
export {
  type AccountMenuItem,
  type AccountMenuOptions,
  type AccountMenuView,
  createAccountMenu,
} from './menu-view.ts'
export {
  forgetOrganizations,
  organizationChoices,
  recentOrganizations,
  rememberOrganization,
} from './recent-organizations.ts'
export { signInAgainRequest, switchOrganizationRequest } from './switch-request.ts'
