import type { AccessTokenSource } from '../../agent-chat/index.ts'
import type { LiveFeed, LiveFeedState, LiveUpdate } from '../../agent-chat/live-feed/index.ts'
import { createStore, notify, type Store } from '../../store/index.ts'
import { loadChunk } from '../lib/load-chunk.ts'

/** The state of an agent's connection to LiveChat's push feed. */
export type LiveState =
  /** Nobody has asked for it, or the browser has put the page away. */
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
  /** Connects again after LiveChat has ended the connection for good. */
  connect(): void
  /** Ends the connection until `resume`, for a page that the browser keeps for later. */
  suspend(): void
  resume(): void
}

export interface LiveConnectionOptions extends AccessTokenSource {
  /** Origin of the API. */
  apiUrl: string
  /** The agent's organization, read when the connection is opened. */
  organizationIdOf: () => string | undefined
  /** Ends the connection with the agent's session. */
  signal: AbortSignal
}

const idle: LiveState = { status: 'idle' }

/** The feed's code is loaded when it starts. */
export function createLiveConnection({
  organizationIdOf,
  signal,
  ...options
}: LiveConnectionOptions): LiveConnection {
  const { getSnapshot, subscribe, set } = createStore<LiveState>(idle)
  const listeners = new Set<(update: LiveUpdate) => void>()
  let isWanted = false
  let isSuspended = false
  let feed: LiveFeed | undefined

  async function open(): Promise<void> {
    const organizationId = organizationIdOf()
    if (typeof WebSocket === 'undefined' || organizationId === undefined) {
      set({ status: 'unavailable' })
      return
    }
    const { createLiveFeed } = await loadChunk(
      () => import('../../agent-chat/live-feed/index.ts'),
      import.meta.url,
    )
    if (feed || isSuspended || signal.aborted) return
    const opened = createLiveFeed({ ...options, organizationId, signal })
    feed = opened
    const show = () => {
      const state = opened.getSnapshot()
      // Another attempt is no news to those who see it wait.
      const isRetry = state.status === 'connecting' && getSnapshot().status === 'waiting'
      if (feed === opened && !isRetry) set(state)
    }
    opened.subscribe(show)
    opened.onUpdate((update) => {
      notify([...listeners].map((listener) => () => listener(update)))
    })
    show()
  }

  /** Where its code cannot be loaded, nothing is lost: the page polls, and tries again when it is looked at. */
  function openIfWanted(): void {
    if (isWanted && !isSuspended && !feed && !signal.aborted) open().catch(() => {})
  }

  return {
    getSnapshot,
    subscribe,
    start() {
      if (isWanted) return
      isWanted = true
      openIfWanted()
    },
    onUpdate(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    check() {
      if (feed) feed.check()
      else openIfWanted()
    },
    connect() {
      feed?.connect()
    },
    suspend() {
      isSuspended = true
      const suspended = feed
      feed = undefined
      suspended?.close()
      if (isWanted) set(idle)
    },
    resume() {
      isSuspended = false
      openIfWanted()
    },
  }
}

/** The connection of an agent for whom nothing is pushed. */
export const noConnection: LiveConnection = {
  getSnapshot: () => idle,
  subscribe: () => () => {},
  start() {},
  onUpdate: () => () => {},
  check() {},
  connect() {},
  suspend() {},
  resume() {},
}
