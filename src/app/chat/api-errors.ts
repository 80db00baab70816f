import { AgentChatError } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'

/** The sign-in lacks the right to list chats. */
export function isMissingScope(error: Error | null): boolean {
  return codeOf(error) === 'authorization'
}

/** Whether to report an error as failed loading; a missing session or scope is reported elsewhere. */
export function isLoadError(error: Error | null): error is Error {
  if (error === null || error instanceof SignInError || isMissingScope(error)) return false
  return codeOf(error) !== 'authentication'
}

function codeOf(error: Error | null) {
  return error instanceof AgentChatError ? error.code : undefined
}
