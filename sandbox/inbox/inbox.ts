import { type Channel, createChannel } from '../lib/channel.ts'
import type { Chat, Customer } from '../model/chat.ts'
import { chatId, customerId, threadId } from '../model/ids.ts'
import type { Group, Organization } from '../model/organization.ts'
import { planChats } from '../sample-data/chat-plan.ts'
import type { InboxOptions } from '../sample-data/inbox-options.ts'
import { makeChat } from '../sample-data/make-chat.ts'
import { type Archive, createArchive } from './archive.ts'
import { type ChatIndexEntry, indexEntryOf, plannedIndexEntry } from './chat-index-entry.ts'
import type { Cause, InboxChange, RoutingStatus, Signal } from './inbox-change.ts'
import { createOrderedIndex, type OrderedIndex } from './ordered-index.ts'

/** An organization's chats. */
export interface Inbox {
  organization: Organization
  agents: InboxOptions['agents']
  groups: Group[]
  /** Every chat in brief, in order. */
  index: Pick<OrderedIndex<ChatIndexEntry>, 'after' | 'before' | 'all'>
  /**
   * Counts chats; once until a chat changes.
   *
   * @param name Names the condition.
   */
  count(name: string, matches: (entry: ChatIndexEntry) => boolean): number
  /** Closed threads of all chats; gathered on first use. */
  archive(): Archive
  entry(id: string): ChatIndexEntry | undefined
  /** A chat to read, which is frozen; write to it by `change`. */
  read(id: string): Chat | undefined
  /** Changes a chat: `write` gets a copy, which is kept unless `write` throws. */
  change<Result>(id: string, write: (chat: Chat) => Result, cause?: Cause): Result
  add(chat: Chat, cause?: Cause): void
  /** Shows the people in a chat something that nobody keeps. */
  signal(chatId: string, signal: Signal, cause?: Cause): void
  /** All that happens in the inbox, after it happened. */
  changes: Channel<InboxChange>
  /** Changes what all chats of a customer know of them. */
  changeCustomer(customerId: string, write: (customer: Customer) => void, cause?: Cause): void
  /** @param until Milliseconds of the world's clock. */
  ban(customerId: string, days: number, until: number, cause?: Cause): void
  isBanned(customerId: string, now: number): boolean
  /** Ids of a customer's chats; empty for an unknown customer. */
  chatsOf(customerId: string): string[]
  /** Number of active chats an agent is in. */
  load(agentId: string): number
  /** Whether an agent takes chats; one who never said does. */
  routingStatus(agentId: string): RoutingStatus
  setRoutingStatus(agentId: string, status: RoutingStatus, cause?: Cause): void
  newChatId(): string
  newThreadId(): string
  /** Position in the queue of its group, from 1; undefined when not queued. */
  queuePosition(id: string): number | undefined
  /** Queued chats of a group, those waiting longest first. */
  queue(groupId: number): ChatIndexEntry[]
}

/** A list that is polled shows the same chats again and again. */
const chatsToRemember = 2000

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}

/** Whether a group accepts chats: it does as long as one of its agents does. */
export function groupStatus(
  { agents, routingStatus }: Pick<Inbox, 'agents' | 'routingStatus'>,
  groupId: number,
): RoutingStatus {
  const statuses = agents
    .filter(({ membership }) => groupId === 0 || membership.groupIds.includes(groupId))
    .map(({ account }) => routingStatus(account.email))
  const best = (['accepting_chats', 'not_accepting_chats'] as const).find((one) =>
    statuses.includes(one),
  )
  return best ?? 'offline'
}

function byQueueTime(one: ChatIndexEntry, other: ChatIndexEntry): number {
  const ages = (one.queuedAt ?? 0) - (other.queuedAt ?? 0)
  return ages || (one.id < other.id ? -1 : 1)
}

