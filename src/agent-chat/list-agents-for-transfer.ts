import * as v from 'valibot'
import { number, read, readList } from './wire.ts'

/** Somebody a chat can be handed to. */
export interface TransferAgent {
  /** Their e-mail. */
  agentId: string
  activeChats: number
}

const WireAgent = v.object({ agent_id: v.string(), total_active_chats: number })

/** The least busy first, as LiveChat sends them. */
export function toTransferAgents(value: unknown): TransferAgent[] {
  return readList(value, (one) => {
    const wire = read(WireAgent, one)
    return wire && { agentId: wire.agent_id, activeChats: wire.total_active_chats ?? 0 }
  })
}
