import type { ChatEvent, Thread } from '../model/chat.ts'

/** The words of a search; each must occur somewhere in the thread, whatever its case. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean)
}

export function containsWords(texts: readonly string[], words: readonly string[]): boolean {
  const all = texts.join('\n').toLowerCase()
  return words.every((word) => all.includes(word))
}

/** Everything a person wrote in an event. */
export function textsOf(event: ChatEvent): string[] {
  if (event.deleted) return []
  if (event.type === 'message') return [event.text]
  if (event.type === 'system_message') return [event.text ?? '']
  if (event.type === 'file') return [event.name, event.alternative_text ?? '']
  if (event.type === 'filled_form') {
    return event.fields.map(({ answer }) => (typeof answer === 'string' ? answer : ''))
  }
  if (event.type === 'rich_message') {
    return event.elements.flatMap(({ title = '', subtitle = '' }) => [title, subtitle])
  }
  return []
}

export interface Tags {
  pre_tag: string
  post_tag: string
}

/** Copies a thread, with the words in its messages between tags; nothing is escaped. */
export function highlight(thread: Thread, words: readonly string[], tags: Tags): Thread {
  if (words.length === 0) return thread
  const escaped = words.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(escaped.join('|'), 'gi')
  const mark = (found: string) => tags.pre_tag + found + tags.post_tag
  return {
    ...thread,
    events: thread.events.map((event) =>
      event.type === 'message' ? { ...event, text: event.text.replaceAll(pattern, mark) } : event,
    ),
  }
}
