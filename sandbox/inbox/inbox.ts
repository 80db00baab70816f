import type { Group } from '../seed.ts'
import type { Account, Membership, Organization } from '../world.ts'
import type { Chat } from './chat.ts'
import { type Header, headerOf, plannedHeader } from './header.ts'
import { makeChat } from './make-chat.ts'
import { planChats } from './plan.ts'
import { createShelf, type Shelf } from './shelf.ts'

export interface InboxOptions {
  seed: number
  organization: Organization
  agents: { account: Account; membership: Membership }[]
  groups: Group[]
  chats: number
  /** Milliseconds since 1970 at which the newest chat was just alive. */
  now: number
}

/** An organization's chats. */
export interface Inbox {
  organization: Organization
  agents: InboxOptions['agents']
  groups: Group[]
  /** Every chat in brief, in order. */
  headers: Pick<Shelf<Header>, 'after' | 'before' | 'all'>
  header(id: string): Header | undefined
  /** A chat to look at; `change` is the way to write to it. */
  read(id: string): Chat | undefined
  /** Lets a chat be written to; from then on it is kept. */
  change(id: string, write: (chat: Chat) => void): Chat | undefined
  add(chat: Chat): void
  /** Place in the queue of its group, from 1; undefined outside a queue. */
  queuePosition(id: string): number | undefined
}

export function createInbox(options: InboxOptions): Inbox {
  const plans = new Map(planChats(options).map((plan) => [plan.id, plan]))
  const headers = new Map([...plans.values()].map((plan) => [plan.id, plannedHeader(plan)]))
  const shelf = createShelf([...headers.values()])
  const kept = new Map<string, Chat>()
  const queued = new Map([...headers].filter(([, header]) => header.queuedAt !== undefined))

  const read = (id: string) => {
    const plan = plans.get(id)
    return kept.get(id) ?? (plan && makeChat(plan, options))
  }
  const keep = (chat: Chat) => {
    const header = headerOf(chat)
    kept.set(chat.id, chat)
    headers.set(chat.id, header)
    shelf.put(header)
    if (header.queuedAt === undefined) queued.delete(chat.id)
    else queued.set(chat.id, header)
  }

  return {
    organization: options.organization,
    agents: options.agents,
    groups: options.groups,
    headers: shelf,
    header: (id) => headers.get(id),
    read,
    change(id, write) {
      const chat = read(id)
      const header = headers.get(id)
      if (!chat || !header) return undefined
      write(chat)
      shelf.take(header)
      keep(chat)
      return chat
    },
    add: keep,
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
