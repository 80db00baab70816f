import * as v from 'valibot'
import {
  type ChatUser,
  type Properties,
  type Queue,
  readProperties,
  readQueue,
  readUser,
  WireAccess,
} from '../chat.ts'
import { type ChatDetails, readChatDetails } from '../chat-details.ts'
import { type ChatEvent, readEvent } from '../event.ts'
import { anything, flag, maybe, read, readList, readValues, text, toTime } from '../wire.ts'

/** Whether an agent takes chats. */
export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline'

interface InChat {
  chatId: string
}

interface InThread extends InChat {
  threadId: string
}

/** The people and groups a chat is assigned to. */
export interface Assignment {
  groupIds: number[]
  agentIds: string[]
}

/** Names of properties by namespace. */
export type PropertyNames = ReadonlyMap<string, readonly string[]>

/**
 * Something that happened, as LiveChat tells it to an agent who is connected.
 *
 * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-pushes
 */
export type Push =
  /** A chat begins, begins again, or comes to the agent by a transfer or because they follow it. */
  | {
      type: 'incoming_chat'
      chat: ChatDetails
      requesterId: string | undefined
      transferredFrom: Assignment | undefined
    }
  /** A thread was closed; by nobody when LiveChat did it. */
  | ({ type: 'chat_deactivated'; userId: string | undefined } & InThread)
  | ({ type: 'chat_deleted' } & InChat)
  | ({ type: 'thread_deleted' } & InThread)
  /** Threads of a time, or with a tag, were deleted. */
  | { type: 'threads_deleted' }
  | ({ type: 'chat_unfollowed' } & InChat)
  | ({ type: 'chat_access_updated'; groupIds: number[] } & InChat)
  | ({
      type: 'chat_transferred'
      threadId: string | undefined
      requesterId: string | undefined
      reason: string
      transferredTo: Assignment
      queue: Queue | undefined
    } & InChat)
  | ({
      type: 'user_added_to_chat'
      threadId: string | undefined
      user: ChatUser
      requesterId: string | undefined
    } & InChat)
  | ({
      type: 'user_removed_from_chat'
      threadId: string | undefined
      userId: string
      requesterId: string | undefined
    } & InChat)
  | ({ type: 'incoming_event'; event: ChatEvent } & InThread)
  | ({ type: 'event_updated'; event: ChatEvent } & InThread)
  | ({ type: 'event_deleted'; eventId: string } & InThread)
  /** Milliseconds since 1970; undefined: nothing. */
  | ({ type: 'events_marked_as_seen'; userId: string; seenUpTo: number | undefined } & InChat)
  /** Only the names that changed. */
  | ({ type: 'chat_properties_updated'; properties: Properties } & InChat)
  | ({ type: 'chat_properties_deleted'; properties: PropertyNames } & InChat)
  | ({ type: 'thread_properties_updated'; properties: Properties } & InThread)
  | ({ type: 'thread_properties_deleted'; properties: PropertyNames } & InThread)
  | ({ type: 'thread_tagged'; tag: string } & InThread)
  | ({ type: 'thread_untagged'; tag: string } & InThread)
  /** The places in the queue that changed; when they entered it stays as it was. */
  | { type: 'queue_positions_updated'; queues: ({ position: number } & InThread)[] }
  | ({ type: 'thread_summary_set'; summary: string } & InThread)
  /** An agent or bot begins or stops typing. */
  | ({
      type: 'incoming_typing_indicator'
      authorId: string
      isTyping: boolean
      agentsOnly: boolean
    } & InThread)
  /** The whole text a customer has written and not sent; empty when they cleared it. Never to be stored. */
  | ({ type: 'incoming_sneak_peek'; authorId: string; text: string } & InThread)
  | { type: 'routing_status_set'; agentId: string; status: RoutingStatus }

/** What a push is called. */
export type PushName = Push['type']

type Payloads = { [Name in PushName]: (payload: unknown) => Omit<PushOf<Name>, 'type'> | undefined }
type PushOf<Name extends PushName> = Extract<Push, { type: Name }>

