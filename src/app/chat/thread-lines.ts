import type { ChatEvent, ChatUser } from '../../agent-chat/index.ts'
import { customerOf, isByCustomer, isSameUser } from './participants.ts'

/** One line of a thread as it is drawn. */
export type ThreadLine =
  | { kind: 'day'; key: string; time: number }
  | {
      kind: 'event'
      key: string
      event: ChatEvent
      /** The first message of a speaker; what they add shortly after is shown without their name. */
      showsAuthor: boolean
    }

const pause = 5 * 60_000

/**
 * Inserts a line for each day and marks where a speaker starts.
 *
 * @param events Of a whole thread.
 * @param from   Index of the first event to draw.
 * @param end    Index after the last.
 */
export function threadLines(
  events: readonly ChatEvent[],
  from = 0,
  end = events.length,
): ThreadLine[] {
  return events.slice(from, end).flatMap((event, index) => {
    const isNewDay = event.createdAt > 0 && dayOf(event) !== dayBefore(events, from + index)
    const before = isNewDay ? undefined : events[from + index - 1]
    const showsAuthor = !continues(before, event)
    const line = { kind: 'event', key: event.id, event, showsAuthor } as const
    const day = { kind: 'day', key: `day ${event.id}`, time: event.createdAt } as const
    return isNewDay ? [day, line] : [line]
  })
}

/** The day of the last event before an index that has a time. */
function dayBefore(events: readonly ChatEvent[], index: number): string | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const event = events[at]
    if (event && event.createdAt > 0) return dayOf(event)
  }
  return undefined
}

function continues(before: ChatEvent | undefined, event: ChatEvent): boolean {
  return (
    before !== undefined &&
    !isQuiet(before) &&
    (before.authorId === event.authorId || isSameUser(before.authorId, event.authorId)) &&
    before.agentsOnly === event.agentsOnly &&
    (before.createdAt === 0 || event.createdAt - before.createdAt < pause)
  )
}

/**
 * The last message of an agent that the customer has seen; undefined when they have written since, or have not seen any.
 *
 * @param users Of the chat.
 */
export function lastSeenMessage(
  events: readonly ChatEvent[],
  users: readonly ChatUser[],
): ChatEvent | undefined {
  const { seenUpTo = 0 } = customerOf({ users }) ?? {}
  const last = events.findLast(
    (event) =>
      event.createdAt > 0 && event.createdAt <= seenUpTo && !event.agentsOnly && !isQuiet(event),
  )
  return last && !isByCustomer(last.authorId, { users }) ? last : undefined
}

/** Whether an event is something that happened rather than something somebody wrote. */
export function isQuiet({ type }: ChatEvent): boolean {
  return type === 'system_message' || type === 'system' || type === 'custom' || type === 'deleted'
}

function dayOf(event: ChatEvent): string {
  return new Date(event.createdAt).toDateString()
}
