/**
 * By how many places most of the rows in view have moved; a single row that moved does not count.
 *
 * @param inView Ids of the rows, as they stood from the place `first` on.
 * @param now    All rows.
 */
export function scrollShift(
  inView: readonly string[],
  first: number,
  now: readonly string[],
): number {
  const wanted = new Map(inView.map((id, index) => [id, first + index]))
  const votes = new Map<number, number>()
  now.forEach((id, index) => {
    const before = wanted.get(id)
    if (before !== undefined) votes.set(index - before, (votes.get(index - before) ?? 0) + 1)
  })
  const [most] = [...votes].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? 0
}
