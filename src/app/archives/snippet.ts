import { type ChatEvent, highlightStart, type Thread } from '../../agent-chat/index.ts'
import { takeGraphemes } from '../../text/index.ts'
import { chatText } from '../chat/chat-text.ts'
import { eventText } from '../chat/event-text.ts'
import { truncate } from '../lib/truncate.ts'
import { archivesText } from './archives-text.ts'

/** Characters shown before the first match, for context. */
const before = 40

/** An excerpt of a thread: the first text with a match, else its first words. */
export function snippetOf(thread: Thread | undefined): string {
  if (!thread) return ''
  if (thread.restricted !== undefined) return chatText().hidden
  const hit = thread.events.find((event) => textOf(event).includes(highlightStart))
  if (hit) return around(textOf(hit))
  const first = thread.events.find((event) => textOf(event).trim() !== '') ?? thread.events[0]
  return first ? eventText(first) : archivesText().noMessages
}

function textOf(event: ChatEvent): string {
  return event.type === 'message' ? event.text : ''
}

/** The first match with its context; the beginning of a long text might not contain it. */
function around(text: string): string {
  const at = text.indexOf(highlightStart)
  const start = takeGraphemes(text, Math.max(0, at - before)).length
  return `${start > 0 ? '…' : ''}${truncate(text.slice(start), 200)}`
}
