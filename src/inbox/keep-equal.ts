/** Values that were found equal to an older one, by the newer one: a response that comes again is compared once. */
const repeats = new WeakMap<object, object>()

/**
 * The newer of two values, with every part that is as it was before as the same object, so that whoever compares
 * objects sees what changed alone; the older value itself when all of it is equal.
 */
export function keepEqual<Value>(before: unknown, after: Value): Value {
  if (before === after || !isObject(before) || !isObject(after)) return after
  if (repeats.get(after) === before) return before as Value
  const kept = withEqualParts(before, after)
  if (kept === before) repeats.set(after, before)
  return kept as Value
}

function withEqualParts(before: object, after: object): object {
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((one, index) => keepEqual(before[index], one))
    const isSame = before.length === kept.length && kept.every((one, at) => one === before[at])
    return isSame ? before : kept
  }
  if (before instanceof Map && after instanceof Map) {
    const kept = new Map([...after].map(([key, one]) => [key, keepEqual(before.get(key), one)]))
    const isSame =
      before.size === kept.size &&
      [...kept].every(([key, one]) => before.has(key) && before.get(key) === one)
    return isSame ? before : kept
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys(after)
    const kept = Object.fromEntries(
      names.map((name) => [name, keepEqual(before[name], after[name])]),
    )
    const isSame =
      Object.keys(before).length === names.length &&
      names.every((name) => Object.hasOwn(before, name) && before[name] === kept[name])
    return isSame ? before : kept
  }
  return after
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function isRecord(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype
}
