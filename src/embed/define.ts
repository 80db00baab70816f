/**
 * Registers `<sign-in-with-livechat>`, the one module whose import has an effect.
 *
 * @module
 */
import { SignInWithLiveChatElement } from './sign-in-element.ts'

// A page may load this script twice, and a server that imports it has no custom elements; neither should fail.
if (globalThis.customElements && !customElements.get('sign-in-with-livechat')) {
  customElements.define('sign-in-with-livechat', SignInWithLiveChatElement)
}

export { SignInWithLiveChatElement }
