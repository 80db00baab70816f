/** How many parts a map has: at 100,000 entries a change copies a thousand references and a part of a hundred. */
const partCount = 1024

type Part<Value> = ReadonlyMap<string, Value>

/** What an entry was and is; undefined: there was or is none. */
export interface EntryChange<Value> {
  before: Value | undefined
  after: Value | undefined
}

/** A map that never changes. One made from another shares with it whatever is the same in both. */
export class PersistentMap<Value extends object> {
  readonly size: number
  readonly #parts: readonly (Part<Value> | undefined)[]

  private constructor(parts: readonly (Part<Value> | undefined)[], size: number) {
    this.#parts = parts
    this.size = size
  }

  static empty<Value extends object>(): PersistentMap<Value> {
    return new PersistentMap<Value>(
      Array.from({ length: partCount }, () => undefined),
      0,
    )
  }

  get(key: string): Value | undefined {
    return this.#parts[partOf(key)]?.get(key)
  }

  *values(): Generator<Value> {
    for (const part of this.#parts) if (part) yield* part.values()
  }

  /** The map with these entries, where undefined removes one; the same map when all of them are as they were. */
  with(entries: Iterable<readonly [key: string, value: Value | undefined]>): PersistentMap<Value> {
    const parts = [...this.#parts]
    const copies = new Map<number, Map<string, Value>>()
    let { size } = this
    for (const [key, value] of entries) {
      const index = partOf(key)
      const known = (copies.get(index) ?? parts[index])?.get(key)
      if (known === value) continue
      const part = copies.get(index) ?? new Map(parts[index])
      copies.set(index, part)
      if (known === undefined) size += 1
      if (value === undefined) {
        size -= 1
        part.delete(key)
      } else part.set(key, value)
    }
    if (copies.size === 0) return this
    for (const [index, part] of copies) parts[index] = part
    return new PersistentMap(parts, size)
  }

  /** The entries that differ from another map; fast when one of both was made from the other. */
  changesSince(other: PersistentMap<Value>): EntryChange<Value>[] {
    const changes: EntryChange<Value>[] = []
    for (let index = 0; index < partCount; index += 1) {
      const [before, after] = [other.#parts[index], this.#parts[index]]
      if (before === after) continue
      for (const [key, value] of after ?? []) {
        const known = before?.get(key)
        if (known !== value) changes.push({ before: known, after: value })
      }
      for (const [key, known] of before ?? []) {
        if (!after?.has(key)) changes.push({ before: known, after: undefined })
      }
    }
    return changes
  }
}

/** FNV-1a. */
function partOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  }
  return (hash >>> 0) % partCount
}
