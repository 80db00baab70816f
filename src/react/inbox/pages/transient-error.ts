import { AgentChatError, type AgentChatErrorCode } from '../../../agent-chat/index.ts'

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

/** Whether LiveChat no longer knows a page id, so that the list has to start over. */
export function isPageRefused(error: Error | null): boolean {
  return codeOf(error) === 'validation'
}

function codeOf(error: Error | null) {
  return error instanceof AgentChatError ? error.code : undefined
}
