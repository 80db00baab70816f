import type { ChatUser, Customer, CustomerDetails } from '../../agent-chat/index.ts'
import { truncate } from '../lib/truncate.ts'

const nameLimit = 80

/** A chat, listed or opened: whoever has people in it. */
type WithUsers = { users: readonly ChatUser[] }

export function customerOf(chat: WithUsers): Customer | undefined {
  return chat.users.find((user) => user.type === 'customer')
}

/** The name of a customer: their name, e-mail, place, or just 'Visitor'. */
export function customerName(customer: Customer | undefined): string {
  const told = customer?.name ?? customer?.email
  if (told) return truncate(told, nameLimit)
  const place = customer?.city ?? customer?.country
  return place ? `Visitor from ${truncate(place, nameLimit)}` : 'Visitor'
}

/** Whether there is a name or e-mail to take initials from. */
export function isAnonymous(customer: Customer | undefined): boolean {
  return !customer?.name && !customer?.email
}

export function findUser(chat: WithUsers, id: string | undefined): ChatUser | undefined {
  return chat.users.find((user) => isSameUser(user.id, id))
}

/** E-mails are agents' ids, and people write them in either case. */
export function isSameUser(id: string | undefined, otherId: string | undefined): boolean {
  return id !== undefined && id.toLowerCase() === otherId?.toLowerCase()
}

export function isMe(user: { id: string } | undefined, myId: string | undefined): boolean {
  return isSameUser(user?.id, myId)
}

/**
 * Whether the customer wrote something. Whoever is not in the chat any more is an agent or a bot, as long as the
 * customer is known; else an agent's id is an e-mail address, a customer's is not.
 */
export function isByCustomer(authorId: string | undefined, chat: WithUsers): boolean {
  const author = findUser(chat, authorId)
  if (author) return author.type === 'customer'
  return authorId !== undefined && !customerOf(chat) && !authorId.includes('@')
}

/** What to call an agent or a bot, who may have left the chat. */
export function agentName(agent: ChatUser | undefined, id: string | undefined): string {
  return agent?.name ?? (id?.includes('@') ? id : 'Agent')
}

/** 'Warsaw, Poland', as much as is known. */
export function placeOf({
  city,
  region,
  country,
}: Pick<CustomerDetails, 'city' | 'region' | 'country'>): string {
  return [...new Set([city, region, country])].filter(Boolean).join(', ')
}
