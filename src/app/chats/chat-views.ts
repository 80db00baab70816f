import type { ChatListing } from '../../react/inbox/inbox-internal.ts'
import type { View } from '../../react/inbox/index.ts'
import { formatCount } from '../lib/format-count.ts'

/** The choices above the list. */
export const views = [
  { value: 'mine', label: 'My chats' },
  { value: 'all', label: 'All' },
  { value: 'queued', label: 'Queued' },
  { value: 'unassigned', label: 'Unassigned' },
  { value: 'active', label: 'Active' },
  { value: 'closed', label: 'Closed' },
] as const satisfies { value: View; label: string }[]

/** Where an agent lands. */
const landing: View = 'mine'

/** Which chats are listed, and in which order; all of it is in the URL. */
export type Listing = ChatListing

export function readListing(parameters: URLSearchParams): Listing {
  const show = parameters.get('show')
  const group = parameters.get('group') ?? ''
  return {
    show: views.find(({ value }) => value === show)?.value ?? landing,
    groupId: /^\d{1,9}$/.test(group) ? Number(group) : undefined,
    order: parameters.get('order') === 'oldest' ? 'oldest-first' : 'newest-first',
  }
}

/** The same query with another listing; defaults are left out. */
export function writeListing(
  parameters: URLSearchParams,
  { show, groupId, order }: Listing,
): URLSearchParams {
  const after = new URLSearchParams(parameters)
  const set = (name: string, value: string | undefined) =>
    value === undefined ? after.delete(name) : after.set(name, value)
  set('show', show === landing ? undefined : show)
  set('group', groupId?.toString())
  set('order', order === 'oldest-first' ? 'oldest' : undefined)
  return after
}

/** '1 active chat', '20+ queued chats'. */
export function describeCount(
  { found, isComplete }: { found: number; isComplete: boolean },
  show: View,
): string {
  const count = `${formatCount(found)}${isComplete ? '' : '+'}`
  const chats = found === 1 && isComplete ? 'chat' : 'chats'
  if (show === 'mine') return `${count} ${chats} assigned to you`
  return [count, adjectives[show], chats].filter(Boolean).join(' ')
}

const adjectives: Record<Exclude<View, 'mine'>, string> = {
  all: '',
  queued: 'queued',
  unassigned: 'unassigned',
  active: 'active',
  closed: 'closed',
}

/** What an empty list says; `unknown`: that of an agent's own chats, when LiveChat does not say who they are. */
export const emptyText: Record<View | 'unknown', readonly [title: string, hint: string]> = {
  all: ['No chats yet', 'New chats from customers will appear here.'],
  mine: ['You have no open chats', 'Chats you’re in appear here.'],
  unknown: ['Can’t tell which chats are yours', 'LiveChat didn’t say who you are.'],
  queued: ['No queued chats', 'Customers waiting for an agent appear here.'],
  unassigned: ['No unassigned chats', 'Open chats without an agent appear here.'],
  active: ['No active chats', 'Choose All to see closed chats, too.'],
  closed: ['No closed chats', 'Closed chats appear here.'],
}

/** What a list is sorted by: open chats by what needs the agent, closed ones by when they were closed. */
export function orderLabel({ show, order }: Pick<Listing, 'show' | 'order'>): string {
  if (order === 'oldest-first') return 'Oldest first'
  return show === 'closed' ? 'Newest first' : 'By priority'
}
