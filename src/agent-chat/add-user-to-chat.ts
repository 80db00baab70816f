export interface AddAgentToChatRequest {
  chatId: string
  /** Their e-mail; the agent's own joins them. */
  agentId: string
  /** The customer does not see them; default false. */
  agentsOnly?: boolean
}

/** Agents may join a chat they are not in, so the requester's presence never matters. */
export function addAgentToChatBody(request: AddAgentToChatRequest): object {
  return {
    chat_id: request.chatId,
    user_id: request.agentId,
    user_type: 'agent',
    visibility: request.agentsOnly ? 'agents' : 'all',
    ignore_requester_presence: true,
  }
}
