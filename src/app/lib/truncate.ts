import { takeGraphemes } from '../../text/index.ts'

/** They turn the direction of what follows, until an end that may never come; a mark such as U+200F does not. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g

/**
 * The beginning of a text on one line. Cut before anything else, so that a text of any size costs the same. Without
 * controls of direction: it may be a name in a sentence, or a sentence with a name, and would turn the rest around.
 *
 * @param limit Characters, in UTF-16 units.
 */
export function truncate(text: string, limit = 300): string {
  const line = takeGraphemes(text, limit).replace(directionControls, '').replace(/\s+/g, ' ').trim()
  return text.length > limit ? `${line}…` : line
}
