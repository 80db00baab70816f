/**
 * A row itself while it is there; else the next one that stayed, or the last one before it.
 *
 * @param before All rows, when it was among them.
 * @param now    All rows that are left.
 */
export function neighbourOf(
  before: readonly string[],
  id: string,
  now: readonly string[],
): string | undefined {
  if (now.includes(id)) return id
  const left = new Set(now)
  const at = before.indexOf(id)
  const below = before.slice(at + 1).find((one) => left.has(one))
  return below ?? before.slice(0, Math.max(at, 0)).findLast((one) => left.has(one))
}
