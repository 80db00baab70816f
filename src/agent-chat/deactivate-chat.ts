import { defineAction } from './define-action.ts'

/** Which chat to close. */
export interface DeactivateChatRequest {
  chatId: string
  /** Whether to close it even when the agent is not in it; default false. */
  ignorePresence?: boolean
}

/** Closes the open thread of a chat. */
export const deactivateChat = defineAction({
  name: 'deactivate_chat',
  keepalive: true,
  body: ({ chatId, ignorePresence = false }: DeactivateChatRequest) => ({
    id: chatId,
    ignore_requester_presence: ignorePresence,
  }),
})
