export {
  type Account,
  type AccountsAccess,
  type AccountsClient,
  type AccountsSession,
  createAccountsClient,
  type Organization,
  type TokenInspection,
} from './accounts-client.ts'
export type { EndedSession, Region, Session } from './session.ts'
export type { SessionEvent } from './session-keeper.ts'
export { type SessionState, sessionOf } from './session-state.ts'
export { type SessionSharing, shareSession } from './shared-session.ts'
export { signInByPopup } from './sign-in-by-popup.ts'
export {
  createSignInClient,
  type Resumed,
  type SignInClient,
} from './sign-in-client.ts'
export { SignInError, type SignInErrorCode } from './sign-in-error.ts'
export type { SignInHint } from './sign-in-hint.ts'
export {
  type Endpoints,
  type Flow,
  type GrantType,
  liveAccountsUrl,
  type SignInNow,
  type SignInOptions,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'