export function createInbox(options: InboxOptions): Inbox {
  const plans = new Map(planChats(options).map((plan) => [plan.id, plan]))
  const entries = new Map([...plans.values()].map((plan) => [plan.id, plannedIndexEntry(plan)]))
  const index = createOrderedIndex([...entries.values()])
  const kept = new Map<string, Chat>()
  const unchanged = new Map<string, Chat>()
  const counts = new Map<string, number>()
  const queued = new Map([...entries].filter(([, { queuedAt }]) => queuedAt !== undefined))
  const routingStatuses = new Map<string, RoutingStatus>()
  const routingStatus = (agentId: string) => routingStatuses.get(agentId) ?? 'accepting_chats'
  const changes = createChannel<InboxChange>()
  const bans = new Map<string, number>()

  const { seed } = options
  let made = options.chats
  let archive: Archive | undefined
  let chatsByCustomer: Map<string, string[]> | undefined

  /** Chat ids by customer, made on first use, since few requests need them. */
  const customers = () => {
    chatsByCustomer ??= new Map(
      [...plans.values()].map(({ id, index }) => [customerId(seed, index), [id]]),
    )
    return chatsByCustomer
  }
  const readUnchanged = (id: string) => {
    const plan = plans.get(id)
    const known = unchanged.get(id)
    if (known || !plan) return known
    const chat = freeze(makeChat(plan, options))
    const [oldest] = unchanged.keys()
    if (oldest !== undefined && unchanged.size === chatsToRemember) unchanged.delete(oldest)
    unchanged.set(id, chat)
    return chat
  }
  const read = (id: string) => kept.get(id) ?? readUnchanged(id)
  const keep = (chat: Chat) => {
    const entry = indexEntryOf(chat)
    kept.set(chat.id, freeze(chat))
    entries.set(chat.id, entry)
    archive?.update(chat)
    index.insert(entry)
    counts.clear()
    if (entry.queuedAt === undefined) queued.delete(chat.id)
    else queued.set(chat.id, entry)
  }

  const inbox: Inbox = {
    organization: options.organization,
    agents: options.agents,
    groups: options.groups,
    index,
    count(name, matches) {
      const count = counts.get(name) ?? index.all().filter(matches).length
      counts.set(name, count)
      return count
    },
    archive() {
      archive ??= createArchive(plans.values(), kept, options)
      return archive
    },
    entry: (id) => entries.get(id),
    read,
    change(id, write, cause = {}) {
      const before = read(id)
      const entry = entries.get(id)
      if (!before || !entry) throw new Error(`There is no chat ${id}`)
      const chat = structuredClone(before)
      const result = write(chat)
      index.remove(entry)
      keep(chat)
      changes.publish({ type: 'chat', before, after: chat, cause })
      return result
    },
    changeCustomer(id, write, cause = {}) {
      const chats = (customers().get(id) ?? []).map(read)
      const before = chats.find((chat) => chat?.customer)?.customer
      if (!before) throw new Error(`There is no customer ${id}`)
      for (const chat of chats) {
        if (chat) inbox.change(chat.id, ({ customer }) => customer && write(customer), cause)
      }
      const after = structuredClone(before)
      write(after)
      changes.publish({ type: 'customer', before, after, cause })
    },
    ban(customerId, days, until, cause = {}) {
      bans.set(customerId, until)
      changes.publish({ type: 'customer-banned', customerId, days, cause })
    },
    isBanned: (customerId, now) => (bans.get(customerId) ?? 0) > now,
    add(chat, cause = {}) {
      keep(chat)
      if (chat.customer) {
        const { id } = chat.customer
        customers().set(id, [...(customers().get(id) ?? []), chat.id])
      }
      changes.publish({ type: 'chat', before: undefined, after: chat, cause })
    },
    signal(id, signal, cause = {}) {
      const chat = read(id)
      if (chat) changes.publish({ type: 'signal', signal, chat, cause })
    },
    changes,
    chatsOf: (id) => customers().get(id) ?? [],
    load: (agentId) =>
      index.all().filter(({ active, present }) => active && present.includes(agentId)).length,
    routingStatus,
    setRoutingStatus(agentId, status, cause = {}) {
      const before = routingStatus(agentId)
      routingStatuses.set(agentId, status)
      if (status !== before) changes.publish({ type: 'routing-status', agentId, before, cause })
    },
    newChatId: () => chatId(seed, made++),
    newThreadId: () => threadId(seed, made++, 0),
    queuePosition(id) {
      const own = queued.get(id)
      if (own?.queuedAt === undefined) return undefined
      const since = own.queuedAt
      const group = own.groupIds[0]
      const ahead = [...queued.values()].filter(
        (other) =>
          other.groupIds[0] === group &&
          other.queuedAt !== undefined &&
          (other.queuedAt < since || (other.queuedAt === since && other.id < id)),
      )
      return ahead.length + 1
    },
    queue: (groupId) =>
      [...queued.values()].filter(({ groupIds }) => groupIds[0] === groupId).toSorted(byQueueTime),
  }
  return inbox
}
