/**
 * The button as a custom element. Importing this does nothing; `sign-in-with-livechat/embed/define` registers it.
 *
 * @module
 */
export { type SignInElementEvents, SignInWithLiveChatElement } from './sign-in-element.ts'
