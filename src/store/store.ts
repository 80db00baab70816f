import { notify } from '../../auth/internal.ts'

/** A value that components can watch. */
export interface Store<Value> {
  getSnapshot(): Value
  subscribe(listener: () => void): () => void
  set(next: Value): void
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    getSnapshot: () => value,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set(next) {
      value = next
      notify(listeners)
    },
  }
}
