import type { Chat, Properties } from '../model/chat.ts'
import { fromWireTime, type Microseconds } from '../model/wire-time.ts'
import { chatProperties, type Plan } from '../sample-data/chat-plan.ts'

/** What sorting, filtering and access need to know of a chat, kept for every chat. */
export interface ChatIndexEntry {
  id: string
  /** Start of the last thread; 0 for a chat without threads. */
  startedAt: Microseconds
  active: boolean
  queuedAt: Microseconds | undefined
  groupIds: number[]
  properties: Properties
  /** Emails of the agents who are in it now. */
  present: string[]
}

export function plannedIndexEntry(plan: Plan): ChatIndexEntry {
  return {
    id: plan.id,
    startedAt: plan.startedAt,
    active: plan.state !== 'closed' && plan.state !== 'empty',
    queuedAt: plan.state === 'queued' ? plan.startedAt : undefined,
    groupIds: [plan.groupId],
    properties: chatProperties(plan),
    present: plan.state === 'assigned' && plan.agent !== undefined ? [plan.agent] : [],
  }
}

export function indexEntryOf(chat: Chat): ChatIndexEntry {
  const last = chat.threads.at(-1)
  return {
    id: chat.id,
    startedAt: last ? fromWireTime(last.created_at) : 0,
    active: last?.active ?? false,
    queuedAt: last?.queued_at === undefined ? undefined : fromWireTime(last.queued_at),
    groupIds: chat.access.group_ids,
    properties: chat.properties,
    present: last?.active ? chat.agents.filter(({ present }) => present).map(({ id }) => id) : [],
  }
}
