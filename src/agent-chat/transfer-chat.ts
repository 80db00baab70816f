export interface TransferChatRequest {
  chatId: string
  target: { agentId: string } | { groupId: number }
  /** Even when nobody can take it now: then it waits in the queue; default false. */
  mayQueue?: boolean
}

export function transferChatBody({ chatId, target, mayQueue }: TransferChatRequest): object {
  return {
    id: chatId,
    target:
      'agentId' in target
        ? { type: 'agent', ids: [target.agentId] }
        : { type: 'group', ids: [target.groupId] },
    ignore_agents_availability: mayQueue ?? false,
    ignore_requester_presence: true,
  }
}
