import type { Thread } from '../../agent-chat/index.ts'

/** An event of a thread; without an event, the beginning of a thread that has none. */
export interface Place {
  threadId: string
  eventId: string | undefined
}

/** A thread of which something is drawn. */
export interface DrawnThread {
  thread: Thread
  /** Indexes of events, ascending: the first that is drawn, and where it began before more was drawn. */
  cuts: readonly number[]
}

const uncut = [0]

/**
 * Where the drawn end of a conversation begins and began, each place further back than the one before. Events that come
 * at either end of the conversation move none of them.
 *
 * @param wanted Events to draw, as far as there are so many; a thread without events counts as one.
 * @returns The same starts when they go back far enough.
 */
export function extendBack(
  starts: readonly Place[],
  wanted: number,
  threads: readonly Thread[],
): readonly Place[] {
  const first = Math.max(0, countEvents(threads) - wanted)
  return countHidden(starts, threads) <= first ? starts : [...starts, placeAt(first, threads)]
}

/** The threads of which something is drawn, in their order. */
export function drawnThreads(starts: readonly Place[], threads: readonly Thread[]): DrawnThread[] {
  const first = countHidden(starts, threads)
  let end = 0
  return threads.flatMap((thread) => {
    const start = end
    end += countEvents([thread])
    if (end <= first) return []
    const from = Math.max(0, first - start)
    const cuts = [...new Set([from, ...indexesIn(thread, starts)])].sort(
      (one, other) => one - other,
    )
    return { thread, cuts: cuts.length === 1 && from === 0 ? uncut : cuts }
  })
}

/** A thread without events counts as one: it has a heading. */
export function countEvents(threads: readonly Thread[]): number {
  return threads.reduce((sum, { events }) => sum + Math.max(1, events.length), 0)
}

/** How many events come before the first that is drawn. */
export function countHidden(starts: readonly Place[], threads: readonly Thread[]): number {
  let before = 0
  for (const thread of threads) {
    const indexes = indexesIn(thread, starts)
    if (indexes.length > 0) return before + Math.min(...indexes)
    before += countEvents([thread])
  }
  return before
}

function placeAt(number: number, threads: readonly Thread[]): Place {
  let index = number
  for (const thread of threads) {
    const size = countEvents([thread])
    if (index < size) return { threadId: thread.id, eventId: thread.events[index]?.id }
    index -= size
  }
  throw new RangeError('The threads have no such event.')
}

/** Places at an event that is gone are left out. */
function indexesIn({ id, events }: Thread, starts: readonly Place[]): number[] {
  return starts.flatMap(({ threadId, eventId }) => {
    if (threadId !== id) return []
    if (eventId === undefined) return 0
    const index = events.findIndex((event) => event.id === eventId)
    return index < 0 ? [] : index
  })
}
