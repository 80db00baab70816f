import {
  type AccessTokenSource,
  requireEncryption,
  withFreshToken,
} from '../../access-token/index.ts'
import { anySignal } from '../../older-browsers/index.ts'
import { createStore, notify, type Store } from '../../store/index.ts'
import { AgentChatError, isRefusedToken } from '../agent-chat-error.ts'
import { credentialsFrom, type PersonalCredentials } from '../credentials.ts'
import { delay } from '../retry.ts'
import { liveApiUrl } from '../transport.ts'
import { type Connection, openConnection } from './connection.ts'
import {
  afterDisconnect,
  afterFailure,
  type NextStep,
  reconnectDelay,
  type StopReason,
} from './ending.ts'
import { apiVersion, type LoginResponse, loginPayload, readLogin } from './frames.ts'
import { type Push, type PushName, pushNames, readPush } from './push.ts'

/** Whom to connect as, and what to hear of. */
export type LiveFeedOptions = (AccessTokenSource | PersonalCredentials) & {
  /** As in the session; a UUID. */
  organizationId: string
  /** The pushes to get; default: all this package reads. */
  pushes?: readonly PushName[]
  /** Origin of the API; default `https://api.livechatinc.com`. Without TLS only on this machine. */
  apiUrl?: string
  /** Tells LiveChat which app this is. */
  application?: { name: string; version: string }
  /** Ends the feed, for instance when the agent signs out. */
  signal?: AbortSignal
  /**
   * Calls a function again and again, until the signal aborts; default: so long after it has resolved. For a browser that
   * stops the timers of a hidden page: a timer in a worker goes on.
   */
  every?: (milliseconds: number, tick: () => Promise<void>, signal: AbortSignal) => void
}

/** The state of a feed. */
export type LiveFeedState =
  | { readonly status: 'connecting' }
  /** Whatever happens is told as it happens. */
  | { readonly status: 'live' }
  /**
   * Connects again at `until`, in milliseconds since 1970. `failures`: how many connections failed in a row; after three a
   * page should ask for news itself.
   */
  | { readonly status: 'waiting'; readonly until: number; readonly failures: number }
  /** Only `connect()` goes on. */
  | { readonly status: 'stopped'; readonly reason: StopReason; readonly error?: AgentChatError }
  | { readonly status: 'closed' }

/**
 * What a feed tells: that it is connected, or something that happened.
 *
 * `connected` comes first, and after every reconnect: what happened in between is in none of the pushes, so lists and open
 * chats are to be loaded again. A chat missing from `activeChats` has been closed.
 */
export type LiveUpdate = ({ type: 'connected' } & LoginResponse) | Push

/** A connection to LiveChat that tells what happens, and connects again by itself. */
export interface LiveFeed extends Omit<Store<LiveFeedState>, 'set'> {
  /** Calls the listener with everything that happens, in order, until the function it returns is called. */
  onUpdate(listener: (update: LiveUpdate) => void): () => void
  /**
   * Sends a request over the connection.
   *
   * @throws {AgentChatError} `network` when the feed is not live, or why the request failed.
   */
  request(action: string, payload?: object): Promise<unknown>
  /**
   * Says whether the agent is away from this connection, now and whenever it is opened again; at first they are. LiveChat
   * may stop an agent from accepting chats who is away from all of their connections. Needs the scope `agents--my:rw`;
   * nothing is said of it if LiveChat refuses.
   *
   * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-reference#set-away-status
   */
  setAway(isAway: boolean): void
  /** Makes sure that the connection still works, for instance when the page is seen or online again, or has another token. */
  check(): void
  /** Connects again after the feed has stopped. */
  connect(): void
  /** Ends the feed for good, and tells LiveChat that the agent leaves. */
  close(): void
}

const connecting: LiveFeedState = { status: 'connecting' }

/** LiveChat closes a connection after 30 seconds of silence. */
const pingInterval = 15_000
/** Milliseconds a connection may take to answer when there is doubt about it. */
const checkTimeout = 2_000
const loginTimeout = 15_000

