import type { Chat, ChatDetails, ChatEvent, ChatUser, ThreadSummary } from '../agent-chat/index.ts'
import type { Push } from '../agent-chat/live-feed/index.ts'
import { customerOf, isJoined, isSameUser } from './chat-users.ts'
import type { ChatUpdate, UpdateContext } from './inbox-update.ts'
import {
  eventAfter,
  isAfter,
  newestEvent,
  threadAfter,
  withoutProperties,
  withProperties,
} from './thread-after.ts'

/** A chat as an inbox keeps it: what a row shows. */
export interface InboxChat extends Chat {
  /**
   * When this page heard that the chat was closed, in milliseconds since 1970. Absent when the agent sees its last event,
   * which tells it better.
   */
  closedAt?: number
}

/** A chat after an update that is about it; undefined when it is not known, or gone. */
export function chatAfter(
  chat: InboxChat | undefined,
  update: ChatUpdate,
  id: string,
  context: UpdateContext,
): InboxChat | undefined {
  switch (update.type) {
    case 'chats_loaded':
      return update.page.chats.find((one) => one.id === id) ?? chat
    case 'connected':
      return update.activeChats.find((one) => one.id === id) ?? (chat && closed(chat))
    case 'chat_loaded':
    case 'incoming_chat':
      return fromDetails(chat, update.chat)
    case 'threads_loaded':
      return chat && { ...chat, ...(chat.lastThread && lastOf(update.threads, chat.lastThread)) }
    case 'chat_deleted':
      return undefined
    default:
      return chat && afterPush(chat, update, context)
  }
}

function afterPush(chat: InboxChat, push: Push, context: UpdateContext): InboxChat {
  const { lastThread } = chat
  const next = lastThread ? { ...chat, lastThread: threadAfter(lastThread, push) } : chat
  switch (push.type) {
    case 'chat_deactivated': {
      if (lastThread?.id !== push.threadId) return next
      const seesEvents = chat.isFollowed || isJoined(chat, context.myId)
      const isNews = lastThread.active && !seesEvents
      return { ...next, users: afterLeaving(chat.users), ...(isNews && { closedAt: context.now }) }
    }
    case 'thread_deleted':
      if (lastThread?.id !== push.threadId) return next
      return { ...next, lastThread: undefined, lastEvent: undefined }
    case 'chat_unfollowed':
      return { ...next, isFollowed: false }
    case 'chat_access_updated':
      return { ...next, groupIds: push.groupIds }
    case 'user_added_to_chat':
      return { ...next, users: withUser(chat.users, push.user) }
    case 'user_removed_from_chat':
      return { ...next, users: changeUser(chat.users, push.userId, { present: false }) }
    case 'incoming_event':
      return withNewEvent(next, push.event)
    case 'event_updated':
    case 'event_deleted':
      return { ...next, lastEvent: chat.lastEvent && eventAfter(chat.lastEvent, push) }
    case 'events_marked_as_seen':
      return { ...next, users: seenBy(chat.users, push.userId, push.seenUpTo) }
    case 'chat_properties_updated':
      return { ...next, properties: withProperties(chat.properties, push.properties) }
    case 'chat_properties_deleted':
      return { ...next, properties: withoutProperties(chat.properties, push.properties) }
    default:
      return next
  }
}

/** A chat without an open thread, which everybody has left. */
function closed(chat: InboxChat): InboxChat {
  const { lastThread, users } = chat
  if (!lastThread?.active) return chat
  return {
    ...chat,
    lastThread: { ...lastThread, active: false, queue: undefined },
    users: afterLeaving(users),
  }
}

function afterLeaving(users: ChatUser[]): ChatUser[] {
  return users.map((user) => ({ ...user, present: false }))
}

function fromDetails(known: InboxChat | undefined, details: ChatDetails): InboxChat {
  const { id, users, thread, properties, groupIds, isFollowed } = details
  return {
    id,
    users,
    lastThread: thread && summaryOf(thread),
    // A thread without events is new: the last event is one of an older thread.
    lastEvent: thread && (newestEvent(thread.events) ?? known?.lastEvent),
    restricted: thread?.restricted,
    groupIds,
    isFollowed,
    properties,
  }
}

export function summaryOf(thread: ThreadSummary): ThreadSummary {
  const { id, active, createdAt, queue, tags, properties } = thread
  return { id, active, createdAt, queue, tags, properties }
}

/** What the loaded threads say of the last one. */
function lastOf(
  threads: readonly (ThreadSummary & { events: readonly ChatEvent[] })[],
  last: ThreadSummary,
): Partial<InboxChat> {
  const thread = threads.find(
    ({ id, createdAt = 0 }) => id === last.id || createdAt > (last.createdAt ?? 0),
  )
  if (!thread) return {}
  const lastEvent = newestEvent(thread.events)
  return { lastThread: summaryOf(thread), ...(lastEvent && { lastEvent }) }
}

function withNewEvent(chat: InboxChat, event: ChatEvent): InboxChat {
  const { lastEvent } = chat
  const isNews = !lastEvent || (lastEvent.id !== event.id && isAfter(event, lastEvent))
  return {
    ...chat,
    lastEvent: isNews ? event : lastEvent,
    users: withAuthorOf(event, chat),
  }
}

/** Who wrote has seen everything up to it; an agent has answered the customer unless it is a note. */
function withAuthorOf({ authorId, createdAt, agentsOnly }: ChatEvent, chat: Chat): ChatUser[] {
  const customer = customerOf(chat)
  const users = seenBy(chat.users, authorId, createdAt)
  if (authorId === undefined || !customer) return users
  if (isSameUser(customer.id, authorId)) {
    return changeUser(users, authorId, { wroteAt: latest(customer.wroteAt, createdAt) })
  }
  const byAgent = chat.users.some(({ type, id }) => type === 'agent' && isSameUser(id, authorId))
  return byAgent && !agentsOnly
    ? changeUser(users, customer.id, { repliedAt: latest(customer.repliedAt, createdAt) })
    : users
}

function seenBy(
  users: ChatUser[],
  userId: string | undefined,
  seenUpTo: number | undefined,
): ChatUser[] {
  const known = users.find(({ id }) => isSameUser(id, userId))
  if (!known) return users
  return changeUser(users, known.id, { seenUpTo: latest(known.seenUpTo, seenUpTo) })
}

function withUser(users: ChatUser[], user: ChatUser): ChatUser[] {
  const known = users.find(({ id }) => isSameUser(id, user.id))
  if (!known) return user.type === 'customer' ? [user, ...users] : [...users, user]
  return users.map((one) => (one === known ? withKnownTimes(user, known) : one))
}

/** Somebody as they are now; when they wrote and what they have seen does not go back. */
function withKnownTimes(user: ChatUser, known: ChatUser): ChatUser {
  const seenUpTo = latest(user.seenUpTo, known.seenUpTo)
  if (user.type !== 'customer' || known.type !== 'customer') return { ...user, seenUpTo }
  const wroteAt = latest(user.wroteAt, known.wroteAt)
  return { ...user, seenUpTo, wroteAt, repliedAt: latest(user.repliedAt, known.repliedAt) }
}

type UserChange = Partial<Pick<ChatUser, 'present' | 'seenUpTo'>> & {
  wroteAt?: number | undefined
  repliedAt?: number | undefined
}

function changeUser(users: ChatUser[], userId: string, change: UserChange): ChatUser[] {
  return users.map((user) => (isSameUser(user.id, userId) ? { ...user, ...change } : user))
}

function latest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one
}
