/**
 * The steps of a sign-in, for the modules of this package that combine them differently. Not an entry point of
 * the package: apps have `createSignInClient`.
 *
 * @module
 */

export { awaitsResponse, recordRedirect, tabStorage } from './flow/pending-sign-in.ts'
export { openPopup, originsOf, type Popup } from './flow/popup.ts'
export { readPopupMessage } from './flow/popup-message.ts'
export { safeReturnTo } from './flow/return-to.ts'
export {
  accountsFetch,
  bearer,
  readJsonArray,
  readJsonObject,
} from './grant/accounts-http.ts'
export {
  createCodeRequest,
  createState,
  type PendingSignIn,
  statePrefix,
} from './grant/authorization-request.ts'
export {
  pendingLifetime,
  type RawResponse,
  readCode,
  readImplicitGrant,
  splitResponseUrl,
  validateResponse,
} from './grant/authorization-response.ts'
export { loadCodeGrant } from './grant/load-code-grant.ts'
export { revokeToken } from './grant/revoke-token.ts'
export { readTokenResponse } from './grant/token-endpoint.ts'
export { readLifetime, readScopes, sameOwner } from './grant/token-grant.ts'
export { fillFromTokenInfo } from './grant/token-info.ts'
export { loadModule } from './load-module.ts'
export { currentPath, navigateTo, onceRestored, pageUrl, replaceAddress } from './page.ts'
export {
  announceSignOut,
  lastSignOut,
  onCrossTabSignOut,
  signedOutSince,
} from './session/cross-tab-sign-out.ts'
export { documentedLifetime, type SignInRecord, toSession } from './session/session.ts'
export { browserClocks, createExpiry, type Expiry, lastMoment } from './session/session-expiry.ts'
export { liveSessionOf } from './session/session-state.ts'
export { nextState, type SessionChange } from './session/session-transitions.ts'
export { refreshSignIn, transientCodes } from './session/token-refresh.ts'
export { completeSignIn } from './sign-in.ts'
export { asSignInError, printable } from './sign-in-error.ts'
export { completeOptions } from './sign-in-options.ts'
