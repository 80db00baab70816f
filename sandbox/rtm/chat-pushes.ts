import { isDeepStrictEqual } from 'node:util'
import { wireChat, wireCustomer, wireEvent, wireQueue } from '../agent-chat/serialize.ts'
import { activeThread } from '../inbox/chat-mutations.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Cause, ChatChange } from '../inbox/inbox-change.ts'
import type { Chat, ChatEvent, Properties, Thread } from '../model/chat.ts'
import type { RtmSettings } from '../world/world.ts'
import {
  audienceOf,
  type ChatAudience,
  holds,
  type Listener,
  membersOf,
  type Push,
} from './push.ts'
import { queuePushes } from './queue-pushes.ts'

/** What a change tells, and to whom, from the chat before it and after it (docs/protocol.md 9.4). */
export function chatPushes(
  { before, after, cause }: ChatChange,
  inbox: Inbox,
  settings: RtmSettings,
): Push[] {
  const audience = audienceOf(before, after, settings)
  const opened = !before || after.threads.length > before.threads.length
  const change = { before: before ?? after, after, cause, audience, inbox }
  return [
    ...(opened ? [incomingChat(change, audience.everybody)] : continuedPushes(change)),
    ...queuePushes(inbox, before, after, !opened && !cause.transfer),
    ...customerPushes(change, opened),
  ]
}

interface Change {
  before: Chat
  after: Chat
  cause: Cause
  audience: ChatAudience
  inbox: Inbox
}

/** Changes of a chat that stays in its thread, in the order in which they make sense. */
function continuedPushes(change: Change): Push[] {
  return [
    ...accessPushes(change),
    incomingChat(change, change.audience.newcomers),
    ...change.after.threads.flatMap((thread, index) => {
      const old = change.before.threads[index]
      return old && old !== thread ? threadPushes(change, old, thread) : []
    }),
    ...propertyPushes(
      'chat',
      change.before.properties,
      change.after.properties,
      { chat_id: change.after.id },
      change.audience.everybody,
    ),
    ...userPushes(change),
    ...closingPushes(change),
    ...seenPushes(change),
    ...unfollowPushes(change),
  ]
}

type Reach = (listener: Listener) => boolean

/** A push that says the same to everybody. */
function plain(action: string, reaches: Reach, payload: object): Push {
  return { action, reaches, payload: () => payload }
}

/** A push of version 3.6. */
function stable(action: string, reaches: Reach, payload: object): Push {
  return { action, reaches, payload: ({ version }) => (version === '3.6' ? payload : undefined) }
}

function incomingChat(change: Change, reaches: Reach): Push {
  const { before, after, cause } = change
  const from = { group_ids: before.access.group_ids, agent_ids: membersOf(before) }
  return {
    action: 'incoming_chat',
    reaches,
    payload: (listener) => ({
      chat: wireChat(after, after.threads.at(-1), listener),
      ...requester(change),
      ...(cause.transfer ? { transferred_from: from } : {}),
    }),
  }
}

/** The agent who did it; customers and LiveChat itself are not named. */
function requester({ cause, inbox }: Change): { requester_id?: string } {
  const agent = inbox.agents.find(({ account }) => account.email === cause.userId)
  return agent ? { requester_id: agent.account.email } : {}
}

function threadOf(chat: Chat): { thread_id?: string } {
  const thread = activeThread(chat)
  return thread ? { thread_id: thread.id } : {}
}

function accessPushes(change: Change): Push[] {
  const { before, after, cause, audience } = change
  const pushes: Push[] = []
  if (!isDeepStrictEqual(before.access, after.access)) {
    const payload = { id: after.id, access: after.access }
    pushes.push(plain('chat_access_updated', audience.everybody, payload))
  }
  const thread = activeThread(after)
  if (cause.transfer && thread) {
    pushes.push({
      action: 'chat_transferred',
      reaches: audience.everybody,
      payload: (listener) => {
        const queue = wireQueue(thread, after, listener)
        return {
          chat_id: after.id,
          thread_id: thread.id,
          ...requester(change),
          reason: cause.transfer,
          transferred_to: { group_ids: after.access.group_ids, agent_ids: membersOf(after) },
          ...(queue ? { queue } : {}),
        }
      },
    })
  }
  return pushes
}

function userPushes(change: Change): Push[] {
  const { before, after, cause, audience } = change
  // Everybody leaves a chat that is closed, and `chat_deactivated` says so.
  if (activeThread(before) && !activeThread(after)) return []
  const common = {
    chat_id: after.id,
    ...threadOf(after),
    reason: cause.userId === undefined ? 'other' : 'manual',
    ...requester(change),
  }
  const [was, is] = [membersOf(before), membersOf(after)]
  const removed = was
    .filter((id) => !is.includes(id))
    .map((user_id) => plain('user_removed_from_chat', audience.everybody, { ...common, user_id }))
  const added = after.agents
    .filter(({ id }) => is.includes(id) && !was.includes(id))
    .map((user) => plain('user_added_to_chat', audience.everybody, { ...common, user }))
  const { customer } = after
  const guest: Push[] =
    customer && !before.customer
      ? [
          {
            action: 'user_added_to_chat',
            reaches: audience.everybody,
            payload: ({ version }) => ({ ...common, user: wireCustomer(customer, version) }),
          },
        ]
      : []
  return [...removed, ...added, ...guest]
}

