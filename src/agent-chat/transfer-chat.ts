import { defineAction } from './define-action.ts'

/** Which chat to transfer, and to whom. */
export interface TransferChatRequest {
  chatId: string
  target: { agentId: string } | { groupId: number }
  /** Whether the chat may wait in the queue when nobody can take it now; default false. */
  mayQueue?: boolean
}

/** Transfers a chat to another agent or group. */
export const transferChat = defineAction({
  name: 'transfer_chat',
  body: ({ chatId, target, mayQueue = false }: TransferChatRequest) => ({
    id: chatId,
    target:
      'agentId' in target
        ? { type: 'agent', ids: [target.agentId] }
        : { type: 'group', ids: [target.groupId] },
    ignore_agents_availability: mayQueue,
    ignore_requester_presence: true,
  }),
})
