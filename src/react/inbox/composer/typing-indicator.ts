export interface TypingIndicator {
  /** The agent pressed a key that changed what they write. */
  typed(): void
  /** Nothing is written any more, or somebody else has to be told. */
  stop(): void
}

/** Milliseconds until somebody who goes on is said to, once more. */
const repeatAfter = 5_000
/** Milliseconds without a key until the agent counts as somebody who has stopped. */
const stopAfter = 4_000

/** Tells that an agent types: at the first key, now and then while they go on, and once when they stop. */
export function createTypingIndicator(send: (isTyping: boolean) => void): TypingIndicator {
  let toldAt: number | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  function stop(): void {
    clearTimeout(pause)
    if (toldAt !== undefined) send(false)
    toldAt = undefined
  }
  return {
    typed() {
      const now = Date.now()
      if (toldAt === undefined || now - toldAt >= repeatAfter) {
        toldAt = now
        send(true)
      }
      clearTimeout(pause)
      pause = setTimeout(stop, stopAfter)
    },
    stop,
  }
}
