export type { Account } from './accounts-server.ts'
export type { EndedSession, Region, Session } from './session.ts'
export { type SessionState, sessionOf } from './session-state.ts'
export {
  createSignInClient,
  type Resumed,
  type SignInClient,
  type SignInNow,
} from './sign-in-client.ts'
export { SignInError, type SignInErrorCode } from './sign-in-error.ts'
export {
  type Flow,
  liveAccountsUrl,
  type SignInOptions,
  type SignInRequest,
  type SignInSettings,
} from './sign-in-options.ts'
