import type { Chat } from '../model/chat.ts'
import { fromWireTime, type Microseconds } from '../model/wire-time.ts'
import type { Plan } from '../sample-data/chat-plan.ts'
import type { InboxOptions } from '../sample-data/inbox-options.ts'
import {
  createSearchPrefilter,
  type PlannedThread,
  type SearchPrefilter,
} from '../sample-data/search-prefilter.ts'
import { outlineThreads } from '../sample-data/thread-outline.ts'
import { createOrderedIndex, type OrderedIndex } from './ordered-index.ts'

/** A closed thread in brief. */
export interface ArchivedThread {
  id: string
  startedAt: Microseconds
  chatId: string
  groupIds: number[]
  /** The plan of a thread that was never changed. */
  planned?: PlannedThread
}

/** All closed threads in order, over all chats. */
export interface Archive {
  threads: Pick<OrderedIndex<ArchivedThread>, 'after' | 'before' | 'all'>
  find(threadId: string): ArchivedThread | undefined
  prefilter: SearchPrefilter
  /** Follows a chat that changed: its closed threads take their new places. */
  update(chat: Chat): void
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
  const threads = createOrderedIndex([...known.values()])
  return {
    threads,
    find: (threadId) => known.get(threadId),
    prefilter: createSearchPrefilter(options),
    update(chat) {
      for (const thread of closedOf(chat)) {
        const before = known.get(thread.id)
        if (before) threads.remove(before)
        threads.insert(thread)
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
      planned: { plan, outline },
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
