import { AgentChatError } from '../../agent-chat/index.ts'
import { isSlowUpload } from '../../react/inbox/index.ts'
import { describeError } from '../language/describe-error.ts'
import { composerText } from './composer-text.ts'

/** Describes why a message was not sent, and what to do. */
export function describeSendError(error: Error | undefined): string {
  if (error && isSlowUpload(error)) return composerText().slowUpload
  const isLimit = error instanceof AgentChatError && error.code === 'limit_reached'
  return isLimit ? composerText().limitReached : describeError(error)
}
