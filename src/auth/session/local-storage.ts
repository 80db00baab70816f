/** Reads from localStorage; null when there is nothing, or the browser allows no storage. */
export function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Writes to localStorage, or removes what is there (null); does nothing when the browser allows no storage. */
export function writeItem(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Every caller works without: the agent chooses again, and each tab signs out by itself.
  }
}
