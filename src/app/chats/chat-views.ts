import type { ChatListing } from '../../react/inbox/inbox-internal.ts'
import type { View } from '../../react/inbox/index.ts'
import { currentLocale } from '../language/define-messages.ts'
import { formatNumber } from '../lib/format-number.ts'
import { chatsText } from './chats-text.ts'

/** The choices above the list. */
export const views = [
  'mine',
  'all',
  'queued',
  'unassigned',
  'active',
  'closed',
] as const satisfies View[]

/** Where an agent lands. */
const landing: View = 'mine'

/** Which chats are listed, and in which order; all of it is in the URL. */
export type Listing = ChatListing

export function readListing(parameters: URLSearchParams): Listing {
  const show = parameters.get('show')
  const group = parameters.get('group') ?? ''
  return {
    show: views.find((view) => view === show) ?? landing,
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
  const number = formatNumber(found, currentLocale())
  return chatsText()[counts[show]]({
    // At least one more is to come.
    count: isComplete ? found : found + 1,
    shown: isComplete ? number : `${number}+`,
  })
}

const counts = {
  all: 'countAll',
  mine: 'countMine',
  queued: 'countQueued',
  unassigned: 'countUnassigned',
  active: 'countActive',
  closed: 'countClosed',
} as const satisfies Record<View, string>

/** What an empty list says; `unknown`: that of an agent's own chats, when LiveChat does not say who they are. */
export const emptyText = {
  all: ['noChats', 'noChatsHint'],
  mine: ['noMine', 'noMineHint'],
  unknown: ['unknownMine', 'unknownMineHint'],
  queued: ['noQueued', 'noQueuedHint'],
  unassigned: ['noUnassigned', 'noUnassignedHint'],
  active: ['noActive', 'noActiveHint'],
  closed: ['noClosed', 'noClosedHint'],
} as const satisfies Record<View | 'unknown', readonly [title: string, hint: string]>

/** What a list is sorted by: open chats by what needs the agent, closed ones by when they were closed. */
export function orderLabel({ show, order }: Pick<Listing, 'show' | 'order'>): string {
  const text = chatsText()
  if (order === 'oldest-first') return text.oldestFirst
  return show === 'closed' ? text.newestFirst : text.byPriority
}
