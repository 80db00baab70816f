import { menuText } from '../../account-menu/index.ts'
import { signInErrorCodes } from '../../auth/sign-in-error.ts'
import type { Messages } from '../index.ts'

const keys: string[] = [
  ...Object.keys(menuText),
  'continueInWindow',
  'goingToLiveChat',
  'useWindow',
  'useThisTab',
  ...signInErrorCodes(),
  'redirect_uri_not_set',
  'invalid_redirect_uri',
  'client_id_not_found',
  'too_many_redirects',
]

const english: Readonly<Record<string, string>> = { ...menuText }

/** A language in which every message is its key between marks, with the placeholders of the English one. */
export const markedMessages: Partial<Messages> = Object.fromEntries(
  keys.map((key) => [key, `⟦${key}${english[key]?.match(/\{\w+\}/)?.[0] ?? ''}⟧`]),
)

/** What somebody can read, or hear, in a part of the page. */
export function textsIn(root: ParentNode): string[] {
  const elements = [...root.querySelectorAll('*')]
  const texts = elements.flatMap((element) => [
    ...[...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue),
    ...['aria-label', 'title', 'alt', 'placeholder'].map((name) => element.getAttribute(name)),
    ...(element.shadowRoot ? textsIn(element.shadowRoot) : []),
  ])
  return texts.flatMap((text) => (text?.trim() ? [text] : []))
}

/** Those texts that are in no message. */
export function unmarked(root: ParentNode): string[] {
  return textsIn(root).filter((text) => /\p{Letter}/u.test(text.replace(/⟦[^⟧]*⟧/g, '')))
}
