/**
 * The steps of a sign-in one by one, for the rooms of this package that walk them in another order. No door of
 * the package: apps have `createSignInClient`.
 *
 * @module
 */
export { completeGrant } from './accounts-server.ts'
export { createState, type PendingSignIn } from './authorization-request.ts'
export {
  pendingLifetime,
  proveResponse,
  type RawResponse,
  readImplicitGrant,
  splitResponseUrl,
} from './authorization-response.ts'
export { readCode } from './code-answer.ts'
export { leaveFor, pageUrl, replaceAddress } from './page.ts'
export { openPopup, originsOf, type Popup } from './popup.ts'
export { readPopupMessage } from './popup-message.ts'
export { awaitsAnswer, noteDeparture, tabStorage } from './redirect.ts'
export { documentedLifetime } from './session.ts'
export { asSignInError } from './sign-in-error.ts'
export { completeOptions } from './sign-in-options.ts'
