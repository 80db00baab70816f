import type { ChatUser, Customer, CustomerDetails } from '../../agent-chat/index.ts'
import { truncate } from '../lib/truncate.ts'
import { chatText } from './chat-text.ts'

export { customerOf, findUser, isByCustomer, isMe, isSameUser } from '../../react/inbox/index.ts'

const nameLimit = 80

/** The name of a customer: their name, e-mail, place, or just 'Visitor'. */
export function customerName(customer: Customer | undefined): string {
  const told = [customer?.name, customer?.email].map((one = '') => truncate(one, nameLimit))
  const shown = told.find((one) => one !== '')
  if (shown) return shown
  const place = customer?.city ?? customer?.country
  return place ? chatText().visitorFrom({ place: truncate(place, nameLimit) }) : chatText().visitor
}

/** Whether there is a name or e-mail to take initials from. */
export function isAnonymous(customer: Customer | undefined): boolean {
  return !customer?.name && !customer?.email
}

/** What to call an agent or a bot, who may have left the chat. */
export function agentName(agent: ChatUser | undefined, id: string | undefined): string {
  return agent?.name ?? (id?.includes('@') ? id : chatText().agent)
}

/** 'Warsaw, Poland', as much as is known. */
export function placeOf({
  city,
  region,
  country,
}: Pick<CustomerDetails, 'city' | 'region' | 'country'>): string {
  return [...new Set([city, region, country])].filter(Boolean).join(', ')
}
