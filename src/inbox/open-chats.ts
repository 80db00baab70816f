import { compareIds } from './chat-order.ts'
import type { InboxChat } from './inbox-chat.ts'
import type { EntryChange } from './persistent-map.ts'
import { countBefore, type Pages, withItems } from './sorted-pages.ts'

/** The chats with an open thread, in the order in which the threads began. */
export type OpenChats = Pages<InboxChat>

/** The open chats after some chats changed, each told once; the same object when none of them is or was open. */
export function openChatsAfter(
  open: OpenChats,
  changes: readonly EntryChange<InboxChat>[],
): OpenChats {
  const removed = changes.map(({ before }) => before).filter(isOpen)
  const added = changes.map(({ after }) => after).filter(isOpen)
  return removed.length + added.length === 0 ? open : withItems(open, removed, added, compare)
}

/** The open chats whose threads began within some time, if any is, and a few from before or after it. */
export function openChatsAround(
  open: OpenChats,
  times: readonly [from: number, to: number] | undefined,
): readonly InboxChat[] {
  if (!times) return []
  const [from, to] = times
  const start = countBefore(open, (page) => beganAt(page.at(-1)) < from)
  const end = countBefore(open, (page) => beganAt(page[0]) <= to)
  return open.slice(start, end).flat()
}

function isOpen(chat: InboxChat | undefined): chat is InboxChat {
  return chat?.lastThread?.active === true
}

function beganAt(chat: InboxChat | undefined): number {
  return chat?.lastThread?.createdAt ?? 0
}

function compare(one: InboxChat, other: InboxChat): number {
  return beganAt(one) - beganAt(other) || compareIds(one, other)
}
