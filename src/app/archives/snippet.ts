import { type ChatEvent, highlightStart, type Thread } from '../../agent-chat/index.ts'
import { eventText } from '../chat/event-text.ts'
import { takeGraphemes } from '../lib/graphemes.ts'
import { truncate } from '../lib/truncate.ts'

/** Characters before the first found word that say where it stands. */
const before = 40

/** What shows that a thread is the one looked for: the first text with a found word, else its first words. */
export function snippetOf(thread: Thread | undefined): string {
  if (!thread) return ''
  if (thread.restricted !== undefined) return 'Messages are hidden by your LiveChat plan or role'
  const hit = thread.events.find((event) => textOf(event).includes(highlightStart))
  if (hit) return around(textOf(hit))
  const first = thread.events.find((event) => textOf(event).trim() !== '') ?? thread.events[0]
  return first ? eventText(first) : 'No messages'
}

function textOf(event: ChatEvent): string {
  return event.type === 'message' ? event.text : ''
}

/** The found word and what stands around it; the beginning of a long text would not show it. */
function around(text: string): string {
  const at = text.indexOf(highlightStart)
  const start = takeGraphemes(text, Math.max(0, at - before)).length
  return `${start > 0 ? '…' : ''}${truncate(text.slice(start), 200)}`
}
