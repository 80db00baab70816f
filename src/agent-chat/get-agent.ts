import * as v from 'valibot'
import { AgentChatError } from './agent-chat-error.ts'
import { anything, read, readList, text } from './wire.ts'

/** An agent as LiveChat's settings know them. */
export interface AgentProfile {
  /** The agent's e-mail, by which chats know them. */
  agentId: string
  name: string | undefined
  /** `owner`, `viceowner`, `administrator` or `normal`. */
  role: string | undefined
  /** The groups they are in; everybody's, group 0, is not among them. */
  groupIds: number[]
}

const WireGroup = v.object({ id: v.number() })
const WireProfile = v.object({ id: v.string(), name: text, role: text, groups: anything })

/** @throws {AgentChatError} `invalid_response` when it is no agent. */
export function toGotAgent(value: unknown): AgentProfile {
  const profile = read(WireProfile, value)
  if (!profile) throw new AgentChatError('invalid_response', 'get_agent')
  const groupIds = readList(profile.groups, (group) => read(WireGroup, group)?.id)
  return { agentId: profile.id, name: profile.name, role: profile.role, groupIds }
}
