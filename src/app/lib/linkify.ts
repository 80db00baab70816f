/** A piece of a stranger's text: words, or a link that may be followed. */
export interface TextPart {
  text: string
  /** Absolute, http or https. */
  url?: string
}

const candidates = /https?:\/\/[^\s<>"'`\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gi

/** Finds the web addresses in a text. The parts put together are the text again. */
export function linkify(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(candidates)) {
    // What closes a sentence is no part of the address in it.
    const found = match[0].replace(/[.,;:!?)\]}]+$/, '')
    if (!URL.canParse(found)) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ text: found, url: new URL(found).href })
    end = match.index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}
