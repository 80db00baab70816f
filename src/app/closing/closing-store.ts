import { createStore } from '../../store/index.ts'

/** Milliseconds in which an agent can keep a chat open that they have just closed. */
export const undoTime = 5_000

/** A chat that an agent has closed, until LiveChat has. */
export interface ClosingChat {
  chatId: string
  /** What to call it: its customer's name. */
  name: string
  /** LiveChat is told when the time to undo is over; `failed`: it refused. */
  status: 'undoable' | 'closing' | 'failed'
  error?: Error
}

/** A chat stays open because something written in it was not sent. */
export class UnsentMessageError extends Error {
  constructor() {
    super('A message in the chat was not sent.')
    this.name = 'UnsentMessageError'
  }
}

/** A chat stays open because its customer wrote after the agent had closed it. */
export class CustomerWroteError extends Error {
  constructor() {
    super('The customer wrote after the chat was closed.')
    this.name = 'CustomerWroteError'
  }
}

/**
 * Closes a chat on LiveChat.
 *
 * @param atOnce Whether there is no time for anything else, since the page or the session ends.
 */
export type Close = (atOnce: boolean) => Promise<unknown>

/** The chats that an agent is closing; LiveChat hears of each only when it can no longer be undone. */
export interface ClosingStore {
  /** In the order they were closed; the same array until something changes. */
  getSnapshot(): readonly ClosingChat[]
  subscribe(listener: () => void): () => void
  close(chat: Pick<ClosingChat, 'chatId' | 'name'>, close: Close): void
  /** Keeps a chat open, or takes away the news that it could not be closed. */
  undo(chatId: string): void
  /** Stops the time to undo, while the agent reaches for it. */
  pause(): void
  /** Gives all of it again. */
  resume(): void
  /** Closes at once what could still be undone; resolves when LiveChat has answered. */
  finish(): Promise<void>
}

export function createClosingStore(): ClosingStore {
  const chats = createStore<readonly ClosingChat[]>([])
  const pending = new Map<string, Close>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const underWay = new Set<Promise<void>>()
  let isPaused = false

  const put = (chat: ClosingChat) =>
    chats.set(chats.getSnapshot().map((other) => (other.chatId === chat.chatId ? chat : other)))
  const remove = (chatId: string) =>
    chats.set(chats.getSnapshot().filter((other) => other.chatId !== chatId))
  const stopTimer = (chatId: string) => {
    clearTimeout(timers.get(chatId))
    timers.delete(chatId)
  }
  const startTimer = (chatId: string) =>
    timers.set(
      chatId,
      setTimeout(() => start(chatId, false), undoTime),
    )

  function start(chatId: string, atOnce: boolean): void {
    const closing = commit(chatId, atOnce).finally(() => underWay.delete(closing))
    underWay.add(closing)
  }

  async function commit(chatId: string, atOnce: boolean): Promise<void> {
    const close = pending.get(chatId)
    const chat = chats.getSnapshot().find((one) => one.chatId === chatId)
    pending.delete(chatId)
    timers.delete(chatId)
    if (!close || !chat) return
    put({ ...chat, status: 'closing' })
    try {
      await close(atOnce)
      remove(chatId)
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      put({ ...chat, status: 'failed', error })
    }
  }

  return {
    getSnapshot: chats.getSnapshot,
    subscribe: chats.subscribe,
    close({ chatId, name }, close) {
      const others = chats.getSnapshot().filter((one) => one.chatId !== chatId)
      stopTimer(chatId)
      pending.set(chatId, close)
      chats.set([...others, { chatId, name, status: 'undoable' }])
      if (!isPaused) startTimer(chatId)
    },
    undo(chatId) {
      // Too late for one that is on its way.
      if (chats.getSnapshot().some((one) => one.chatId === chatId && one.status === 'closing'))
        return
      stopTimer(chatId)
      pending.delete(chatId)
      remove(chatId)
    },
    pause() {
      isPaused = true
      for (const chatId of pending.keys()) stopTimer(chatId)
    },
    resume() {
      if (!isPaused) return
      isPaused = false
      for (const chatId of pending.keys()) startTimer(chatId)
    },
    async finish() {
      for (const chatId of [...pending.keys()]) {
        stopTimer(chatId)
        start(chatId, true)
      }
      await Promise.all(underWay)
    },
  }
}
