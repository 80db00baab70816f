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
  /** Those who hear of it for the first time. */
  newcomers(listener: Listener): boolean
}

/** Who hears of a change: those entitled before it as well as those after it. */
export function audienceOf(
  before: Chat | undefined,
  after: Chat,
  settings: Pick<RtmSettings, 'pushQueuedMessages'>,
): ChatAudience {
  const [was, is] = [entitledBy(before), entitledBy(after)]
  const insiders = (listener: Listener) => was.insider(listener) || is.insider(listener)
  const everybody = (listener: Listener) => was.reader(listener) || is.reader(listener)
  const newcomers = (listener: Listener) =>
    (is.insider(listener) && !was.insider(listener)) ||
    (is.reader(listener) && !was.reader(listener))
  const isQueued = after.threads.at(-1)?.queued_at !== undefined
  return {
    insiders: settings.pushQueuedMessages && isQueued ? everybody : insiders,
    everybody,
    newcomers,
  }
}

/** Who is in a chat or follows it, and who may open it. */
function entitledBy(chat: Chat | undefined) {
  const inside = new Set([...membersOf(chat), ...(chat?.followers ?? [])])
  const groupIds = chat?.access.group_ids ?? []
  const insider = ({ agentId }: Listener) => inside.has(agentId)
  const reader = (listener: Listener) =>
    insider(listener) || (chat !== undefined && groupReach(listener.caller)(groupIds))
  return { insider, reader }
}
