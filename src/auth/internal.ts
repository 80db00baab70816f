/**
 * The steps of a sign-in one by one, for the rooms of this package that walk them in another order. No door of
 * the package: apps have `createSignInClient`.
 *
 * @module
 */

export { navigateTo, pageUrl, replaceAddress } from './flow/page.ts'
export { awaitsResponse, recordRedirect, tabStorage } from './flow/pending-sign-in.ts'
export { openPopup, originsOf, type Popup } from './flow/popup.ts'
export { readPopupMessage } from './flow/popup-message.ts'
export { askAccounts, bearer, fillFromTokenInfo } from './grant/accounts-http.ts'
export { createState, type PendingSignIn } from './grant/authorization-request.ts'
export {
  pendingLifetime,
  type RawResponse,
  readImplicitGrant,
  splitResponseUrl,
  validateResponse,
} from './grant/authorization-response.ts'
export { readCode } from './grant/code-answer.ts'
export { readJsonArray, readJsonObject } from './grant/json-response.ts'
export { readLifetime, readScopes } from './grant/token-grant.ts'
export { documentedLifetime } from './session/session.ts'
export { asSignInError, printable } from './sign-in-error.ts'
export { completeOptions } from './sign-in-options.ts'
