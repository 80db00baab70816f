import type { Chat, ChatEvent, Customer, Thread } from '../model/chat.ts'
import type { Viewer } from './action.ts'
import { groupReach } from './group-access.ts'
import type { Version } from './version.ts'

/** Chats as each version of the API and each agent may see them (docs/protocol.md 8.2, 8.7). */

/** Summaries of chats that have not changed since, by who sees them, and at which place in the queue. */
const summaries = new WeakMap<Chat, Map<string, object>>()

export function wireChatSummary(chat: Chat, viewer: Viewer): object {
  const known = summaries.get(chat) ?? new Map<string, object>()
  const name = `${viewer.inbox.queuePosition(chat.id)} ${viewerName(viewer)}`
  const summary = known.get(name) ?? Object.freeze(writeSummary(chat, viewer))
  summaries.set(chat, known.set(name, summary))
  return summary
}

/** Names all on which it depends how somebody sees a chat. */
export function viewerName({ version, agentId, caller }: Viewer): string {
  const { groupIds, liveChatRole } = caller.membership
  return JSON.stringify([version, agentId, liveChatRole, groupIds, caller.scopes])
}

function writeSummary(chat: Chat, viewer: Viewer): object {
  const last = chat.threads.at(-1)
  return {
    id: chat.id,
    users: wireUsers(chat, viewer.version),
    ...(last ? { last_thread_summary: wireThreadSummary(last, chat, viewer) } : {}),
    ...(last ? { last_event_per_type: wireLastEvents(chat, viewer) } : {}),
    properties: chat.properties,
    access: chat.access,
    is_followed: chat.followers.includes(viewer.agentId),
  }
}

/** A chat with one of its threads, as `get_chat` gives it. */
export function wireChat(chat: Chat, thread: Thread | undefined, viewer: Viewer): object {
  return {
    id: chat.id,
    ...(thread ? { thread: wireThread(thread, chat, viewer) } : {}),
    users: wireUsers(chat, viewer.version),
    properties: chat.properties,
    access: chat.access,
    is_followed: chat.followers.includes(viewer.agentId),
  }
}

/** As `get_chat`, and with the neighbours the caller may open. */
export function wireArchivedChat(
  chat: Chat,
  thread: Thread,
  viewer: Viewer,
  marked: (thread: Thread) => Thread,
): object {
  const reach = groupReach(viewer.caller)
  const at = chat.threads.indexOf(thread)
  const open = ({ access }: Thread) => reach(access.group_ids)
  return {
    ...wireChat(chat, undefined, viewer),
    thread: {
      ...wireThread(thread, chat, viewer, marked),
      ...neighbour('previous_accessible_thread_id', chat.threads.slice(0, at).findLast(open)),
      ...neighbour('next_accessible_thread_id', chat.threads.slice(at + 1).find(open)),
    },
  }
}

function wireUsers(chat: Chat, version: Version): object[] {
  return [...(chat.customer ? [wireCustomer(chat.customer, version)] : []), ...chat.agents]
}

export function wireCustomer(customer: Customer, version: Version): object {
  if (version === '3.6') return customer
  const { visit, phone_number: _, tickets: __, address: ___, carts: ____, ...older } = customer
  return visit ? { ...older, last_visit: visit } : older
}

export function wireThread(
  thread: Thread,
  chat: Chat,
  viewer: Viewer,
  marked: (thread: Thread) => Thread = (same) => same,
): object {
  const { events, summary, customer_visit, queued_at: _, ...rest } = marked(thread)
  const at = chat.threads.indexOf(thread)
  const queue = wireQueue(thread, chat, viewer)
  return {
    ...rest,
    ...(thread.restricted_access === undefined ? { events: wireEvents(events, viewer) } : {}),
    ...(queue ? { queue } : {}),
    ...(viewer.version === '3.6' && summary ? { summary } : {}),
    ...(viewer.version === '3.6' && customer_visit ? { customer_visit } : {}),
    ...neighbour('previous_thread_id', chat.threads[at - 1]),
    ...neighbour('next_thread_id', chat.threads[at + 1]),
  }
}

function neighbour(name: string, thread: Thread | undefined): object {
  return thread ? { [name]: thread.id } : {}
}

function wireThreadSummary(thread: Thread, chat: Chat, viewer: Viewer): object {
  const { id, created_at, user_ids, active, properties, access, tags } = thread
  const queue = wireQueue(thread, chat, viewer)
  return {
    id,
    created_at,
    user_ids,
    active,
    properties,
    access,
    ...(tags ? { tags } : {}),
    ...(queue ? { queue } : {}),
  }
}

export function wireQueue(thread: Thread, chat: Chat, viewer: Viewer): object | undefined {
  const position = viewer.inbox.queuePosition(chat.id)
  if (thread.queued_at === undefined || position === undefined) return undefined
  return { position, wait_time: secondsToWait(position), queued_at: thread.queued_at }
}

/** An estimate, as LiveChat's is. */
export function secondsToWait(position: number): number {
  return position * 90
}

function wireEvents(events: ChatEvent[], viewer: Viewer): object[] {
  return events
    .filter((event) => viewer.version === '3.6' || event.type !== 'system')
    .map((event) => wireEvent(event, viewer))
}

/** Hides a deleted event's content from agents who are not administrators. */
export function wireEvent(event: ChatEvent, viewer: Viewer): object {
  if (!event.deleted || viewer.caller.membership.liveChatRole === 'administrator') return event
  const { id, created_at, type, visibility, deleted, author_id, custom_id } = event
  return {
    id,
    created_at,
    type,
    visibility,
    deleted,
    ...(author_id === undefined ? {} : { author_id }),
    ...(custom_id === undefined ? {} : { custom_id }),
  }
}

function wireLastEvents(chat: Chat, viewer: Viewer): object {
  const latest: Record<string, object> = {}
  const reach = groupReach(viewer.caller)
  for (const thread of chat.threads) {
    if (!reach(thread.access.group_ids)) continue
    for (const event of thread.events) {
      if (event.type === 'system' && viewer.version !== '3.6') continue
      latest[event.type] = {
        thread_id: thread.id,
        thread_created_at: thread.created_at,
        ...(thread.restricted_access === undefined
          ? { event: wireEvent(event, viewer) }
          : { restricted_access: thread.restricted_access }),
      }
    }
  }
  return latest
}
