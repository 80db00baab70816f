/**
 * The sign-in button as a custom element. Importing this module has no effect;
 * `sign-in-with-livechat/embed/define` registers the element.
 *
 * @module
 */
export type { Messages } from '../messages/index.ts'
export type {
  LiveChatAccountMenuAttributes,
  LiveChatElements,
  SignInWithLiveChatAttributes,
} from './jsx-elements.ts'
export { type SignInElementEvents, SignInWithLiveChatElement } from './sign-in-element.ts'
