import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { read, readUnique } from './wire.ts'

/** Whether an agent takes chats now. */
export interface RoutingStatus {
  /** The agent's email. */
  agentId: string
  /** `accepting_chats`, `not_accepting_chats` or `offline`. */
  status: string
}

const WireStatus = v.object({ agent_id: v.string(), status: v.string() })

/** Lists who accepts chats now. */
export const listRoutingStatuses = defineAction({
  name: 'list_routing_statuses',
  body: () => ({}),
  read: (response) => readUnique(response, readStatus, ({ agentId }) => agentId.toLowerCase()),
})

function readStatus(value: unknown): RoutingStatus | undefined {
  const wire = read(WireStatus, value)
  return wire && { agentId: wire.agent_id, status: wire.status }
}
