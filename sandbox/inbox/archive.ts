import type { Plan } from '../sample-data/chat-plan.ts'
import { type Draft, type Foresight, foresee } from '../sample-data/search-prefilter.ts'
import { outlineThreads } from '../sample-data/thread-outline.ts'
import type { Chat } from './chat.ts'
import type { InboxOptions } from './inbox-options.ts'
import { createShelf, type Shelf } from './ordered-index.ts'
import { fromWireTime, type Microseconds } from './wire-time.ts'

/** A closed thread in brief. */
export interface ArchivedThread {
  id: string
  startedAt: Microseconds
  chatId: string
  groupIds: number[]
  /** Of a thread that nobody changed. */
  draft?: Draft
}

/** All closed threads in order, over all chats. */
export interface Archive {
  shelf: Pick<Shelf<ArchivedThread>, 'after' | 'before' | 'all'>
  find(threadId: string): ArchivedThread | undefined
  foresight: Foresight
  /** Takes note of what became of a chat's threads. */
  file(chat: Chat): void
}

export function createArchive(
  plans: Iterable<Plan>,
  kept: ReadonlyMap<string, Chat>,
  options: InboxOptions,
): Archive {
  const planned = [...plans].filter(({ id }) => !kept.has(id)).flatMap(closedThreads(options))
  const known = new Map(
    [...planned, ...[...kept.values()].flatMap(closedOf)].map((thread) => [thread.id, thread]),
  )
  const shelf = createShelf([...known.values()])
  return {
    shelf,
    find: (threadId) => known.get(threadId),
    foresight: foresee(options),
    file(chat) {
      for (const thread of closedOf(chat)) {
        const before = known.get(thread.id)
        if (before) shelf.take(before)
        shelf.put(thread)
        known.set(thread.id, thread)
      }
    },
  }
}

const closedThreads =
  (options: InboxOptions) =>
  (plan: Plan): ArchivedThread[] => {
    const outlines = outlineThreads(plan, options)
    return (plan.state === 'closed' ? outlines : outlines.slice(0, -1)).map((outline) => ({
      id: outline.id,
      startedAt: outline.startedAt,
      chatId: plan.id,
      groupIds: [outline.groupId],
      draft: { plan, outline },
    }))
  }

function closedOf(chat: Chat): ArchivedThread[] {
  return chat.threads
    .filter(({ active }) => !active)
    .map(({ id, created_at, access }) => ({
      id,
      startedAt: fromWireTime(created_at),
      chatId: chat.id,
      groupIds: access.group_ids,
    }))
}
