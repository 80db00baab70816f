import type { LiveUpdate, Push, RoutingStatus } from '../agent-chat/live-feed/index.ts'
import { type Conversation, conversationAfter } from './conversation.ts'
import { chatAfter, type InboxChat } from './inbox-chat.ts'
import {
  type ChatUpdate,
  chatIdsOf,
  type InboxUpdate,
  isAbout,
  type UpdateContext,
} from './inbox-update.ts'
import { keepEqual } from './keep-equal.ts'
import { isMissingFrom, timesCovered } from './missing-chat.ts'
import { type OpenChats, openChatsAfter, openChatsAround } from './open-chats.ts'
import { type OutgoingMessage, unacknowledged } from './outgoing-message.ts'
import { PersistentMap } from './persistent-map.ts'
import { type Writing, writingAfter } from './writing.ts'

/** What an agent knows of their chats at one moment. */
export interface Inbox {
  /** Undefined until LiveChat has told. */
  readonly myId: string | undefined
  readonly chats: PersistentMap<InboxChat>
  readonly openChats: OpenChats
  /** What is loaded of chats that were opened, by chat. */
  readonly conversations: PersistentMap<Conversation>
  /** What is being written now, by chat. */
  readonly writing: ReadonlyMap<string, Writing>
  /** Messages on their way, oldest first, by chat. */
  readonly outgoing: ReadonlyMap<string, readonly OutgoingMessage[]>
  /** Whether agents take chats, by their ids. */
  readonly routingStatuses: ReadonlyMap<string, RoutingStatus>
  /** Chats to be loaded: what was told of them says too little, or they are missing where they should be listed. */
  readonly incomplete: ReadonlySet<string>
  /** Counts what was told; a response is as old as the revision at its request. */
  readonly revision: number
  /** What was told lately, in the order in which it was true. */
  readonly journal: readonly JournalEntry[]
}

interface JournalEntry {
  revision: number
  update: ChatUpdate
  context: UpdateContext
}

/** Milliseconds: more than a request and its repetitions take. */
const journalTime = 60_000
const journalSize = 250

export const emptyInbox: Inbox = {
  myId: undefined,
  chats: PersistentMap.empty(),
  openChats: [],
  conversations: PersistentMap.empty(),
  writing: new Map(),
  outgoing: new Map(),
  routingStatuses: new Map(),
  incomplete: new Set(),
  revision: 0,
  journal: [],
}

/**
 * An inbox after an update. What does not change is the same object as before.
 *
 * Updates may come twice or late, and pushes before the response that holds what they are about: a response counts as
 * old as its request, and what was told since then is applied to it again.
 *
 * @param now Milliseconds since 1970.
 */
export function applyUpdate(inbox: Inbox, update: InboxUpdate, now: number): Inbox {
  switch (update.type) {
    case 'message_written':
      return withMessage(inbox, update.message)
    case 'message_discarded': {
      const { chatId, customId } = update
      const left = outgoingIn(inbox, chatId).filter((one) => one.customId !== customId)
      return { ...inbox, outgoing: withEntry(inbox.outgoing, chatId, left) }
    }
    case 'conversation_left':
      return { ...inbox, conversations: inbox.conversations.with([[update.chatId, undefined]]) }
    case 'routing_status_set':
      return withRoutingStatus(inbox, update.agentId, update.status)
    case 'incoming_typing_indicator':
    case 'incoming_sneak_peek':
      return withWriting(inbox, update, [update.chatId], now)
    case 'connected':
      return withChatUpdate(withLogin(inbox, update), update, now)
    default:
      return withChatUpdate(inbox, update, now)
  }
}

/** The messages of a chat that are on their way, oldest first. */
export function outgoingIn(inbox: Inbox, chatId: string): readonly OutgoingMessage[] {
  return inbox.outgoing.get(chatId) ?? []
}

function withChatUpdate(inbox: Inbox, update: ChatUpdate, now: number): Inbox {
  const revision = inbox.revision + 1
  const context = { now, myId: inbox.myId }
  const entry = { revision: 'since' in update ? update.since : revision, update, context }
  const recent = inbox.journal.filter((one) => now - one.context.now < journalTime)
  const earlier = recent.filter((one) => one.revision <= entry.revision)
  const later = recent.slice(earlier.length)
  const ids = [...new Set(chatIdsOf(update) ?? openOr(inbox, update))]
  const replays = ids.map((id) => [id, replayOf([entry, ...later], id)] as const)
  const changes = replays.map(([id, entries]) => {
    const before = inbox.chats.get(id)
    return { id, before, after: chatAfterAll(before, id, entries) }
  })
  const next = {
    ...inbox,
    chats: inbox.chats.with(changes.map(({ id, after }) => [id, after])),
    openChats: openChatsAfter(
      inbox.openChats,
      changes.filter(({ before, after }) => before !== after),
    ),
    conversations: inbox.conversations.with(
      replays.map(([id, entries]) => [
        id,
        conversationAfterAll(inbox.conversations.get(id), id, entries),
      ]),
    ),
    revision,
    journal: [...earlier, entry, ...later].slice(-journalSize),
  }
  const told = { ...next, incomplete: incompleteAfter(next, update, ids, later) }
  const written = isPush(update) ? withWriting(told, update, ids, now) : told
  return ids.reduce(acknowledged, written)
}

/** The chats that `connected` is about: those known as open, and those that are. */
function openOr(inbox: Inbox, update: ChatUpdate): string[] {
  const active = update.type === 'connected' ? update.activeChats : []
  return [...inbox.openChats.flat(), ...active].map(({ id }) => id)
}

