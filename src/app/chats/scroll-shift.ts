import type { Ids } from '../lib/ids.ts'

/**
 * By how many places most of the rows in view have moved; a single row that moved does not count.
 *
 * @param inView Ids of the rows, as they stood from the place `first` on.
 * @param now    All rows.
 */
export function scrollShift(inView: readonly string[], first: number, now: Ids): number {
  const votes = new Map<number, number>()
  for (const [index, id] of inView.entries()) {
    const place = now.indexOf(id)
    const shift = place - (first + index)
    if (place !== -1) votes.set(shift, (votes.get(shift) ?? 0) + 1)
  }
  const [most] = [...votes].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? 0
}
