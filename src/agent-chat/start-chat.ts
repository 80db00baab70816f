import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read } from './wire.ts'

/** Whom to start a chat with. */
export interface StartChatRequest {
  /** Default: nobody, for a chat among agents. */
  customerId?: string
  /** The groups whose agents may see it; default: every agent. */
  groupIds?: readonly number[]
  /** Whether the chat stays open with nobody online; default false. */
  continuous?: boolean
}

/** The chat that was started, and its first thread. */
export interface StartedChat {
  chatId: string
  threadId: string
}

/** Starts a chat. */
export const startChat = defineAction({
  name: 'start_chat',
  body: startChatBody,
  read: readStartedChat,
})

function startChatBody({ customerId, groupIds, continuous }: StartChatRequest = {}): object {
  const chat = {
    ...(groupIds?.length && { access: { group_ids: groupIds } }),
    ...(customerId !== undefined && { users: [{ id: customerId, type: 'customer' }] }),
  }
  return {
    ...(Object.keys(chat).length > 0 && { chat }),
    continuous,
  }
}

function readStartedChat(value: unknown): StartedChat | undefined {
  const wire = read(v.object({ chat_id: v.string(), thread_id: v.string() }), value)
  return wire && { chatId: wire.chat_id, threadId: wire.thread_id }
}
