import type { Flow, SignInError } from '../auth/index.ts'
import type { ButtonMessages, FailurePageMessages, Messages } from './messages.ts'

const buttonMessages: ButtonMessages = {
  continueInWindow: 'Continue in the sign-in window. Can’t see it? Click the button again.',
  goingToLiveChat: 'Taking you to LiveChat…',
  useWindow: 'Use a sign-in window instead',
  useThisTab: 'Use this tab instead',
}

/** Says how a sign-in goes that is under way. */
export function progressText(flow: Flow, messages: Partial<Messages>): string {
  const text = { ...buttonMessages, ...messages }
  return flow === 'popup' ? text.continueInWindow : text.goingToLiveChat
}

/** Offers another flow. */
export function alternativeText(flow: Flow, messages: Partial<Messages>): string {
  const text = { ...buttonMessages, ...messages }
  return flow === 'popup' ? text.useWindow : text.useThisTab
}

/** What the page about a failed sign-in says. */
export function pageText(messages: Partial<Messages>): FailurePageMessages {
  return { signInFailed: 'Sign-in failed', back: 'Back', ...messages }
}

/** Says what happened and what to do, as the error's own message does in English. */
export function failureText(
  { code, details = '', message }: SignInError,
  messages: Partial<Messages>,
): string {
  // Only LiveChat's words have underscores, and so do the keys that are named for them.
  if (details.includes('_') && Object.hasOwn(messages, details)) {
    return messages[details as keyof Messages] ?? message
  }
  const text = messages[code]
  if (!text || !details) return text ?? message
  // The details are English in every language; the isolates keep them in one piece.
  return `${text} (\u2068${details}\u2069)`
}