function replayOf(entries: readonly JournalEntry[], id: string): readonly JournalEntry[] {
  return entries.filter(({ update }) => isAbout(update, id))
}

function chatAfterAll(
  chat: InboxChat | undefined,
  id: string,
  entries: readonly JournalEntry[],
): InboxChat | undefined {
  const after = entries.reduce(
    (one, { update, context }) => chatAfter(one, update, id, context),
    chat,
  )
  return keepEqual(chat, after)
}

function conversationAfterAll(
  conversation: Conversation | undefined,
  id: string,
  entries: readonly JournalEntry[],
): Conversation | undefined {
  const after = entries.reduce(
    (one, { update }) => conversationAfter(one, update, id),
    conversation,
  )
  return keepEqual(conversation, after)
}

/** Pushes about chats the agent may see, which are to be loaded when they are not known. */
const announcing: readonly ChatUpdate['type'][] = [
  'incoming_event',
  'user_added_to_chat',
  'chat_transferred',
  'queue_positions_updated',
]

function incompleteAfter(
  { chats, openChats, incomplete }: Inbox,
  update: ChatUpdate,
  ids: readonly string[],
  later: readonly JournalEntry[],
): ReadonlySet<string> {
  const next = new Set(incomplete)
  for (const id of ids) {
    const isIncomplete = lacksSomething(chats.get(id), update)
    if (isIncomplete) next.add(id)
    else if (isIncomplete === false) next.delete(id)
  }
  if (update.type === 'chats_loaded') {
    const { page, filter } = update
    for (const chat of openChatsAround(openChats, timesCovered(page))) {
      const isNewer = later.some((entry) => isAbout(entry.update, chat.id))
      if (!isNewer && isMissingFrom(page, filter, chat)) next.add(chat.id)
    }
  }
  return keepEqualSet(incomplete, next)
}

/** Whether a chat has to be loaded after an update; undefined when that says nothing about it. */
function lacksSomething(chat: InboxChat | undefined, update: ChatUpdate): boolean | undefined {
  if (update.type === 'chat_deleted' || !isPush(update) || update.type === 'incoming_chat') {
    return false
  }
  if (!chat) return announcing.includes(update.type) ? true : undefined
  const { lastThread, lastEvent } = chat
  // Nothing tells an agent that they may not see it any more.
  if (update.type === 'chat_access_updated') return true
  if (update.type === 'thread_deleted') return lastThread === undefined || undefined
  // Nothing told that a thread began.
  const isOfNewThread =
    update.type === 'incoming_event' &&
    update.threadId !== lastThread?.id &&
    update.event.id === lastEvent?.id
  return isOfNewThread || undefined
}

function keepEqualSet(before: ReadonlySet<string>, after: ReadonlySet<string>) {
  return before.size === after.size && [...after].every((one) => before.has(one)) ? before : after
}

function isPush(update: LiveUpdate | ChatUpdate): update is Push & ChatUpdate {
  return !('since' in update) && update.type !== 'connected'
}

function withLogin(inbox: Inbox, login: Extract<LiveUpdate, { type: 'connected' }>): Inbox {
  const { agentId, routingStatus } = login
  // What was being written meanwhile is not known.
  const known = { ...inbox, myId: agentId, writing: emptyInbox.writing }
  return routingStatus ? withRoutingStatus(known, agentId, routingStatus) : known
}

function withRoutingStatus(inbox: Inbox, agentId: string, status: RoutingStatus): Inbox {
  if (inbox.routingStatuses.get(agentId) === status) return inbox
  return { ...inbox, routingStatuses: new Map(inbox.routingStatuses).set(agentId, status) }
}

function withWriting(inbox: Inbox, push: Push, ids: readonly string[], now: number): Inbox {
  const writing = ids.reduce((all, id) => {
    const before = all.get(id)
    return withEntry(
      all,
      id,
      keepEqual(before, writingAfter(before, push, inbox.chats.get(id), now)),
    )
  }, inbox.writing)
  return writing === inbox.writing ? inbox : { ...inbox, writing }
}

function withMessage(inbox: Inbox, message: OutgoingMessage): Inbox {
  const { chatId, customId } = message
  const known = outgoingIn(inbox, chatId)
  const messages = known.some((one) => one.customId === customId)
    ? known.map((one) => (one.customId === customId ? message : one))
    : [...known, message]
  return acknowledged({ ...inbox, outgoing: withEntry(inbox.outgoing, chatId, messages) }, chatId)
}

/** The inbox without the messages of a chat that have become events. */
function acknowledged(inbox: Inbox, chatId: string): Inbox {
  const outgoing = outgoingIn(inbox, chatId)
  if (outgoing.length === 0) return inbox
  const { lastEvent } = inbox.chats.get(chatId) ?? {}
  // Where the conversation is shown, it goes when the event is there.
  const threads = inbox.conversations.get(chatId)?.threads
  const events = threads?.flatMap((thread) => thread.events) ?? (lastEvent ? [lastEvent] : [])
  const left = unacknowledged(outgoing, events)
  if (left.length === outgoing.length) return inbox
  return { ...inbox, outgoing: withEntry(inbox.outgoing, chatId, left) }
}

/** The map with an entry, or without it when there is nothing in it. */
function withEntry<Value>(
  map: ReadonlyMap<string, Value>,
  key: string,
  value: Value | undefined,
): ReadonlyMap<string, Value> {
  if (map.get(key) === value) return map
  const next = new Map(map)
  if (value === undefined || (Array.isArray(value) && value.length === 0)) next.delete(key)
  else next.set(key, value)
  return next
}
