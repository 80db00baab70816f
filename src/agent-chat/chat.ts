import * as v from 'valibot'
import { type ChatEvent, readEvent } from './event.ts'
import {
  anything,
  flag,
  maybe,
  read,
  readList,
  readUnique,
  readValues,
  text,
  toHttpUrl,
  toTime,
} from './wire.ts'

/** A customer as the chats show them. */
export interface Customer {
  type: 'customer'
  id: string
  name: string | undefined
  email: string | undefined
  avatarUrl: string | undefined
  city: string | undefined
  country: string | undefined
  /** Whether they are in the chat now. */
  present: boolean
  /** How far they have read, in milliseconds since 1970. */
  seenUpTo: number | undefined
  /** When they last wrote, in milliseconds since 1970. */
  wroteAt: number | undefined
  /** When an agent last wrote to them, in milliseconds since 1970. */
  repliedAt: number | undefined
}

/** An agent as the chats show them. */
export interface Agent {
  type: 'agent'
  /** The agent's email. */
  id: string
  name: string | undefined
  avatarUrl: string | undefined
  /** Whether they are in the chat now. */
  present: boolean
  /** Whether only agents see them in it, as a supervisor. */
  agentsOnly: boolean
  /** How far they have read, in milliseconds since 1970. */
  seenUpTo: number | undefined
}

/** Somebody in a chat. */
export type ChatUser = Customer | Agent

/** A customer's place in the queue. */
export interface Queue {
  /** 1 for the customer who is next. */
  position: number
  /** When they entered the queue, in milliseconds since 1970. */
  queuedAt: number | undefined
}

/** A thread without its events. */
export interface ThreadSummary {
  id: string
  /** Whether the thread is open. */
  active: boolean
  /** When it began, in milliseconds since 1970. */
  createdAt: number | undefined
  /** Present while the customer waits in the queue. */
  queue: Queue | undefined
  tags: string[]
  properties: Properties
}

/** Values by namespace and name; a namespace is an app's client id or one of LiveChat's own, such as `routing`. */
export type Properties = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** A chat as a list shows it: the people in it, its last thread and the last event. */
export interface Chat {
  id: string
  users: ChatUser[]
  /** Absent when nobody ever wrote. */
  lastThread: ThreadSummary | undefined
  /** The newest event of any type the agent may see. */
  lastEvent: ChatEvent | undefined
  /** LiveChat's reason why the events may not be seen. */
  restricted: string | undefined
  /** The groups whose agents may see the chat. */
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
  visibility: text,
  events_seen_up_to: text,
  customer_last_event_created_at: text,
  agent_last_event_created_at: text,
  visit: maybe(v.object({ geolocation: maybe(v.object({ city: text, country: text })) })),
})

/** Which groups may see a chat or thread. */
export const WireAccess = maybe(v.object({ group_ids: anything }))

const WireThreadSummary = v.object({
  id: v.string(),
  active: flag,
  created_at: text,
  queue: anything,
  tags: anything,
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
export function readChat(value: unknown): Chat | undefined {
  const wire = read(WireChatSummary, value)
  if (!wire) return undefined
  const last = readLastEvents(wire.last_event_per_type)
  return {
    id: wire.id,
    users: readUsers(wire.users),
    lastThread: readThreadSummary(wire.last_thread_summary),
    lastEvent: last.event,
    restricted: last.restricted,
    groupIds: readValues(wire.access?.group_ids, v.number()),
    isFollowed: wire.is_followed ?? false,
    properties: readProperties(wire.properties),
  }
}

/** Reads the people of a chat, each once: agents' ids come in upper and lower case. */
export function readUsers(value: unknown): ChatUser[] {
  return readUnique(value, readUser, ({ id }) => id.toLowerCase())
}

/**
 * Reads an agent or customer of a chat.
 *
 * @returns undefined when they have no id or are neither.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/data-structures#users
 */
export function readUser(value: unknown): ChatUser | undefined {
  const wire = read(WireUser, value)
  if (!wire) return undefined
  const user = {
    id: wire.id,
    name: wire.name?.trim() || undefined,
    avatarUrl: toHttpUrl(wire.avatar),
    present: wire.present ?? false,
    seenUpTo: toTime(wire.events_seen_up_to),
  }
  if (wire.type === 'agent') {
    return { ...user, type: 'agent', agentsOnly: wire.visibility === 'agents' }
  }
  if (wire.type !== 'customer') return undefined
  return {
    ...user,
    type: 'customer',
    email: wire.email?.trim() || undefined,
    city: wire.visit?.geolocation?.city || undefined,
    country: wire.visit?.geolocation?.country || undefined,
    wroteAt: toTime(wire.customer_last_event_created_at),
    repliedAt: toTime(wire.agent_last_event_created_at),
  }
}

function readThreadSummary(value: unknown): ThreadSummary | undefined {
  const wire = read(WireThreadSummary, value)
  if (!wire) return undefined
  return {
    id: wire.id,
    active: wire.active ?? false,
    createdAt: toTime(wire.created_at),
    queue: readQueue(wire.queue),
    tags: readValues(wire.tags, v.string()),
    properties: readProperties(wire.properties),
  }
}

const WireQueue = v.object({ position: v.number(), queued_at: text })

/** Reads a customer's place in the queue; undefined without one. */
export function readQueue(value: unknown): Queue | undefined {
  const wire = read(WireQueue, value)
  return wire && { position: wire.position, queuedAt: toTime(wire.queued_at) }
}

/** The map has one entry per event type; the newest of them is the last event. */
function readLastEvents(value: unknown): { event?: ChatEvent; restricted?: string } {
  if (typeof value !== 'object' || value === null) return {}
  const entries = readList(Object.values(value), (one) => read(WireLastEvent, one))
  const restricted = entries.find((entry) => entry.restricted_access)?.restricted_access
  const events = entries.flatMap((entry) => readTimedEvent(entry.event) ?? [])
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

function readTimedEvent(value: unknown): TimedEvent | undefined {
  const event = readEvent(value)
  return event && { event, time: read(WireTimed, value)?.created_at ?? '' }
}

/** Within one millisecond the texts decide, since one server writes all its times alike. */
function isLater(one: TimedEvent, other: TimedEvent): boolean {
  const apart = one.event.createdAt - other.event.createdAt
  return apart === 0 ? one.time > other.time : apart > 0
}

/** Reads properties into maps instead of objects, since names come from other apps and `__proto__` is a valid one. */
export function readProperties(value: unknown): Properties {
  return new Map(
    entriesOf(value).map(([namespace, names]) => [namespace, new Map(entriesOf(names))]),
  )
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
