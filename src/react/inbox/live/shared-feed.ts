import type { LiveFeed, LiveFeedState, LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { randomId, withResolvers } from '../../../older-browsers/index.ts'
import { createEmitter, createStore } from '../../../store/index.ts'

/** That the agent types in a chat, or stops. */
export interface TypingSignal {
  chatId: string
  isTyping: boolean
  /** Customers do not learn of it. */
  agentsOnly: boolean
}

/** A feed that may be another tab's. */
export interface SharedFeed extends Omit<LiveFeed, 'request'> {
  /** Shows the others in a chat that the agent types; nothing is said of it if that fails. */
  sendTyping(signal: TypingSignal): void
  /** Whether it is this tab that is connected. */
  isOwn(): boolean
}

/** What tabs tell each other. No token, and nothing a page would not be told by LiveChat itself. */
type Message =
  /** A tab is there, or is looked at, and wants to know that somebody is connected for it. */
  | { type: 'check'; from: string }
  /** Whether somebody is connected; the answer is a state. */
  | { type: 'ping' }
  | { type: 'state'; state: LiveFeedState }
  /** `to`: for one tab only. */
  | { type: 'update'; update: LiveUpdate; to?: string }
  | { type: 'connect' }
  | { type: 'typing'; signal: TypingSignal }
  /** Whether the agent is away, in every tab. */
  | { type: 'away'; isAway: boolean }

/** Milliseconds in which the tab that is connected has to answer. */
const patience = 2_000
/** Milliseconds after which a tab that hears another's connection asks whether it is still there: a phone stops a hidden tab. */
export const pingInterval = 20_000

const connecting: LiveFeedState = { status: 'connecting' }

/** Whether tabs of this browser can agree on one connection. */
export function canShareFeed(): boolean {
  return 'BroadcastChannel' in globalThis && 'locks' in navigator
}

/**
 * One connection for all tabs in which an agent works: the tab that holds a lock connects, and passes on what it hears.
 * When it closes, the lock goes to another, which connects in its turn; from one that does not answer it is taken.
 *
 * @param name Of the lock and of the channel: the same for tabs that are told the same.
 * @param open Connects.
 * @param told What a tab that comes later is told first: all that has been told since the connection began.
 */
export function shareFeed(
  name: string,
  open: () => SharedFeed,
  told: () => LiveUpdate | undefined,
): SharedFeed {
  const id = randomId()
  const check: Message = { type: 'check', from: id }
  const channel = new BroadcastChannel(name)
  const { getSnapshot, subscribe, set } = createStore<LiveFeedState>(connecting)
  const updates = createEmitter<LiveUpdate>()
  /** Aborts when this tab no longer waits for the lock, or gives it back. */
  let turn = new AbortController()
  /** That of this tab, while it is the one that connects. */
  let own: SharedFeed | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let isAway = true
  let isClosed = false

  /** Says nothing once this is closed: what ends with it, as a page does, may still have something to say. */
  function send(message: Message): void {
    if (!isClosed) channel.postMessage(message)
  }

  function connect(): SharedFeed {
    const feed = open()
    feed.setAway(isAway)
    feed.subscribe(() => {
      if (own !== feed) return
      set(feed.getSnapshot())
      sendState()
    })
    feed.onUpdate((update) => {
      if (own !== feed) return
      updates.emit(update)
      send({ type: 'update', update })
    })
    return feed
  }

  function sendState(): void {
    const state = getSnapshot()
    // Errors do not cross tabs as they are.
    const { error: _, ...plain } = { error: undefined, ...state }
    send({ type: 'state', state: plain })
  }

  /** Waits to be the tab that connects, and is it until it closes or another takes the lock. */
  async function takeTurn(steal: boolean): Promise<void> {
    turn.abort()
    turn = new AbortController()
    const { signal } = turn
    const { promise: ended, resolve: end } = withResolvers<void>()
    signal.addEventListener('abort', () => end())
    const lead = () => {
      if (signal.aborted) return
      clearTimeout(silence)
      own = connect()
      set(own.getSnapshot())
      sendState()
      return ended
    }
    // Rejects when this tab closes, or another takes the lock, which tells of itself.
    await navigator.locks.request(name, steal ? { steal } : { signal }, lead).catch(() => {})
    if (signal.aborted) return
    own?.close()
    own = undefined
    void takeTurn(false)
  }

  /** Asks whoever is connected; a tab that does not answer is asleep, or closing. */
  function ask(question: Message): void {
    if (isClosed) return
    send(question)
    clearTimeout(silence)
    silence = setTimeout(() => {
      set(connecting)
      void takeTurn(true)
    }, patience)
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.type === 'away') {
      isAway = data.isAway
      own?.setAway(isAway)
    }
    if (own) return answer(data)
    if (data.type === 'state') {
      clearTimeout(silence)
      set(data.state)
    } else if (data.type === 'update' && (data.to === undefined || data.to === id)) {
      updates.emit(data.update)
    }
  }

  function answer(message: Message): void {
    if (message.type === 'connect') own?.connect()
    if (message.type === 'typing') own?.sendTyping(message.signal)
    if (message.type === 'ping') sendState()
    if (message.type !== 'check') return
    own?.check()
    sendState()
    send({ type: 'away', isAway })
    const update = told()
    if (update) send({ type: 'update', update, to: message.from })
  }

  void takeTurn(false)
  ask(check)
  const pings = setInterval(() => {
    if (!own) ask({ type: 'ping' })
  }, pingInterval)
  return {
    getSnapshot,
    subscribe,
    onUpdate: updates.listen,
    check() {
      if (own) own.check()
      else ask(check)
    },
    connect() {
      if (own) own.connect()
      else send({ type: 'connect' })
    },
    isOwn: () => own !== undefined,
    setAway(next) {
      isAway = next
      own?.setAway(isAway)
      send({ type: 'away', isAway })
    },
    sendTyping(signal) {
      if (own) own.sendTyping(signal)
      else send({ type: 'typing', signal })
    },
    close() {
      if (isClosed) return
      isClosed = true
      clearTimeout(silence)
      clearInterval(pings)
      own?.close()
      turn.abort()
      channel.close()
      set({ status: 'closed' })
    },
  }
}
