/**
 * The newer of two values, with every part that is as it was before as the same object, so that whoever compares
 * objects sees what changed alone; the older value itself when all of it is equal.
 */
export function keepEqual<Value>(before: unknown, after: Value): Value {
  if (before === after) return after
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((one, index) => keepEqual(before[index], one))
    const isSame = before.length === kept.length && kept.every((one, at) => one === before[at])
    return (isSame ? before : kept) as Value
  }
  if (before instanceof Map && after instanceof Map) {
    const kept = new Map([...after].map(([key, one]) => [key, keepEqual(before.get(key), one)]))
    const isSame =
      before.size === kept.size &&
      [...kept].every(([key, one]) => before.has(key) && before.get(key) === one)
    return (isSame ? before : kept) as Value
  }
  if (isRecord(before) && isRecord(after)) {
    const names = Object.keys(after)
    const kept = Object.fromEntries(
      names.map((name) => [name, keepEqual(before[name], after[name])]),
    )
    const isSame =
      Object.keys(before).length === names.length &&
      names.every((name) => Object.hasOwn(before, name) && before[name] === kept[name])
    return (isSame ? before : kept) as Value
  }
  return after
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}
