/**
 * A drop-in replacement for `@livechat/accounts-sdk`: change the import, keep the rest of the page.
 *
 * ```ts
 * import AccountsSDK from 'sign-in-with-livechat/accounts-sdk'
 * ```
 *
 * @module
 */

export {
  AccountsSDK,
  AccountsSDK as default,
  type TransactionData,
  type VerifyInput,
} from './accounts-sdk.ts'
export type { AuthError } from './auth-error.ts'
export type {
  PKCEOptions,
  ResolvedOptions,
  SDKOptions,
  TrackingOptions,
  TransactionOptions,
} from './sdk-options.ts'
export type {
  AuthorizeResponse,
  CodeFlowResponse,
  ListenerCallback,
  TokenFlowResponse,
} from './sdk-response.ts'
