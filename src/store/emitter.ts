import { notify } from './notify.ts'

/** Something that happens now and then, which others can hear. */
export interface Emitter<Value> {
  /** Calls the listener each time, until the function it returns is called. What it throws is reported to the page. */
  listen(listener: (value: Value) => void): () => void
  emit(value: Value): void
}

export function createEmitter<Value>(): Emitter<Value> {
  const listeners = new Set<(value: Value) => void>()
  return {
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    emit: (value) => notify([...listeners].map((listener) => () => listener(value))),
  }
}
