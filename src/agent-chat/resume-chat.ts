import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read } from './wire.ts'

/** Which closed chat to reopen, and for whom. */
export interface ResumeChatRequest {
  chatId: string
  /** The groups whose agents may see it from now on; default: every agent. */
  groupIds?: readonly number[]
  /** The customer of the chat, to bring them back into it. */
  customerId?: string
}

/** Reopens a closed chat with a new thread, and returns the thread's id. */
export const resumeChat = defineAction({
  name: 'resume_chat',
  body: ({ chatId, groupIds, customerId }: ResumeChatRequest) => ({
    chat: {
      id: chatId,
      ...(groupIds?.length && { access: { group_ids: groupIds } }),
      ...(customerId !== undefined && { users: [{ id: customerId, type: 'customer' }] }),
    },
  }),
  read: (response) => read(v.object({ thread_id: v.string() }), response)?.thread_id,
})
