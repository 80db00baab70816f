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
  const known = new Map<string, { kind: string; out: unknown }>()
  let used = 0
  return {
    recall<Out>(kind: string, value: unknown, read: () => Out): Out {
      // A text as it is: put together with its kind, a long one would be copied each time.
      const key = typeof value === 'string' ? value : JSON.stringify(value)
      const before = known.get(key)
      // One kind has one reader.
      const now = before?.kind === kind ? before : { kind, out: read() }
      if (!known.delete(key)) used += key.length
      known.set(key, now)
      for (const [oldest] of known) {
        if (used <= size) break
        known.delete(oldest)
        used -= oldest.length
      }
      return now.out as Out
    },
  }
}
