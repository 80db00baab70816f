import type { ChatEvent } from '../../agent-chat/index.ts'

/** One line of a thread as it is drawn. */
export type ThreadLine =
  | { kind: 'day'; key: string; time: number }
  | {
      kind: 'event'
      key: string
      event: ChatEvent
      /** Somebody begins to speak; what they add shortly after stands below without their name. */
      showsAuthor: boolean
    }

const pause = 5 * 60_000

/** Puts day lines between events and finds who begins to speak. */
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

/** Something that happened, which nobody says. */
export function isQuiet({ type }: ChatEvent): boolean {
  return type === 'system_message' || type === 'system' || type === 'custom' || type === 'deleted'
}

function dayOf(event: ChatEvent): string {
  return new Date(event.createdAt).toDateString()
}
