/**
 * Finds the item that a key moves to, as in the menus of the ARIA Authoring Practices: arrows go round, Home and End go
 * to the ends, a letter goes to the next item that begins with it.
 *
 * @param at     Index of the item that has the focus; -1 for none.
 * @param labels Of the items in order.
 * @returns Its index, or undefined for a key that moves nowhere.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menubar/#keyboardinteraction
 */
export function itemForKey(key: string, at: number, labels: readonly string[]): number | undefined {
  const { length } = labels
  if (key === 'ArrowDown') return (at + 1) % length
  if (key === 'ArrowUp') return at <= 0 ? length - 1 : at - 1
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  if (key.length > 2 || key.trim() === '') return undefined
  const letter = key.toLowerCase()
  for (let step = 1; step <= length; step += 1) {
    const next = (at + step) % length
    if (labels[next]?.toLowerCase().startsWith(letter)) return next
  }
  return undefined
}
