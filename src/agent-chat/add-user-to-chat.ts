import { defineAction } from './define-action.ts'

/** Which agent to add to which chat. */
export interface AddAgentToChatRequest {
  chatId: string
  /** The agent's email; agents may add themselves. */
  agentId: string
  /** Whether the agent stays hidden from the customer; default false. */
  agentsOnly?: boolean
}

/** Adds an agent to a chat, whether or not the requester is in it. */
export const addAgentToChat = defineAction({
  name: 'add_user_to_chat',
  body: ({ chatId, agentId, agentsOnly }: AddAgentToChatRequest) => ({
    chat_id: chatId,
    user_id: agentId,
    user_type: 'agent',
    visibility: agentsOnly ? 'agents' : 'all',
    ignore_requester_presence: true,
  }),
})
