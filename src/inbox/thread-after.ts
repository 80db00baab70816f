import type { ChatEvent, Properties, Thread, ThreadSummary } from '../agent-chat/index.ts'
import type { PropertyNames, Push } from '../agent-chat/live-feed/index.ts'

/** A thread, or the summary of one, after a push about its chat. */
export function threadAfter<Known extends ThreadSummary>(thread: Known, push: Push): Known {
  if ('threadId' in push && push.threadId !== thread.id) return thread
  switch (push.type) {
    case 'chat_deactivated':
      return { ...thread, active: false, queue: undefined }
    case 'chat_transferred':
      return thread.active ? { ...thread, queue: push.queue } : thread
    case 'user_added_to_chat':
      return push.user.type === 'agent' && push.user.present && !push.user.agentsOnly
        ? { ...thread, queue: undefined }
        : thread
    case 'queue_positions_updated': {
      const { position } = push.queues.find(({ threadId }) => threadId === thread.id) ?? {}
      if (position === undefined || !thread.active) return thread
      return { ...thread, queue: { position, queuedAt: thread.queue?.queuedAt } }
    }
    case 'thread_tagged':
      return { ...thread, tags: [...thread.tags.filter((tag) => tag !== push.tag), push.tag] }
    case 'thread_untagged':
      return { ...thread, tags: thread.tags.filter((tag) => tag !== push.tag) }
    case 'thread_properties_updated':
      return { ...thread, properties: withProperties(thread.properties, push.properties) }
    case 'thread_properties_deleted':
      return { ...thread, properties: withoutProperties(thread.properties, push.properties) }
    default:
      return thread
  }
}

/** A thread with its events after a push about its chat. */
export function loadedThreadAfter(thread: Thread, push: Push): Thread {
  const next = threadAfter(thread, push)
  if (push.type === 'chat_access_updated') {
    return next.active ? { ...next, groupIds: push.groupIds } : next
  }
  if (!('threadId' in push) || push.threadId !== thread.id) return next
  switch (push.type) {
    case 'incoming_event':
      return { ...next, events: withEvents(next.events, [push.event]) }
    case 'event_updated':
    case 'event_deleted':
      return { ...next, events: next.events.map((event) => eventAfter(event, push)) }
    case 'thread_summary_set':
      return { ...next, summary: push.summary }
    default:
      return next
  }
}

/** An event after a push that may be about it. What was deleted stays so. */
export function eventAfter(event: ChatEvent, push: Push): ChatEvent {
  if (event.type === 'deleted') return event
  if (push.type === 'event_updated' && push.event.id === event.id) return push.event
  if (push.type !== 'event_deleted' || push.eventId !== event.id) return event
  const { id, createdAt, authorId, customId, agentsOnly, type: wasType } = event
  return { type: 'deleted', wasType, id, createdAt, authorId, customId, agentsOnly }
}

/** Events with some more, each in its place; one that is there stays as it is. */
export function withEvents(events: ChatEvent[], more: readonly ChatEvent[]): ChatEvent[] {
  const known = new Set(events.map(({ id }) => id))
  const added = more.filter(({ id }) => !known.has(id))
  if (added.length === 0) return events
  const all = [...events]
  for (const event of added) {
    const before = all.findLastIndex((one) => !isAfter(one, event))
    all.splice(before + 1, 0, event)
  }
  return all
}

/** The newest of these events. */
export function newestEvent(events: readonly ChatEvent[]): ChatEvent | undefined {
  return events.reduce<ChatEvent | undefined>(
    (newest, event) => (newest && isAfter(newest, event) ? newest : event),
    undefined,
  )
}

/** Whether an event came after another. Within a millisecond the numbers in their ids decide: `T1_2` is the second. */
export function isAfter(one: ChatEvent, other: ChatEvent): boolean {
  const apart = one.createdAt - other.createdAt
  return apart === 0 ? numberOf(one) > numberOf(other) : apart > 0
}

function numberOf({ id }: ChatEvent): number {
  return Number(/_(\d+)$/.exec(id)?.[1] ?? 0)
}

export function withProperties(before: Properties, changes: Properties): Properties {
  const after = new Map(before)
  for (const [namespace, values] of changes) {
    after.set(namespace, new Map([...(before.get(namespace) ?? []), ...values]))
  }
  return after
}

export function withoutProperties(before: Properties, names: PropertyNames): Properties {
  const after = new Map(before)
  for (const [namespace, gone] of names) {
    const values = before.get(namespace) ?? []
    after.set(namespace, new Map([...values].filter(([name]) => !gone.includes(name))))
    if (after.get(namespace)?.size === 0) after.delete(namespace)
  }
  return after
}
