import type { Chat, ChatUser, Customer, CustomerDetails } from '../../agent-chat/index.ts'
import { truncate } from '../lib/truncate.ts'

const nameLimit = 80

/** A chat, listed or opened: whoever has people in it. */
type WithUsers = Pick<Chat, 'users'>

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
  return id === undefined ? undefined : chat.users.find((user) => user.id === id)
}

/** E-mails are agents' ids, and people write them in either case. */
export function isMe(user: { id: string } | undefined, myId: string | undefined): boolean {
  return user !== undefined && myId !== undefined && user.id.toLowerCase() === myId.toLowerCase()
}

/** Whether an author is an agent, even before they are known: only agents' ids are e-mail addresses. */
export function isByCustomer(authorId: string | undefined, author: ChatUser | undefined): boolean {
  if (author) return author.type === 'customer'
  return authorId !== undefined && !authorId.includes('@')
}

/** 'Warsaw, Poland', as much as is known. */
export function placeOf({ city, region, country }: CustomerDetails): string {
  return [...new Set([city, region, country])].filter(Boolean).join(', ')
}
