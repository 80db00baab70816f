/** Remembers what responses were read as, so that what is equal is read once and stays the same object. */
export interface Memory {
  /**
   * What an equal value of the same kind was read as before; else reads it.
   *
   * @param kind  Names the reader.
   * @param value Text, or a value of JSON.
   */
  recall<Out>(kind: string, value: unknown, read: () => Out): Out
}

/** Reads everything anew. */
export const noMemory: Memory = { recall: (_, __, read) => read() }

/**
 * A memory that forgets first what it has not seen for longest.
 *
 * @param size Characters of all the values it keeps.
 */
export function createMemory(size: number): Memory {
  const known = new Map<string, unknown>()
  let used = 0
  return {
    recall<Out>(kind: string, value: unknown, read: () => Out): Out {
      const key = `${kind} ${typeof value === 'string' ? value : JSON.stringify(value)}`
      // One kind has one reader.
      const out = known.has(key) ? (known.get(key) as Out) : read()
      if (!known.delete(key)) used += key.length
      known.set(key, out)
      for (const [oldest] of known) {
        if (used <= size) break
        known.delete(oldest)
        used -= oldest.length
      }
      return out
    },
  }
}
