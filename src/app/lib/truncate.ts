/**
 * The beginning of a stranger's text, on one line. Cut first, so that a text of any size costs the same.
 *
 * @param limit Characters, in UTF-16 units.
 */
export function truncate(text: string, limit = 300): string {
  const start = text.slice(0, limit)
  // A cut between the halves of a surrogate pair would show a broken character.
  const whole = text.length > limit ? start.replace(/[\ud800-\udbff]$/, '') : start
  const line = whole.replace(/\s+/g, ' ').trim()
  return text.length > limit ? `${line}…` : line
}
