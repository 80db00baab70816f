import * as v from 'valibot'
import { type ChatEvent, toEvent } from './event.ts'
import { anything, flag, maybe, read, readList, text, toHttpUrl, toTime } from './wire.ts'

export interface Customer {
  type: 'customer'
  id: string
  name: string | undefined
  email: string | undefined
  avatarUrl: string | undefined
  city: string | undefined
  country: string | undefined
  /** Now in the chat. */
  present: boolean
  /** Milliseconds since 1970. */
  seenUpTo: number | undefined
  /** Milliseconds since 1970 of the last thing they said. */
  wroteAt: number | undefined
  /** Milliseconds since 1970 of the last thing an agent said to them. */
  answeredAt: number | undefined
}

export interface Agent {
  type: 'agent'
  /** An agent's e-mail is their id. */
  id: string
  name: string | undefined
  avatarUrl: string | undefined
  present: boolean
  /** Milliseconds since 1970. */
  seenUpTo: number | undefined
}

export type ChatUser = Customer | Agent

export interface Queue {
  position: number
  /** Milliseconds since 1970. */
  queuedAt: number | undefined
}

/** A thread without its events. */
export interface ThreadSummary {
  id: string
  active: boolean
  /** Milliseconds since 1970. */
  createdAt: number | undefined
  /** Present while the customer waits in the queue. */
  queue: Queue | undefined
  tags: string[]
  properties: Properties
}

/** `{namespace: {name: value}}`; a namespace is an app's client id or a word of LiveChat. */
export type Properties = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** A chat as the list shows it: who, what was last said, where it stands. */
export interface Chat {
  id: string
  users: ChatUser[]
  /** Absent when nobody ever wrote. */
  lastThread: ThreadSummary | undefined
  /** The newest event of any type that may be seen. */
  lastEvent: ChatEvent | undefined
  /** LiveChat's reason why the events may not be seen. */
  restricted: string | undefined
  groupIds: number[]
  isFollowed: boolean
  properties: Properties
}

const WireUser = v.object({
  id: v.string(),
  type: v.string(),
  name: text,
  email: text,
  avatar: text,
  present: flag,
  events_seen_up_to: text,
  customer_last_event_created_at: text,
  agent_last_event_created_at: text,
  visit: maybe(v.object({ geolocation: maybe(v.object({ city: text, country: text })) })),
})

const WireAccess = maybe(v.object({ group_ids: v.fallback(v.array(v.number()), []) }))

const WireThreadSummary = v.object({
  id: v.string(),
  active: flag,
  created_at: text,
  queue: anything,
  tags: v.fallback(v.array(v.string()), []),
  properties: anything,
})

const WireChatSummary = v.object({
  id: v.string(),
  users: anything,
  last_thread_summary: anything,
  last_event_per_type: anything,
  properties: anything,
  access: WireAccess,
  is_followed: flag,
})

const WireLastEvent = v.object({ event: anything, restricted_access: text })

const WireTimed = v.object({ created_at: text })

/**
 * Reads one chat of `list_chats`.
 *
 * @returns undefined when it has no id.
 * @see https://platform.text.com/docs/messaging/agent-chat-api#list-chats
 */
export function toChat(value: unknown): Chat | undefined {
  const wire = read(WireChatSummary, value)
  if (!wire) return undefined
  const last = readLastEvents(wire.last_event_per_type)
  return {
    id: wire.id,
    users: readList(wire.users, toUser),
    lastThread: toThreadSummary(wire.last_thread_summary),
    lastEvent: last.event,
    restricted: last.restricted,
    groupIds: wire.access?.group_ids ?? [],
    isFollowed: wire.is_followed ?? false,
    properties: toProperties(wire.properties),
  }
}

export function toUser(value: unknown): ChatUser | undefined {
  const wire = read(WireUser, value)
  if (!wire) return undefined
  const user = {
    id: wire.id,
    name: wire.name?.trim() || undefined,
    avatarUrl: toHttpUrl(wire.avatar),
    present: wire.present ?? false,
    seenUpTo: toTime(wire.events_seen_up_to),
  }
  if (wire.type === 'agent') return { ...user, type: 'agent' }
  if (wire.type !== 'customer') return undefined
  return {
    ...user,
    type: 'customer',
    email: wire.email?.trim() || undefined,
    city: wire.visit?.geolocation?.city || undefined,
    country: wire.visit?.geolocation?.country || undefined,
    wroteAt: toTime(wire.customer_last_event_created_at),
    answeredAt: toTime(wire.agent_last_event_created_at),
  }
}

function toThreadSummary(value: unknown): ThreadSummary | undefined {
  const wire = read(WireThreadSummary, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    active: wire.active ?? false,
    createdAt: toTime(wire.created_at),
    queue: toQueue(wire.queue),
    tags: wire.tags,
    properties: toProperties(wire.properties),
  }
}

const WireQueue = v.object({ position: v.number(), queued_at: text })

export function toQueue(value: unknown): Queue | undefined {
  const wire = read(WireQueue, value)
  return wire && { position: wire.position, queuedAt: toTime(wire.queued_at) }
}

/** The map has one entry per event type; the newest of them is what was last said. */
function readLastEvents(value: unknown): { event?: ChatEvent; restricted?: string } {
  if (typeof value !== 'object' || value === null) return {}
  const entries = readList(Object.values(value), (one) => read(WireLastEvent, one))
  const restricted = entries.find((entry) => entry.restricted_access)?.restricted_access
  const events = entries.flatMap((entry) => toTimedEvent(entry.event) ?? [])
  const event = events.reduce<TimedEvent | undefined>(
    (newest, one) => (newest && !isLater(one, newest) ? newest : one),
    undefined,
  )?.event
  return { ...(event && { event }), ...(restricted && { restricted }) }
}

interface TimedEvent {
  event: ChatEvent
  /** As it came, with its microseconds. */
  time: string
}

function toTimedEvent(value: unknown): TimedEvent | undefined {
  const event = toEvent(value)
  return event && { event, time: read(WireTimed, value)?.created_at ?? '' }
}

/** Within one millisecond the text tells: what comes from one server is written alike. */
function isLater(one: TimedEvent, other: TimedEvent): boolean {
  const apart = one.event.createdAt - other.event.createdAt
  return apart === 0 ? one.time > other.time : apart > 0
}

/** Maps instead of objects: names come from strangers, and `__proto__` is one. */
export function toProperties(value: unknown): Properties {
  return new Map(
    entriesOf(value).map(([namespace, names]) => [namespace, new Map(entriesOf(names))]),
  )
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
