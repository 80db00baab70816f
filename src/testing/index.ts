/**
 * A helper for end-to-end tests of pages that sign in: run the sandbox (`sign-in-with-livechat/sandbox`), then sign in
 * through it in one line.
 *
 * @module
 */
export {
  type BrowserPage,
  type SandboxSignIn,
  signInThroughSandbox,
} from './sign-in-through-sandbox.ts'
