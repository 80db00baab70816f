/**
 * Registers `<livechat-account-menu>`, and `<sign-in-with-livechat>`, whose session it shows.
 *
 * @module
 */
import { LiveChatAccountMenuElement } from './account-menu-element.ts'
import './define.ts'

// A page may load this script twice, and a server that imports it has no custom elements; neither should fail.
if (globalThis.customElements && !customElements.get('livechat-account-menu')) {
  customElements.define('livechat-account-menu', LiveChatAccountMenuElement)
}

export { LiveChatAccountMenuElement }