/**
 * Connects an agent to LiveChat's push feed. Being connected makes no agent take chats, and changes no status.
 *
 * The token goes to `apiUrl` and nowhere else, and into messages only, never into the address.
 *
 * @throws {TypeError} When `apiUrl` is not a URL, or one without TLS on another machine.
 * @see https://platform.text.com/docs/messaging/agent-chat-api/rtm-reference
 */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  const { organizationId, pushes = pushNames, every = afterEach } = options
  const { application = { name: 'sign-in-with-livechat', version: apiVersion } } = options
  const endpoint = endpointOf(options.apiUrl ?? liveApiUrl, organizationId)
  const credentials = credentialsFrom(options)
  const updateListeners = new Set<(update: LiveUpdate) => void>()
  const closing = new AbortController()
  const { signal } = closing
  const { getSnapshot, subscribe, set } = createStore<LiveFeedState>(connecting)
  /** Opened last; it may have ended. */
  let latest: Connection | undefined
  let live: { connection: Connection; token: string } | undefined
  let region: string | undefined
  let away = true
  /** Ends a wait before its time. */
  let wake = new AbortController()

  function tell(update: LiveUpdate): void {
    // A listener may have closed the feed.
    if (signal.aborted) return
    notify([...updateListeners].map((listener) => () => listener(update)))
  }

  /** Connects again and again, until there is no point in it. */
  async function run(): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      set(connecting)
      const { wasLive, next } = await connectOnce()
      if (signal.aborted) return
      if (wasLive) failures = 0
      if (next.step === 'stop') {
        const { reason, error } = next
        return set({ status: 'stopped', reason, ...(error && { error }) })
      }
      region = next.region ?? region
      const pause = reconnectDelay(failures, Math.random(), next.soon)
      failures += 1
      wake = new AbortController()
      set({ status: 'waiting', until: Date.now() + pause, failures })
      await delay(pause, anySignal(wake.signal, signal)).catch(() => {})
    }
  }

  /** Resolves when the connection has ended, or could not be had. */
  async function connectOnce(): Promise<{ wasLive: boolean; next: NextStep }> {
    const wasMoved = region !== undefined
    try {
      const { connection, token } = await withFreshToken(credentials, logIn, isRefusedToken)
      const { disconnected } = await connection.ended
      live = undefined
      const next = afterDisconnect(disconnected, wasMoved)
      // Whether there is another is seen when it is needed.
      if ('renew' in next) {
        await credentials.renewAccessToken(token).catch(() => {})
      }
      return { wasLive: true, next }
    } catch (error) {
      if (error instanceof Ended)
        return { wasLive: false, next: afterDisconnect(error.payload, wasMoved) }
      return { wasLive: false, next: afterFailure(error) }
    }
  }

  async function logIn(token: string): Promise<{ connection: Connection; token: string }> {
    signal.throwIfAborted()
    const early: [string, unknown][] = []
    let receive = (...push: [string, unknown]) => void early.push(push)
    const connection = openConnection(
      region ? `${endpoint}&region=${region}` : endpoint,
      (...push) => receive(...push),
    )
    latest = connection
    const saidAway = away
    try {
      const authorization = credentials.authorization(token)
      const response = await connection.request(
        'login',
        loginPayload({ authorization, pushes, application, away: saidAway }),
        loginTimeout,
      )
      const login = readLogin(response)
      signal.throwIfAborted()
      live = { connection, token }
      keepAlive(live)
      if (away !== saidAway) sayAway()
      set({ status: 'live' })
      tell({ type: 'connected', ...login })
    } catch (error) {
      connection.close()
      const { disconnected } = await connection.ended
      throw disconnected === undefined ? error : new Ended(disconnected)
    }
    receive = (action, payload) => {
      const push = readPush(action, payload)
      if (push) tell(push)
    }
    for (const push of early) receive(...push)
    return { connection, token }
  }

  function sayAway(): void {
    feed.request('set_away_status', { away }).catch(() => {})
  }

  function keepAlive(held: { connection: Connection; token: string }): void {
    const ended = new AbortController()
    void held.connection.ended.then(() => ended.abort())
    every(pingInterval, () => keepGoing(held), ended.signal)
  }

  /** Tells LiveChat of a renewed token, or just that somebody is there. */
  async function keepGoing(
    held: { connection: Connection; token: string },
    timeout?: number,
  ): Promise<void> {
    const token = await credentials.getAccessToken().catch(() => held.token)
    const { connection } = held
    try {
      if (token === held.token) await connection.request('ping', {}, timeout)
      else {
        await connection.request(
          'update_session',
          { token: credentials.authorization(token) },
          timeout,
        )
        held.token = token
      }
    } catch {
      connection.close()
    }
  }

  options.signal?.addEventListener('abort', () => feed.close())
  const feed: LiveFeed = {
    getSnapshot,
    subscribe,
    onUpdate(listener) {
      updateListeners.add(listener)
      return () => void updateListeners.delete(listener)
    },
    async request(action, payload = {}) {
      if (!live) throw new AgentChatError('network', action)
      return live.connection.request(action, payload)
    },
    setAway(isAway) {
      if (isAway === away) return
      away = isAway
      sayAway()
    },
    check() {
      if (live) void keepGoing(live, checkTimeout)
      else wake.abort()
    },
    connect() {
      if (getSnapshot().status === 'stopped') void run()
    },
    close() {
      if (signal.aborted) return
      closing.abort()
      latest?.close()
      live = undefined
      set({ status: 'closed' })
    },
  }
  if (options.signal?.aborted) feed.close()
  else void run()
  return feed
}

/** LiveChat's reason for ending a connection that was not live yet. */
class Ended extends Error {
  readonly payload: unknown
  constructor(payload: unknown) {
    super()
    this.payload = payload
  }
}

function endpointOf(apiUrl: string, organizationId: string): string {
  const url = new URL(`/v${apiVersion}/agent/rtm/ws`, apiUrl)
  url.searchParams.set('organization_id', organizationId)
  requireEncryption(url)
  url.protocol = url.protocol.replace('http', 'ws')
  return url.href
}

/**
 * A hidden page's intervals, and timers that timers set, run once a minute in Chromium, which LiveChat takes for a lost
 * connection. A timer that is set when a message arrives is not slowed down like that.
 */
function afterEach(milliseconds: number, tick: () => Promise<void>, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(() => {
      void tick().then(() => {
        if (!signal.aborted) wait()
      })
    }, milliseconds)
  }
  wait()
  signal.addEventListener('abort', () => clearTimeout(timer))
}
