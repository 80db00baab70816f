import type { InboxChat } from './inbox-chat.ts'
import type { Compare } from './sorted-pages.ts'
import { shownTime, type Turn, turnOf } from './turn.ts'

/** The order of a list. */
export type ChatOrder = 'newest-first' | 'oldest-first'

const ranks: Record<Turn, number> = { queued: 0, waiting: 1, active: 2, closed: 3, empty: 4 }

/**
 * Compares two chats by what needs the agent: the queue by its numbers, then who waits for a reply, then the other open
 * chats, then the closed ones; each by the time that is shown, latest first.
 */
function compareByNeed(one: InboxChat, other: InboxChat): number {
  return (
    ranks[turnOf(one)] - ranks[turnOf(other)] ||
    placeIn(one) - placeIn(other) ||
    (isQueued(one) ? byTime(one, other) : byTime(other, one)) ||
    compareIds(one, other)
  )
}

/** Compares two chats by the time that is shown, earliest first. */
function compareByTime(one: InboxChat, other: InboxChat): number {
  return byTime(one, other) || compareIds(one, other)
}

/** Compares the chats of a list; never 0 for two of them. */
export function compareIn(order: ChatOrder): Compare<InboxChat> {
  return order === 'newest-first' ? compareByNeed : compareByTime
}

function isQueued({ lastThread }: InboxChat): boolean {
  return lastThread?.queue !== undefined
}

function placeIn({ lastThread }: InboxChat): number {
  return lastThread?.queue?.position ?? 0
}

function byTime(one: InboxChat, other: InboxChat): number {
  return (shownTime(one) ?? 0) - (shownTime(other) ?? 0)
}

/** Compares two chats by their ids alone; 0 for the same chat. */
export function compareIds(one: InboxChat, other: InboxChat): number {
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}
