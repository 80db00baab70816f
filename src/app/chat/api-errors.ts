import { AgentChatError, type AgentChatErrorCode } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'

/** The sign-in lacks the right to list chats. */
export function isMissingScope(error: Error | null): boolean {
  return codeOf(error) === 'authorization'
}

/** Whether LiveChat no longer knows a page id, so that the list has to start over. */
export function isPageRefused(error: Error | null): boolean {
  return codeOf(error) === 'validation'
}

/** Whether to report an error as failed loading; a missing session or scope is reported elsewhere. */
export function isLoadError(error: Error | null): error is Error {
  if (error === null || error instanceof SignInError || isMissingScope(error)) return false
  return codeOf(error) !== 'authentication'
}

const transientCodes: readonly (AgentChatErrorCode | undefined)[] = [
  'network',
  'timed_out',
  'invalid_response',
  'too_many_requests',
  'request_timeout',
  'service_unavailable',
  'internal',
]

/** Whether an error may pass by itself, so that nobody has to do anything. */
export function isTransient(error: Error | null): boolean {
  return transientCodes.includes(codeOf(error))
}

function codeOf(error: Error | null) {
  return error instanceof AgentChatError ? error.code : undefined
}

/** The message for an error that is neither LiveChat's nor the network's. */
export const unexpectedErrorMessage = 'Something went wrong. Try again.'
