import type { ChatEvent } from '../../agent-chat/index.ts'
import { isSameUser } from './participants.ts'

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

/** Inserts a line for each day and marks where a speaker starts. */
export function threadLines(events: readonly ChatEvent[]): ThreadLine[] {
  const lines: ThreadLine[] = []
  let day: string | undefined
  let before: ChatEvent | undefined
  for (const event of events) {
    if (event.createdAt > 0 && dayOf(event) !== day) {
      day = dayOf(event)
      lines.push({ kind: 'day', key: `day ${event.id}`, time: event.createdAt })
      before = undefined
    }
    lines.push({ kind: 'event', key: event.id, event, showsAuthor: !continues(before, event) })
    before = event
  }
  return lines
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

/** Whether an event is something that happened rather than something somebody wrote. */
export function isQuiet({ type }: ChatEvent): boolean {
  return type === 'system_message' || type === 'system' || type === 'custom' || type === 'deleted'
}

function dayOf(event: ChatEvent): string {
  return new Date(event.createdAt).toDateString()
}
