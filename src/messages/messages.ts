import type { SignInErrorCode } from '../auth/index.ts'

/** What the sign-in button says below itself. */
export interface ButtonMessages {
  /** While the sign-in window is open. */
  continueInWindow: string
  /** While the page leaves for LiveChat. */
  goingToLiveChat: string
  /** Offers the sign-in window where a redirect cannot work. */
  useWindow: string
  /** Offers the redirect where a sign-in window cannot open. */
  useThisTab: string
}

/** What the account menu says. */
export interface MenuMessages {
  /** Names the menu until it is known whose it is. */
  account: string
  /** Names the menu; has `{name}`. */
  accountOf: string
  /** In the place of the name. */
  loading: string
  loadFailed: string
  /** Asks for the account again. */
  tryAgain: string
  /** Signs in again before the session ends. */
  staySignedIn: string
  /** Has `{organization}`. */
  switchTo: string
  /** Likewise, for the agent's own organization while its name is not known. */
  switchToOwn: string
  /** What `useOrganizations()` calls that organization. */
  ownOrganization: string
  switchAccount: string
  signOut: string
  /** Has `{time}`, such as “7 hr 59 min”. */
  expiresIn: string
}

/** What the page of `./server` says about a sign-in that failed, beside the reason. */
export interface FailurePageMessages {
  signInFailed: string
  /** A link to where the sign-in began. */
  back: string
}

/** Why a sign-in failed: by code, or by those `exception_details` of LiveChat that say more than the code. */
type FailureMessages = Record<
  | SignInErrorCode
  | 'client_id_not_found'
  | 'redirect_uri_not_set'
  | 'invalid_redirect_uri'
  | 'too_many_redirects',
  string
>

/** Everything that the button, the account menu and the hooks say, but for the button's label. */
export interface Messages
  extends ButtonMessages,
    MenuMessages,
    FailurePageMessages,
    FailureMessages {}

/** English is in the code: only what a page replaces is in a table. */
export const english: Partial<Messages> = {}

/** Puts a value in the place of a message's `{…}`. */
export function fill(message: string, value: string): string {
  return message.replace(/\{\w+\}/, () => value)
}
