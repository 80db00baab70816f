import { useSyncExternalStore } from 'react'
import { createStore } from '../../store/index.ts'
import { storedValue } from './stored-value.ts'

/** What somebody has chosen on this computer: kept in the browser, and the same in all of its tabs. */
export interface Preference<Value extends object> {
  get(): Value
  set(changes: Partial<Value>): void
  /** The value, for a view. */
  use(): Value
}

/**
 * @param key  Where it is in the browser's storage.
 * @param read Makes the value of what is there, which may be anything.
 */
export function createPreference<Value extends object>(
  key: string,
  read: (stored: Record<string, unknown>) => Value,
): Preference<Value> {
  const stored = storedValue(() => localStorage, key)
  const readAgain = () => read({ ...(stored.read() as object) })
  const { getSnapshot: get, subscribe, set } = createStore(readAgain())
  // In another tab.
  window.addEventListener('storage', ({ key: changed }) => {
    if (changed === key || changed === null) set(readAgain())
  })
  return {
    get,
    set(changes) {
      const next = { ...get(), ...changes }
      set(next)
      stored.write(next)
    },
    use: () => useSyncExternalStore(subscribe, get),
  }
}
