import { AgentChatError, type AgentChatErrorCode } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { failureText } from '../../messages/index.ts'
import { defineMessages } from './define-messages.ts'
import { signInMessages } from './sign-in-messages.ts'

const text = defineMessages('error', { unexpected: 'Something went wrong. Try again.' })

/** In English each error has its sentence with it. */
const english: Partial<Record<AgentChatErrorCode, string>> = {}
const chatErrors = defineMessages('chatErrors', english)

/** What went wrong and what to do, for the person at the screen; of an error that is neither LiveChat's nor the network's, no more. */
export function describeError(error: unknown): string {
  if (error instanceof SignInError) return failureText(error, signInMessages())
  if (error instanceof AgentChatError) return chatErrors()[error.code] ?? error.message
  return text().unexpected
}
