import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { read } from './wire.ts'

export interface StartChatRequest {
  /** Absent: among agents only. */
  customerId?: string
  /** Who may see it; absent: every agent. */
  groupIds?: readonly number[]
  /** Needs nobody online; default false. */
  continuous?: boolean
}

export interface StartedChat {
  chatId: string
  threadId: string
}

export function startChatBody(request: StartChatRequest): object {
  const { customerId, groupIds, continuous } = request
  const chat = {
    ...(groupIds?.length && { access: { group_ids: groupIds } }),
    ...(customerId !== undefined && { users: [{ id: customerId, type: 'customer' }] }),
  }
  return {
    ...(Object.keys(chat).length > 0 && { chat }),
    ...(continuous !== undefined && { continuous }),
  }
}

/** @throws {AgentChatError} `invalid_response` when no chat is named. */
export function toStartedChat(value: unknown): StartedChat {
  const wire = read(v.object({ chat_id: v.string(), thread_id: v.string() }), value)
  if (!wire) throw new AgentChatError('invalid_response', 'start_chat')
  return { chatId: wire.chat_id, threadId: wire.thread_id }
}
