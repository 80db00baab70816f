import type { Viewer } from '../agent-chat/action.ts'
import { groupReach } from '../agent-chat/group-access.ts'
import { activeThread } from '../inbox/chat-mutations.ts'
import type { Chat } from '../model/chat.ts'
import { scopeAllows } from '../world/scopes.ts'
import type { RtmSettings } from '../world/world.ts'

/** Whose customers an agent hears of (docs/protocol.md 9.3). */
export const monitoringLevels = [
  'my',
  'chatting',
  'invited',
  'online',
  'highest_available',
] as const
export type MonitoringLevel = (typeof monitoringLevels)[number]

/** An agent at one connection. */
export interface Listener extends Viewer {
  monitoring: MonitoringLevel
}

/** News of one change, for everybody entitled to it. */
export interface Push {
  action: string
  reaches(listener: Listener): boolean
  /** What it says to a listener; undefined when their version has no such push. */
  payload(listener: Listener): object | undefined
}

export const holds =
  (scope: string) =>
  ({ caller }: Listener): boolean =>
    scopeAllows(caller.scopes, scope)

/** Agents who are in a chat now. */
export function membersOf(chat: Chat | undefined): string[] {
  if (!chat || !activeThread(chat)) return []
  return chat.agents.filter(({ present }) => present).map(({ id }) => id)
}

export interface ChatAudience {
  /** Those in the chat and those who follow it: everything. */
  insiders(listener: Listener): boolean
  /** Those who may open it, too: key changes only (docs/protocol.md 9.4). */
  everybody(listener: Listener): boolean
}

/** Who hears of a change: those entitled before it as well as those after it. */
export function audienceOf(
  before: Chat | undefined,
  after: Chat,
  settings: Pick<RtmSettings, 'pushQueuedMessages'>,
): ChatAudience {
  const inside = new Set(
    [before, after].flatMap((chat) => [...membersOf(chat), ...(chat?.followers ?? [])]),
  )
  const groupIds = [...(before?.access.group_ids ?? []), ...after.access.group_ids]
  const isInside = ({ agentId }: Listener) => inside.has(agentId)
  const everybody = (listener: Listener) =>
    isInside(listener) || groupReach(listener.caller)(groupIds)
  const isQueued = after.threads.at(-1)?.queued_at !== undefined
  return { insiders: settings.pushQueuedMessages && isQueued ? everybody : isInside, everybody }
}
