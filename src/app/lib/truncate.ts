import { takeGraphemes } from '../../text/index.ts'

/**
 * The beginning of a text on one line. Cut before anything else, so that a text of any size costs the same.
 *
 * @param limit Characters, in UTF-16 units.
 */
export function truncate(text: string, limit = 300): string {
  const line = takeGraphemes(text, limit).replace(/\s+/g, ' ').trim()
  return text.length > limit ? `${line}…` : line
}
