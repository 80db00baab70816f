import type { ChatEvent } from '../../agent-chat/index.ts'

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
  let before: ChatEvent | undefined
  for (const event of events) {
    if (event.createdAt > 0 && dayOf(event) !== (before && dayOf(before))) {
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
    before.authorId === event.authorId &&
    before.agentsOnly === event.agentsOnly &&
    event.createdAt - before.createdAt < pause
  )
}

/** Whether an event is something that happened rather than something somebody wrote. */
export function isQuiet({ type }: ChatEvent): boolean {
  return type === 'system_message' || type === 'system' || type === 'custom' || type === 'deleted'
}

function dayOf(event: ChatEvent): string {
  return new Date(event.createdAt).toDateString()
}
