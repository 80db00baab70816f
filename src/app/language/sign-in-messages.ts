import { english, type Messages, messagesIn } from '../../messages/index.ts'
import { language } from './define-messages.ts'

/** What the sign-in button says in the language of the page; English until it is loaded. */
export function signInMessages(): Partial<Messages> {
  return messagesIn(language.get()) ?? english
}
