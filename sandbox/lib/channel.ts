/** Messages from those who change something to those who watch it. */
export interface Channel<Message> {
  /** Calls every listener before it returns. */
  publish(message: Message): void
  /** The returned function ends the subscription. */
  subscribe(listener: (message: Message) => void): () => void
}

export function createChannel<Message>(): Channel<Message> {
  const listeners = new Set<(message: Message) => void>()
  return {
    publish(message) {
      for (const listener of [...listeners]) listener(message)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
