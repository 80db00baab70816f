/**
 * Registers `<sign-in-with-livechat>`; no other module a page imports does something by itself.
 *
 * @module
 */
import { SignInWithLiveChatElement } from './sign-in-element.ts'

// Two copies of this script on one page are one too many, but no reason to fail; nor is a server, which has none.
if (globalThis.customElements && !customElements.get('sign-in-with-livechat')) {
  customElements.define('sign-in-with-livechat', SignInWithLiveChatElement)
}

export { SignInWithLiveChatElement }
