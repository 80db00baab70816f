/** Values that were found equal to an older one, by the newer one: a response that comes again is compared once. */
const repeats = new WeakMap<object, unknown>()

/**
 * The newer of two values, with every part that is as it was before as the same object, so that whoever compares
 * objects sees what changed alone; the older value itself when all of it is equal.
 */
export function keepEqual<Value>(before: unknown, after: Value): Value {
  if (before === after || typeof after !== 'object' || after === null) return after
  if (before && repeats.get(after) === before) return before as Value
  const kept = withEqualParts(before, after)
  if (kept === before) repeats.set(after, before)
  return kept
}

/** As `keepEqual`; only long parts are remembered, since that takes as long as to compare a short one. */
function keepEqualPart(before: unknown, after: unknown): unknown {
  return Array.isArray(after) ? keepEqual(before, after) : withEqualParts(before, after)
}

function withEqualParts<Value>(before: unknown, after: Value): Value {
  if (before === after) return after
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((one, index) => keepEqualPart(before[index], one))
    const isSame = before.length === kept.length && kept.every((one, at) => one === before[at])
    return (isSame ? before : kept) as Value
  }
  if (before instanceof Map && after instanceof Map) {
    const kept = new Map([...after].map(([key, one]) => [key, keepEqualPart(before.get(key), one)]))
    const isSame =
      before.size === kept.size &&
      [...kept].every(([key, one]) => before.has(key) && before.get(key) === one)
    return (isSame ? before : kept) as Value
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys(after)
    let isSame = Object.keys(before).length === names.length
    // Most are equal, and need no copy.
    const kept: Record<string, unknown> = {}
    for (const name of names) {
      const one = keepEqualPart(before[name], after[name])
      isSame &&= Object.hasOwn(before, name) && before[name] === one
      if (one !== after[name]) kept[name] = one
    }
    return (isSame ? before : { ...after, ...kept }) as Value
  }
  return after
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
