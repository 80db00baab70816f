import type { Chat, ChatEvent, EventContent, Thread, Visibility } from '../model/chat.ts'
import type { Account } from '../model/organization.ts'
import { fromWireTime, type Microseconds, toWireTime } from '../model/wire-time.ts'

/** Changes to a chat. All of them write to the chat they are given: use them inside `inbox.change`. */

export function activeThread(chat: Chat): Thread | undefined {
  const last = chat.threads.at(-1)
  return last?.active ? last : undefined
}

/** The time of the next event: now, or just after the chat's last one, so that no two are the same. */
export function nextMoment(chat: Chat, now: number): Microseconds {
  const last = chat.threads.at(-1)
  const latest = last?.events.at(-1)?.created_at ?? last?.created_at
  return Math.max(now * 1000, latest === undefined ? 0 : fromWireTime(latest) + 1)
}

export interface NewEvent {
  content: EventContent
  /** An agent's email or a customer's id; absent for a system message. */
  author?: string
  visibility?: Visibility
  customId?: string
  properties?: ChatEvent['properties']
}

/** Adds an event to the last thread; its author has seen everything up to it. */
export function appendEvent(chat: Chat, event: NewEvent, now: number): ChatEvent {
  const thread = chat.threads.at(-1)
  if (!thread) throw new Error(`Chat ${chat.id} has no thread to write to`)
  const created_at = toWireTime(nextMoment(chat, now))
  const { content, author, visibility = 'all', customId, properties } = event
  const appended: ChatEvent = {
    id: `${thread.id}_${thread.events.length + 1}`,
    created_at,
    visibility,
    ...(author === undefined ? {} : { author_id: author }),
    ...(customId === undefined ? {} : { custom_id: customId }),
    ...(properties ? { properties } : {}),
    ...content,
  }
  thread.events.push(appended)
  const agent = chat.agents.find(({ id }) => id === author)
  const { customer } = chat
  if (agent) {
    agent.events_seen_up_to = created_at
    // Nobody was answered by a note, which the customer never sees.
    if (visibility === 'all') {
      if (customer) customer.agent_last_event_created_at = created_at
      delete thread.properties.routing?.unreplied
    }
  }
  if (customer && customer.id === author) {
    customer.events_seen_up_to = created_at
    customer.customer_last_event_created_at = created_at
  }
  delete thread.properties.routing?.idle
  return appended
}

/**
 * Somebody has seen a chat up to a time; not less than before, and nothing of the future.
 *
 * @param upTo On the wire.
 */
export function markSeen(user: { events_seen_up_to?: string }, upTo: string, now: number): void {
  const before = fromWireTime(user.events_seen_up_to ?? '') || 0
  user.events_seen_up_to = toWireTime(Math.max(before, Math.min(fromWireTime(upTo), now * 1000)))
}

export interface NewThread {
  id: string
  active: boolean
  groupIds: number[]
  properties?: Thread['properties']
}

export function openThread(chat: Chat, thread: NewThread, now: number): Thread {
  const opened: Thread = {
    id: thread.id,
    created_at: toWireTime(nextMoment(chat, now)),
    active: thread.active,
    user_ids: chat.customer ? [chat.customer.id] : [],
    events: [],
    properties: thread.properties ?? {},
    access: { group_ids: thread.groupIds },
  }
  chat.threads.push(opened)
  // Who followed a chat follows it until it is active again.
  chat.followers = []
  const { customer } = chat
  if (customer) {
    customer.present = thread.active
    customer.statistics = { ...customer.statistics, threads_count: chat.threads.length }
  }
  return opened
}

/** Closes the active thread with a system message that says why; everybody leaves. */
export function closeThread(chat: Chat, why: EventContent, now: number): void {
  const thread = activeThread(chat)
  if (!thread) return
  appendEvent(chat, { content: why }, now)
  thread.active = false
  delete thread.queued_at
  for (const agent of chat.agents) agent.present = false
  if (chat.customer) chat.customer.present = false
  for (const properties of [chat.properties, thread.properties]) {
    delete properties.routing?.unassigned
    delete properties.routing?.pinned
  }
}

/** Adds an agent to the chat. */
export function admitAgent(chat: Chat, account: Account, visibility: Visibility = 'all'): void {
  const known = chat.agents.find(({ id }) => id === account.email)
  if (known) Object.assign(known, { present: true, visibility })
  else {
    chat.agents.push({
      id: account.email,
      type: 'agent',
      name: account.name,
      email: account.email,
      present: true,
      visibility,
      ...(account.avatarUrl ? { avatar: account.avatarUrl } : {}),
    })
  }
  const thread = chat.threads.at(-1)
  if (thread && !thread.user_ids.includes(account.email)) thread.user_ids.push(account.email)
  if (thread?.active && visibility === 'all') {
    delete thread.queued_at
    setUnassigned(chat, false)
  }
}

/** Removes an agent; a chat without agents becomes unassigned. */
export function dismissAgent(chat: Chat, agentId: string): void {
  const agent = chat.agents.find(({ id }) => id === agentId)
  if (agent) agent.present = false
  const answered = chat.agents.some(({ present, visibility }) => present && visibility === 'all')
  if (activeThread(chat) && !answered) setUnassigned(chat, true)
}

export function setUnassigned(chat: Chat, unassigned: boolean): void {
  const thread = activeThread(chat)
  if (!thread) return
  for (const holder of [chat, thread]) {
    holder.properties.routing = { ...holder.properties.routing, unassigned }
    if (!unassigned) delete holder.properties.routing.pinned
  }
}

export function joinQueue(chat: Chat, now: number): void {
  const thread = activeThread(chat)
  if (thread) thread.queued_at = toWireTime(now * 1000)
  setUnassigned(chat, true)
}

export function systemMessage(
  system_message_type: string,
  text: string,
  text_vars: Record<string, string> = {},
): EventContent {
  return { type: 'system_message', system_message_type, text, text_vars }
}
