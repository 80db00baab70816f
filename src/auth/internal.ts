/**
 * The steps of a sign-in, for the modules of this package that combine them differently. Not an entry point of
 * the package: apps have `createSignInClient`.
 *
 * @module
 */

export { awaitsResponse, recordRedirect, tabStorage } from './flow/pending-sign-in.ts'
export { openPopup, originsOf, type Popup } from './flow/popup.ts'
export { readPopupMessage } from './flow/popup-message.ts'
export {
  accountsFetch,
  bearer,
  readJsonArray,
  readJsonObject,
} from './grant/accounts-http.ts'
export { createState, type PendingSignIn, statePrefix } from './grant/authorization-request.ts'
export {
  pendingLifetime,
  type RawResponse,
  readCode,
  readImplicitGrant,
  splitResponseUrl,
  validateResponse,
} from './grant/authorization-response.ts'
export { readLifetime, readScopes } from './grant/token-grant.ts'
export { fillFromTokenInfo } from './grant/token-info.ts'
export { loadModule } from './load-module.ts'
export { navigateTo, pageUrl, replaceAddress } from './page.ts'
export { documentedLifetime } from './session/session.ts'
export { liveSessionOf } from './session/session-state.ts'
export { asSignInError, printable } from './sign-in-error.ts'
export { completeOptions } from './sign-in-options.ts'
