import { AgentChatError, type AgentChatErrorCode } from '../../agent-chat/index.ts'
import { SignInError } from '../../auth/index.ts'

/** The sign-in lacks the right to list chats. */
export function isMissingScope(error: Error | null): boolean {
  return codeOf(error) === 'authorization'
}

/** LiveChat forgets page ids after a while; then the list starts anew. */
export function isPageRefused(error: Error | null): boolean {
  return codeOf(error) === 'validation'
}

/** Worth saying that loading failed; what the session or its scopes lack has words of its own. */
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

/** It may well work by itself in a while; nobody has to do anything. */
export function isTransient(error: Error | null): boolean {
  return transientCodes.includes(codeOf(error))
}

function codeOf(error: Error | null) {
  return error instanceof AgentChatError ? error.code : undefined
}

/** Said of an error that neither LiveChat nor the way to it explains. */
export const unexpectedErrorMessage =
  'This page met a fault of its own. Try again; if it repeats, tell its developer.'