function threadPushes(change: Change, before: Thread, after: Thread): Push[] {
  const { audience } = change
  const at = { chat_id: change.after.id, thread_id: after.id }
  const tagged = (action: string, tags: string[]) =>
    tags.map((tag) => plain(action, audience.everybody, { ...at, tag }))
  const without = (tags: string[] = [], others: string[] = []) =>
    tags.filter((tag) => !others.includes(tag))
  return [
    ...after.events.flatMap((event, index) =>
      eventPushes(at, before.events[index], event, audience.insiders),
    ),
    ...tagged('thread_tagged', without(after.tags, before.tags)),
    ...tagged('thread_untagged', without(before.tags, after.tags)),
    ...propertyPushes('thread', before.properties, after.properties, at, audience.everybody),
    ...(after.summary && !isDeepStrictEqual(before.summary, after.summary)
      ? [stable('thread_summary_set', audience.everybody, { ...at, summary: after.summary })]
      : []),
  ]
}

function eventPushes(
  at: { chat_id: string; thread_id: string },
  before: ChatEvent | undefined,
  after: ChatEvent,
  reaches: Reach,
): Push[] {
  const whole = (action: string): Push => ({
    action,
    reaches,
    payload: (listener) =>
      after.type === 'system' && listener.version !== '3.6'
        ? undefined
        : { ...at, event: wireEvent(after, listener) },
  })
  if (!before) return [whole('incoming_event')]
  if (isDeepStrictEqual(before, after)) return []
  if (after.deleted && !before.deleted) {
    const older = whole('event_updated')
    return [
      stable('event_deleted', reaches, { ...at, event_id: after.id }),
      { ...older, payload: (l) => (l.version === '3.6' ? undefined : older.payload(l)) },
    ]
  }
  const { properties: old = {}, ...frame } = before
  const { properties = {}, ...newFrame } = after
  if (!isDeepStrictEqual(frame, newFrame)) return [whole('event_updated')]
  return propertyPushes('event', old, properties, { ...at, event_id: after.id }, reaches)
}

function propertyPushes(
  owner: 'chat' | 'thread' | 'event',
  before: Properties,
  after: Properties,
  at: object,
  reaches: Reach,
): Push[] {
  const updated: Properties = {}
  for (const [namespace, values] of Object.entries(after)) {
    const news = Object.entries(values).filter(
      ([name, value]) => before[namespace]?.[name] !== value,
    )
    if (news.length > 0) updated[namespace] = Object.fromEntries(news)
  }
  const deleted: Record<string, string[]> = {}
  for (const [namespace, values] of Object.entries(before)) {
    const gone = Object.keys(values).filter((name) => after[namespace]?.[name] === undefined)
    if (gone.length > 0) deleted[namespace] = gone
  }
  const push = (verb: string, properties: object) =>
    Object.keys(properties).length > 0
      ? [plain(`${owner}_properties_${verb}`, reaches, { ...at, properties })]
      : []
  return [...push('updated', updated), ...push('deleted', deleted)]
}

function closingPushes({ before, after, cause, audience }: Change): Push[] {
  const thread = activeThread(before)
  if (!thread || activeThread(after)) return []
  const payload = {
    chat_id: after.id,
    thread_id: thread.id,
    ...(cause.userId === undefined ? {} : { user_id: cause.userId }),
  }
  return [plain('chat_deactivated', audience.everybody, payload)]
}

/** Marks that people moved; an event of one's own moves one's mark without a push. */
function seenPushes({ before, after, audience }: Change): Push[] {
  const users = (chat: Chat) => [...chat.agents, ...(chat.customer ? [chat.customer] : [])]
  const own = new Map(
    after.threads.at(-1)?.events.map(({ author_id, created_at }) => [author_id, created_at]),
  )
  const old = new Map(users(before).map(({ id, events_seen_up_to }) => [id, events_seen_up_to]))
  return users(after).flatMap(({ id, events_seen_up_to: seen_up_to }) => {
    if (!seen_up_to || seen_up_to === old.get(id) || seen_up_to === own.get(id)) return []
    const isTheirs: Reach = (listener) => listener.agentId === id || audience.insiders(listener)
    return [
      plain('events_marked_as_seen', isTheirs, { user_id: id, chat_id: after.id, seen_up_to }),
    ]
  })
}

function unfollowPushes({ before, after }: Change): Push[] {
  return before.followers
    .filter((id) => !after.followers.includes(id))
    .map((id) => plain('chat_unfollowed', ({ agentId }) => agentId === id, { chat_id: after.id }))
}

/** The customer, for agents who have the chat from now on or watch over all that are chatting. */
function customerPushes({ before, after, audience }: Change, opened: boolean): Push[] {
  const { customer } = after
  const known = opened ? [] : membersOf(before)
  const newMembers = membersOf(after).filter((id) => !known.includes(id))
  if (!customer || !activeThread(after) || !(opened || newMembers.length > 0)) return []
  const readsCustomers = holds('customers:ro')
  return [
    {
      action: 'incoming_customer',
      reaches: (listener) =>
        readsCustomers(listener) &&
        (listener.monitoring === 'my'
          ? newMembers.includes(listener.agentId)
          : opened && audience.everybody(listener)),
      payload: ({ version }) => wireCustomer(customer, version),
    },
  ]
}
