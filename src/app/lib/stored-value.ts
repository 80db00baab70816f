/** A value in one of the browser's storages, as JSON. */
export interface StoredValue {
  /** What is there, which anybody may have written; null when there is nothing, or no storage. */
  read(): unknown
  /** Replaces it; null removes it. Where there is no storage, nothing is kept. */
  write(value: unknown): void
}

/** @param storage Names one of the two; merely asking for it can throw. */
export function storedValue(storage: () => Storage, key: string): StoredValue {
  return {
    read() {
      try {
        return JSON.parse(storage().getItem(key) ?? '')
      } catch {
        return null
      }
    },
    write(value) {
      try {
        if (value === null) storage().removeItem(key)
        else storage().setItem(key, JSON.stringify(value))
      } catch {
        // It lasts as long as the page.
      }
    },
  }
}
