import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { number, read, readUnique } from './wire.ts'

/** An agent a chat can be transferred to. */
export interface TransferAgent {
  /** The agent's email. */
  agentId: string
  /** How many chats the agent has open. */
  activeChats: number
}

const WireAgent = v.object({ agent_id: v.string(), total_active_chats: number })

/** Lists the agents a chat can be transferred to; LiveChat sends the least busy first. */
export const listAgentsForTransfer = defineAction({
  name: 'list_agents_for_transfer',
  body: (chatId: string) => ({ chat_id: chatId }),
  read: (response) =>
    readUnique(response, readTransferAgent, ({ agentId }) => agentId.toLowerCase()),
})

function readTransferAgent(value: unknown): TransferAgent | undefined {
  const wire = read(WireAgent, value)
  return wire && { agentId: wire.agent_id, activeChats: wire.total_active_chats ?? 0 }
}
