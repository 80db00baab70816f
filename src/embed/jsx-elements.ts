import type { AccountMenuItem } from '../account-menu/index.ts'
import type { SignInClient } from '../auth/index.ts'
import type { Messages } from '../messages/index.ts'
import type { clientAttributes, signInAttributes } from './element-options.ts'
import type { SignInElementEvents } from './sign-in-element.ts'

type ClientAttributes = {
  [Name in (typeof clientAttributes)[number]]?: string | number
} & {
  theme?: 'auto' | 'light' | 'dark'
  /** Set as a property. */
  client?: SignInClient
  /** Set as a property. */
  messages?: Partial<Messages>
}

type SignInEventListeners = {
  [Name in keyof SignInElementEvents as `on${Name}`]?: (event: SignInElementEvents[Name]) => void
}

/** What `<sign-in-with-livechat>` takes in JSX, beside what every element takes. */
export type SignInWithLiveChatAttributes = ClientAttributes &
  SignInEventListeners & { [Name in (typeof signInAttributes)[number]]?: string } & {
    label?: string
    size?: 'small' | 'medium' | 'large'
    disabled?: boolean
  }

/** What `<livechat-account-menu>` takes in JSX, beside what every element takes. */
export type LiveChatAccountMenuAttributes = ClientAttributes & {
  /** Set as a property. */
  items?: readonly AccountMenuItem[]
}

/**
 * The elements for `JSX.IntrinsicElements`, in whatever JSX: React 19, Preact, Solid.
 *
 * ```ts
 * declare module 'react' {
 *   namespace JSX {
 *     interface IntrinsicElements extends LiveChatElements<HTMLAttributes<HTMLElement>> {}
 *   }
 * }
 * ```
 *
 * @typeParam Common What every element takes, with its children.
 */
export interface LiveChatElements<Common> {
  'sign-in-with-livechat': Omit<Common, keyof SignInWithLiveChatAttributes> &
    SignInWithLiveChatAttributes
  'livechat-account-menu': Omit<Common, keyof LiveChatAccountMenuAttributes> &
    LiveChatAccountMenuAttributes
}
