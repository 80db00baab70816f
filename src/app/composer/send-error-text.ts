import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'
import { isSlowUpload } from '../../react/inbox/index.ts'
import { unexpectedErrorMessage } from '../chat/api-errors.ts'

/** Describes why a message was not sent, and what to do. */
export function describeSendError(error: Error | undefined): string {
  if (error instanceof SignInError) return error.message
  if (!(error instanceof AgentChatError)) return unexpectedErrorMessage
  if (isSlowUpload(error)) return 'The upload took too long. Send it again to give it more time.'
  switch (error.code) {
    case 'limit_reached':
      return 'You’ve reached a limit of this chat or your plan. Close the chat and reopen it, then try again. If it happens again, ask your account owner.'
    default:
      return error.message
  }
}
