/**
 * Registers `<sign-in-with-livechat>`; the one module of this package that does something when it is imported.
 *
 * @module
 */
import { SignInWithLiveChatElement } from './sign-in-element.ts'

// Two copies of this script on one page are one too many, but no reason to fail.
if (!customElements.get('sign-in-with-livechat')) {
  customElements.define('sign-in-with-livechat', SignInWithLiveChatElement)
}

export { SignInWithLiveChatElement }
