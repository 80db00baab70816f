import { notify } from './notify.ts'

/** A value that others can watch. */
export interface Store<Value> {
  /** Returns the value; the same object until it is replaced. */
  getSnapshot(): Value
  /** Calls the listener at every change, until the function it returns is called. What it throws is reported to the page. */
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