const inChat = { chat_id: v.string() }
const inThread = { ...inChat, thread_id: v.string() }

const WireAssignment = v.object({ group_ids: anything, agent_ids: anything })
const WireDeactivated = v.object({ ...inThread, user_id: text })
const WireTransferred = v.object({
  ...inChat,
  thread_id: text,
  requester_id: text,
  reason: text,
  transferred_to: WireAssignment,
  queue: anything,
})
const WireUserAdded = v.object({ ...inChat, thread_id: text, user: anything, requester_id: text })
const WireUserRemoved = v.object({
  ...inChat,
  thread_id: text,
  user_id: v.string(),
  requester_id: text,
})
const WireEventPush = v.object({ ...inThread, event: anything })
const WireTag = v.object({ ...inThread, tag: v.string() })
const WireQueuePosition = v.object({ ...inThread, queue: v.object({ position: v.number() }) })
const WireSummary = v.object({ ...inThread, summary: v.object({ text: v.string() }) })
const WireTyping = v.object({
  ...inThread,
  typing_indicator: v.object({ author_id: v.string(), visibility: text, is_typing: flag }),
})
const WireSneakPeek = v.object({
  ...inThread,
  sneak_peek: v.object({ author_id: v.string(), text }),
})

const chatOf = (wire: { chat_id: string }) => ({ chatId: wire.chat_id })
const threadOf = (wire: { chat_id: string; thread_id: string }) => ({
  chatId: wire.chat_id,
  threadId: wire.thread_id,
})

const payloads: Payloads = {
  incoming_chat(payload) {
    const wire = read(
      v.object({ chat: anything, requester_id: text, transferred_from: maybe(WireAssignment) }),
      payload,
    )
    const chat = readChatDetails(wire?.chat)
    return (
      wire &&
      chat && {
        chat,
        requesterId: wire.requester_id,
        transferredFrom: wire.transferred_from && readAssignment(wire.transferred_from),
      }
    )
  },
  chat_deactivated(payload) {
    const wire = read(WireDeactivated, payload)
    return wire && { ...threadOf(wire), userId: wire.user_id }
  },
  chat_deleted: (payload) => readInChat(payload),
  thread_deleted: (payload) => readInThread(payload),
  threads_deleted: () => ({}),
  chat_unfollowed: (payload) => readInChat(payload),
  chat_access_updated(payload) {
    const wire = read(v.object({ id: v.string(), access: WireAccess }), payload)
    return wire?.access && { chatId: wire.id, groupIds: readGroups(wire.access.group_ids) }
  },
  chat_transferred(payload) {
    const wire = read(WireTransferred, payload)
    return (
      wire && {
        ...chatOf(wire),
        threadId: wire.thread_id,
        requesterId: wire.requester_id,
        reason: wire.reason ?? 'other',
        transferredTo: readAssignment(wire.transferred_to),
        queue: readQueue(wire.queue),
      }
    )
  },
  user_added_to_chat(payload) {
    const wire = read(WireUserAdded, payload)
    const user = readUser(wire?.user)
    return (
      wire &&
      user && { ...chatOf(wire), threadId: wire.thread_id, user, requesterId: wire.requester_id }
    )
  },
  user_removed_from_chat(payload) {
    const wire = read(WireUserRemoved, payload)
    return (
      wire && {
        ...chatOf(wire),
        threadId: wire.thread_id,
        userId: wire.user_id,
        requesterId: wire.requester_id,
      }
    )
  },
  incoming_event: readEventPush,
  event_updated: readEventPush,
  event_deleted(payload) {
    const wire = read(v.object({ ...inThread, event_id: v.string() }), payload)
    return wire && { ...threadOf(wire), eventId: wire.event_id }
  },
  events_marked_as_seen(payload) {
    const wire = read(v.object({ ...inChat, user_id: v.string(), seen_up_to: text }), payload)
    return wire && { ...chatOf(wire), userId: wire.user_id, seenUpTo: toTime(wire.seen_up_to) }
  },
  chat_properties_updated(payload) {
    const wire = read(v.object({ ...inChat, properties: anything }), payload)
    return wire && { ...chatOf(wire), properties: readProperties(wire.properties) }
  },
  chat_properties_deleted(payload) {
    const wire = read(v.object({ ...inChat, properties: anything }), payload)
    return wire && { ...chatOf(wire), properties: readNames(wire.properties) }
  },
  thread_properties_updated(payload) {
    const wire = read(v.object({ ...inThread, properties: anything }), payload)
    return wire && { ...threadOf(wire), properties: readProperties(wire.properties) }
  },
  thread_properties_deleted(payload) {
    const wire = read(v.object({ ...inThread, properties: anything }), payload)
    return wire && { ...threadOf(wire), properties: readNames(wire.properties) }
  },
  thread_tagged: readTag,
  thread_untagged: readTag,
  queue_positions_updated: (payload) =>
    Array.isArray(payload) ? { queues: readList(payload, readQueuePosition) } : undefined,
  thread_summary_set(payload) {
    const wire = read(WireSummary, payload)
    return wire && { ...threadOf(wire), summary: wire.summary.text }
  },
  incoming_typing_indicator(payload) {
    const wire = read(WireTyping, payload)
    if (!wire) return undefined
    const { author_id, visibility, is_typing } = wire.typing_indicator
    return {
      ...threadOf(wire),
      authorId: author_id,
      isTyping: is_typing ?? false,
      agentsOnly: visibility === 'agents',
    }
  },
  incoming_sneak_peek(payload) {
    const wire = read(WireSneakPeek, payload)
    if (!wire) return undefined
    const { author_id, text: unsent = '' } = wire.sneak_peek
    return { ...threadOf(wire), authorId: author_id, text: unsent }
  },
  routing_status_set(payload) {
    const wire = read(v.object({ agent_id: v.string(), status: text }), payload)
    const status = readRoutingStatus(wire?.status)
    return wire && status && { agentId: wire.agent_id, status }
  },
}

