export { missingScopes, scopesAllow } from './scopes.ts'
export type { EndedSession, Region, Session } from './session/session.ts'
export { isExpiring, type SessionState, sessionOf } from './session/session-state.ts'
export { type SessionSharing, shareSession } from './session/shared-session.ts'
export type { SignInHint } from './session/sign-in-hint.ts'
export { signInByPopup } from './sign-in-by-popup.ts'
export {
  createSignInClient,
  type ResumeResult,
  type SignInClient,
  type SignInClientOptions,
  type UncheckedToken,
} from './sign-in-client.ts'
export { SignInError, type SignInErrorCode } from './sign-in-error.ts'
export {
  type Endpoints,
  type Flow,
  type GrantType,
  liveAccountsUrl,
  type SignInOptions,
  type SignInParams,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'
