import type { AccessTokenSource } from '../../../agent-chat/index.ts'
import type { LiveFeed, LiveFeedState, LiveUpdate } from '../../../agent-chat/live-feed/index.ts'
import { loadModule } from '../../../auth/internal.ts'
import { createEmitter, createStore, type Store } from '../../../store/index.ts'
import { canShareFeed, type SharedFeed, shareFeed, type TypingSignal } from './shared-feed.ts'

/** The state of an agent's connection to LiveChat's push feed. */
export type LiveState =
  /** Nobody has asked for it, or it is suspended. */
  | { readonly status: 'idle' }
  /** The browser has no web sockets, or LiveChat did not say to which organization the agent belongs. */
  | { readonly status: 'unavailable' }
  | LiveFeedState

/** An agent's connection to LiveChat's push feed, from sign-in to sign-out. */
export interface LiveConnection extends Omit<Store<LiveState>, 'set'> {
  /** Loads the feed and connects; further calls change nothing. */
  start(): void
  /** Calls the listener with everything that happens, in order, until the function it returns is called. */
  onUpdate(listener: (update: LiveUpdate) => void): () => void
  /** Makes sure that the connection works, or connects at once when it waits. */
  check(): void
  /** Shows the others in a chat that the agent types, while it is connected. */
  sendTyping(signal: TypingSignal): void
  /** Says whether the agent is away from it, however often it is opened; at first they are. */
  setAway(isAway: boolean): void
  /** Whether it is this tab that is connected, for all. */
  isOwn(): boolean
  /** Connects again after LiveChat has ended the connection for good. */
  connect(): void
  /** Ends the connection until no reason is left. */
  suspend(reason: SuspendReason): void
  resume(reason: SuspendReason): void
}

/** The browser keeps the page for later, or the agent has to sign in again. */
export type SuspendReason = 'page-hidden' | 'session-ended'

export interface LiveConnectionOptions extends AccessTokenSource {
  /** Origin of the API. */
  apiUrl: string
  /** The agent's organization, read when the connection is opened. */
  organizationIdOf: () => string | undefined
  /** What a tab that comes later is told first: how everything is that has been told since the agent connected. */
  told: () => LiveUpdate | undefined
  /** Names what all tabs of this agent have in common; undefined: this tab is on its own. */
  sharedNameOf: () => string | undefined
  /** Ends the connection with the agent's session. */
  signal: AbortSignal
}

const idle: LiveState = { status: 'idle' }

/** The feed's code is loaded when it starts. */
export function createLiveConnection({
  organizationIdOf,
  sharedNameOf,
  told,
  signal,
  ...options
}: LiveConnectionOptions): LiveConnection {
  const { getSnapshot, subscribe, set } = createStore<LiveState>(idle)
  const updates = createEmitter<LiveUpdate>()
  let isWanted = false
  const suspended = new Set<SuspendReason>()
  let feed: SharedFeed | undefined
  let isAway = true

  async function open(): Promise<void> {
    const organizationId = organizationIdOf()
    if (typeof WebSocket === 'undefined' || organizationId === undefined) {
      set({ status: 'unavailable' })
      return
    }
    const { createLiveFeed } = await loadModule(
      () => import('../../../agent-chat/live-feed/index.ts'),
      import.meta.url,
    )
    if (feed || suspended.size > 0 || signal.aborted) return
    const connect = () => {
      const own = createLiveFeed({ ...options, organizationId })
      return {
        ...own,
        sendTyping: (typing: TypingSignal) => sendTypingOver(own, typing),
        isOwn: () => true,
      }
    }
    const name = sharedNameOf()
    const opened = name !== undefined && canShareFeed() ? shareFeed(name, connect, told) : connect()
    feed = opened
    // What a tab that comes later has not been told is not for it to say.
    if (!isAway) opened.setAway(false)
    const show = () => {
      const state = opened.getSnapshot()
      // Another attempt is no news to those who see it wait.
      const isRetry = state.status === 'connecting' && getSnapshot().status === 'waiting'
      if (feed === opened && !isRetry) set(state)
    }
    opened.subscribe(show)
    opened.onUpdate(updates.emit)
    show()
  }

  signal.addEventListener('abort', () => feed?.close())

  /** Where its code cannot be loaded, nothing is lost: the page polls, and tries again when it is looked at. */
  function openIfWanted(): void {
    if (isWanted && suspended.size === 0 && !feed && !signal.aborted) open().catch(() => {})
  }

  return {
    getSnapshot,
    subscribe,
    start() {
      if (isWanted) return
      isWanted = true
      openIfWanted()
    },
    onUpdate: updates.listen,
    check() {
      if (feed) feed.check()
      else openIfWanted()
    },
    sendTyping(typing) {
      feed?.sendTyping(typing)
    },
    setAway(next) {
      isAway = next
      feed?.setAway(next)
    },
    isOwn: () => feed?.isOwn() === true,
    connect() {
      feed?.connect()
    },
    suspend(reason) {
      suspended.add(reason)
      const last = feed
      feed = undefined
      last?.close()
      if (isWanted) set(idle)
    },
    resume(reason) {
      if (suspended.delete(reason)) openIfWanted()
    },
  }
}

function sendTypingOver(feed: LiveFeed, { chatId, isTyping, agentsOnly }: TypingSignal): void {
  const visibility = agentsOnly ? 'agents' : 'all'
  feed
    .request('send_typing_indicator', { chat_id: chatId, is_typing: isTyping, visibility })
    .catch(() => {})
}

/** The connection of an agent for whom nothing is pushed. */
export const noConnection: LiveConnection = {
  getSnapshot: () => idle,
  subscribe: () => () => {},
  start() {},
  onUpdate: () => () => {},
  check() {},
  sendTyping() {},
  setAway() {},
  isOwn: () => false,
  connect() {},
  suspend() {},
  resume() {},
}
