import { planChats } from '../sample-data/chat-plan.ts'
import { makeChat } from '../sample-data/make-chat.ts'
import type { Group, Organization } from '../world/organization.ts'
import { type Archive, createArchive } from './archive.ts'
import type { Chat } from './chat.ts'
import { type Header, headerOf, plannedHeader } from './chat-index-entry.ts'
import { chatId, customerId, threadId } from './ids.ts'
import type { InboxOptions } from './inbox-options.ts'
import { createShelf, type Shelf } from './ordered-index.ts'

/** An organization's chats. */
export interface Inbox {
  organization: Organization
  agents: InboxOptions['agents']
  groups: Group[]
  /** Every chat in brief, in order. */
  headers: Pick<Shelf<Header>, 'after' | 'before' | 'all'>
  /** Closed threads of all chats; gathered on first use. */
  archive(): Archive
  header(id: string): Header | undefined
  /** A chat to look at; `change` is the way to write to it. */
  read(id: string): Chat | undefined
  /** Lets a known chat be written to; from then on it is kept. A write that throws keeps nothing. */
  change<Result>(id: string, write: (chat: Chat) => Result): Result
  add(chat: Chat): void
  /** Chats of a customer; empty for one nobody knows. */
  chatsOf(customerId: string): string[]
  /** Active chats an agent is in. */
  load(agentId: string): number
  /** What agents chose for this session; others accept chats. */
  routingStatuses: Map<string, RoutingStatus>
  newChatId(): string
  newThreadId(): string
  /** Place in the queue of its group, from 1; undefined outside a queue. */
  queuePosition(id: string): number | undefined
}

export type RoutingStatus = 'accepting_chats' | 'not_accepting_chats' | 'offline'

export function createInbox(options: InboxOptions): Inbox {
  const plans = new Map(planChats(options).map((plan) => [plan.id, plan]))
  const headers = new Map([...plans.values()].map((plan) => [plan.id, plannedHeader(plan)]))
  const shelf = createShelf([...headers.values()])
  const kept = new Map<string, Chat>()
  const queued = new Map([...headers].filter(([, header]) => header.queuedAt !== undefined))

  const { seed } = options
  let made = options.chats
  let archive: Archive | undefined
  let chatsByCustomer: Map<string, string[]> | undefined

  /** Written on first use, since few ask for it. */
  const customers = () => {
    chatsByCustomer ??= new Map(
      [...plans.values()].map(({ id, index }) => [customerId(seed, index), [id]]),
    )
    return chatsByCustomer
  }
  const read = (id: string) => {
    const plan = plans.get(id)
    return kept.get(id) ?? (plan && makeChat(plan, options))
  }
  const keep = (chat: Chat) => {
    const header = headerOf(chat)
    kept.set(chat.id, chat)
    headers.set(chat.id, header)
    archive?.file(chat)
    shelf.put(header)
    if (header.queuedAt === undefined) queued.delete(chat.id)
    else queued.set(chat.id, header)
  }

  return {
    organization: options.organization,
    agents: options.agents,
    groups: options.groups,
    headers: shelf,
    archive() {
      archive ??= createArchive(plans.values(), kept, options)
      return archive
    },
    header: (id) => headers.get(id),
    read,
    change(id, write) {
      const chat = structuredClone(read(id))
      const header = headers.get(id)
      if (!chat || !header) throw new Error(`There is no chat ${id}`)
      const result = write(chat)
      shelf.take(header)
      keep(chat)
      return result
    },
    add(chat) {
      keep(chat)
      if (!chat.customer) return
      const { id } = chat.customer
      customers().set(id, [...(customers().get(id) ?? []), chat.id])
    },
    chatsOf: (id) => customers().get(id) ?? [],
    load: (agentId) =>
      shelf.all().filter(({ active, present }) => active && present.includes(agentId)).length,
    routingStatuses: new Map(),
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
  }
}