/** The names of all pushes this package reads. */
export const pushNames = Object.keys(payloads) as readonly PushName[]

/**
 * Reads a push; undefined for one this package does not know, or one without what it is about.
 *
 * @param action The name of the push.
 */
export function readPush(action: string, payload: unknown): Push | undefined {
  if (!Object.hasOwn(payloads, action)) return undefined
  const type = action as PushName
  const about = payloads[type](payload)
  return about && ({ type, ...about } as Push)
}

/** Reads a routing status; LiveChat's settings write it with spaces. */
export function readRoutingStatus(value: string | undefined): RoutingStatus | undefined {
  const status = value?.replaceAll(' ', '_')
  return status === 'accepting_chats' || status === 'not_accepting_chats' || status === 'offline'
    ? status
    : undefined
}

function readInChat(payload: unknown): InChat | undefined {
  const wire = read(v.object(inChat), payload)
  return wire && chatOf(wire)
}

function readInThread(payload: unknown): InThread | undefined {
  const wire = read(v.object(inThread), payload)
  return wire && threadOf(wire)
}

function readEventPush(payload: unknown): (InThread & { event: ChatEvent }) | undefined {
  const wire = read(WireEventPush, payload)
  const event = readEvent(wire?.event)
  return wire && event && { ...threadOf(wire), event }
}

function readTag(payload: unknown): (InThread & { tag: string }) | undefined {
  const wire = read(WireTag, payload)
  return wire && { ...threadOf(wire), tag: wire.tag }
}

function readQueuePosition(value: unknown): (InThread & { position: number }) | undefined {
  const wire = read(WireQueuePosition, value)
  return wire && { ...threadOf(wire), position: wire.queue.position }
}

function readAssignment(wire: v.InferOutput<typeof WireAssignment>): Assignment {
  return {
    groupIds: readGroups(wire.group_ids),
    agentIds: readValues(wire.agent_ids, v.string()),
  }
}

function readGroups(value: unknown): number[] {
  return readValues(value, v.number())
}

function readNames(value: unknown): PropertyNames {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return new Map(entries.map(([namespace, names]) => [namespace, readValues(names, v.string())]))
}
