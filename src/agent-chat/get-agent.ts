import * as v from 'valibot'
import { defineAction } from './define-action.ts'
import { anything, read, readList, text } from './wire.ts'

/** An agent as set up in LiveChat's settings. */
export interface AgentProfile {
  /** The agent's email, which is also their id in chats. */
  agentId: string
  name: string | undefined
  /** `owner`, `viceowner`, `administrator` or `normal`. */
  role: string | undefined
  /** The groups they belong to, without group 0, which everybody belongs to. */
  groupIds: number[]
}

const WireGroup = v.object({ id: v.number() })
const WireProfile = v.object({ id: v.string(), name: text, role: text, groups: anything })

/**
 * Gets an agent's profile by their id.
 *
 * @see https://platform.text.com/docs/management/configuration-api
 */
export const getAgent = defineAction({
  name: 'get_agent',
  api: 'configuration',
  body: (agentId: string) => ({ id: agentId }),
  read: readProfile,
})

/** Reads an agent's profile; undefined without an id. */
export function readProfile(value: unknown): AgentProfile | undefined {
  const profile = read(WireProfile, value)
  if (!profile) return undefined
  const groupIds = readList(profile.groups, (group) => read(WireGroup, group)?.id)
  return { agentId: profile.id, name: profile.name, role: profile.role, groupIds }
}
