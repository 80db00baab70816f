import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { read } from './wire.ts'

export interface ResumeChatRequest {
  chatId: string
  /** Who may see it from now on; absent: every agent. */
  groupIds?: readonly number[]
  /** The customer of the chat, to have them in it again. */
  customerId?: string
}

export function resumeChatBody({ chatId, groupIds, customerId }: ResumeChatRequest): object {
  return {
    chat: {
      id: chatId,
      ...(groupIds?.length && { access: { group_ids: groupIds } }),
      ...(customerId !== undefined && { users: [{ id: customerId, type: 'customer' }] }),
    },
  }
}

/**
 * The id of the new thread.
 *
 * @throws {AgentChatError} `invalid_response` when there is none.
 */
export function toResumedThreadId(value: unknown): string {
  const wire = read(v.object({ thread_id: v.string() }), value)
  if (!wire) throw new AgentChatError('invalid_response', 'resume_chat')
  return wire.thread_id
}
