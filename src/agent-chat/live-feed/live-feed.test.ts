import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { AgentChatError } from '../agent-chat-error.ts'
import {
  createLiveFeed,
  type LiveFeed,
  type LiveFeedOptions,
  type LiveUpdate,
} from './live-feed.ts'

interface Received {
  action: string
  request_id?: string
  payload: Record<string, unknown>
}

/** One connection as LiveChat sees it. */
class Peer {
  readonly url: string
  readonly received: Received[] = []
  readonly #socket: WebSocket

  constructor(socket: WebSocket, url: string) {
    this.#socket = socket
    this.url = url
    socket.on('message', (data) => this.received.push(JSON.parse(String(data))))
  }

  get isClosed(): boolean {
    return this.#socket.readyState !== WebSocket.OPEN
  }

  /** Waits for the next request of a name. */
  async request(action: string): Promise<Received> {
    return until(() => {
      const found = this.received.findIndex((one) => one.action === action)
      const [request] = found === -1 ? [] : this.received.splice(found, 1)
      if (!request) throw new Error(`there is no ${action}`)
      return request
    })
  }

  send(frame: unknown): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
  }

  push(action: string, payload: unknown): void {
    this.send({ version: '3.6', type: 'push', action, payload })
  }

  answer({ action, request_id }: Received, payload: unknown, success = true): void {
    this.send({ type: 'response', action, request_id, success, payload })
  }

  refuse(request: Received, type: string): void {
    this.answer(request, { error: { type, message: 'No' } }, false)
  }

  async admit(): Promise<Received> {
    const login = await this.request('login')
    this.answer(login, loginResponse)
    return login
  }

  drop(): void {
    this.#socket.terminate()
  }
}

/** Waits for something that comes by the network of this machine. */
const until = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { interval: 5, timeout: 10_000 })

const loginResponse = {
  license: { id: '104130623' },
  my_profile: { id: 'smith@example.com', routing_status: 'not_accepting_chats' },
  chats_summary: [{ id: 'PJ0MRSHTDG', users: [] }, { users: [] }],
}

const organizationId = '390e44e6-f1e6-0368c-z6ddb-74g14508c2ex'

let server: WebSocketServer
let peers: Peer[]
let ticks: (() => void)[]
let feed: LiveFeed
let updates: LiveUpdate[]

beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket)
  peers = []
  ticks = []
  updates = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket, { url = '' }) => peers.push(new Peer(socket, url)))
  await once(server, 'listening')
})

afterEach(() => {
  feed.close()
  server.close()
  for (const client of server.clients) client.terminate()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

type Options = Partial<LiveFeedOptions> | { every: undefined }

function open(options: Options = {}): LiveFeed {
  feed = createLiveFeed({
    organizationId,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    getAccessToken: async () => 'dal:one',
    renewAccessToken: () => Promise.reject(new Error('none')),
    every: (_, tick) => void ticks.push(tick),
    ...options,
  } as LiveFeedOptions)
  feed.onUpdate((update) => void updates.push(update))
  return feed
}

const peer = (index = 0) =>
  until(() => peers[index] ?? Promise.reject(new Error('nobody has connected')))

const becomes = (status: string) =>
  until(() => expect(feed.getSnapshot()).toMatchObject({ status }))

async function live(options: Options = {}): Promise<Peer> {
  open(options)
  const one = await peer()
  await one.admit()
  await becomes('live')
  return one
}

test('logs in as somebody who is away, with the token in the message and not in the address', async () => {
  open({ pushes: ['incoming_event'] })
  const one = await peer()
  expect(feed.getSnapshot()).toEqual({ status: 'connecting' })
  const { payload } = await one.admit()
  expect(one.url).toBe(`/v3.6/agent/rtm/ws?organization_id=${organizationId}`)
  expect(payload).toEqual({
    token: 'Bearer dal:one',
    application: { name: 'sign-in-with-livechat', version: '3.6' },
    reconnect: true,
    away: true,
    pushes: { '3.6': ['incoming_event', 'agent_disconnected'] },
  })
  await becomes('live')
  expect(updates).toMatchObject([
    {
      type: 'connected',
      agentId: 'smith@example.com',
      routingStatus: 'not_accepting_chats',
      activeChats: [{ id: 'PJ0MRSHTDG' }],
    },
  ])
})

test('an agent who is there stays so over reconnects, until they are away again', async () => {
  const one = await live()
  feed.setAway(false)
  feed.setAway(false)
  expect((await one.request('set_away_status')).payload).toEqual({ away: false })
  expect(one.received.filter(({ action }) => action === 'set_away_status')).toEqual([])
  one.drop()
  const two = await peer(1)
  const login = await two.request('login')
  expect(login.payload).toMatchObject({ reconnect: true, away: false })
  feed.setAway(true)
  two.answer(login, loginResponse)
  expect((await two.request('set_away_status')).payload).toEqual({ away: true })
})

test('tells what arrives before the login is answered after that, in order', async () => {
  open()
  const one = await peer()
  const login = await one.request('login')
  one.push('chat_deleted', { chat_id: 'A' })
  one.push('chat_deleted', { chat_id: 'B' })
  one.answer(login, loginResponse)
  one.push('chat_deleted', { chat_id: 'C' })
  await until(() => expect(updates).toHaveLength(4))
  expect(updates.map((one) => ('chatId' in one ? one.chatId : one.type))).toEqual([
    'connected',
    'A',
    'B',
    'C',
  ])
})

test.each([
  '{',
  'null',
  '[]',
  '{"type":"push"}',
  '{"type":"push","action":"__proto__","payload":{}}',
  '{"type":"push","action":"incoming_event"}',
  '{"type":"push","action":"new_in_2030","payload":{"chat_id":"A"}}',
  '{"type":"response","request_id":"77","success":true}',
  '{"type":"response","success":true}',
  '{"type":"hello"}',
])('does not see %s', async (frame) => {
  const one = await live()
  one.send(frame)
  one.push('chat_deleted', { chat_id: 'A' })
  await until(() => expect(updates).toHaveLength(2))
  expect(updates[1]).toEqual({ type: 'chat_deleted', chatId: 'A' })
  expect(feed.getSnapshot().status).toBe('live')
})

test('gives each request its own response, in whatever order they come', async () => {
  const one = await live()
  const first = feed.request('get_chat', { chat_id: 'A' })
  const second = feed.request('get_chat', { chat_id: 'B' })
  const requests = [await one.request('get_chat'), await one.request('get_chat')]
  for (const request of requests.toReversed()) one.answer(request, { id: request.payload.chat_id })
  expect(await first).toEqual({ id: 'A' })
  expect(await second).toEqual({ id: 'B' })
})

test('rejects a request with LiveChat’s own error', async () => {
  const one = await live()
  const request = feed.request('send_event')
  one.refuse(await one.request('send_event'), 'chat_inactive')
  await expect(request).rejects.toMatchObject({
    name: 'AgentChatError',
    code: 'chat_inactive',
    action: 'send_event',
  })
})

test('rejects requests that a lost connection leaves, and those without one', async () => {
  const one = await live()
  const waiting = Array.from({ length: 12 }, () => feed.request('get_chat'))
  await one.request('get_chat')
  one.drop()
  for (const each of await Promise.allSettled(waiting)) {
    expect(each).toMatchObject({ status: 'rejected', reason: { code: 'network' } })
  }
  await becomes('waiting')
  expect(feed.getSnapshot()).toMatchObject({ failures: 1 })
  await expect(feed.request('get_chat')).rejects.toMatchObject({ code: 'network' })
})

test('leaves room for a ping among the ten requests LiveChat allows', async () => {
  const one = await live()
  const all = Array.from({ length: 11 }, (_, index) => feed.request('get_chat', { index }))
  for (const tick of ticks) tick()
  one.answer(await one.request('ping'), {})
  await until(() => expect(one.received).toHaveLength(9))
  one.push('chat_deleted', { chat_id: 'A' })
  await until(() => expect(updates).toHaveLength(2))
  for (const tick of ticks) tick()
  one.answer(await one.request('ping'), {})
  expect(one.received).toHaveLength(9)
  for (let answered = 0; answered < 11; answered += 1) {
    one.answer(await one.request('get_chat'), { answered })
  }
  expect(await Promise.all(all)).toHaveLength(11)
})

test.each([
  ['access_token_revoked', 'signed_out'],
  ['agent_logged_out_remotely', 'logged_out_remotely'],
  ['connection_evicted', 'open_elsewhere'],
  ['license_expired', 'refused'],
])('after %s it stops, and connects again only when asked', async (reason, stopReason) => {
  const one = await live()
  one.push('agent_disconnected', { reason })
  await becomes('stopped')
  expect(feed.getSnapshot()).toEqual({ status: 'stopped', reason: stopReason })
  feed.check()
  await until(() => expect(one.isClosed).toBe(true))
  expect(peers).toHaveLength(1)
  feed.connect()
  await (await peer(1)).admit()
  await becomes('live')
})

test.each(['internal_error', 'new_in_2030'])(
  'after %s it waits, and connects at once when the page is seen',
  async (reason) => {
    const renewAccessToken = vi.fn(async () => 'dal:two')
    const one = await live({ renewAccessToken })
    const before = Date.now()
    one.push('agent_disconnected', { reason })
    await becomes('waiting')
    expect(feed.getSnapshot()).toEqual({
      status: 'waiting',
      until: expect.toSatisfy((time: number) => time >= before + 500),
      failures: 1,
    })
    expect(renewAccessToken).not.toHaveBeenCalled()
    feed.check()
    await (await peer(1)).admit()
    await becomes('live')
    expect(updates.map(({ type }) => type)).toEqual(['connected', 'connected'])
  },
)

test('counts the connections that failed since one was live', async () => {
  open()
  const refused = await peer()
  refused.refuse(await refused.request('login'), 'service_unavailable')
  await becomes('waiting')
  feed.check()
  const ended = await peer(1)
  ended.push('agent_disconnected', { reason: 'internal_error' })
  await until(() => expect(feed.getSnapshot()).toMatchObject({ failures: 2 }))
  feed.check()
  const dropped = await peer(2)
  dropped.drop()
  await until(() => expect(feed.getSnapshot()).toMatchObject({ failures: 3 }))
  feed.check()
  const one = await peer(3)
  await one.admit()
  await becomes('live')
  one.drop()
  await becomes('waiting')
  expect(feed.getSnapshot()).toMatchObject({ failures: 1 })
})

test('a region LiveChat names is tried once', async () => {
  open()
  const one = await peer()
  one.push('agent_disconnected', { reason: 'misdirected_connection', data: { region: 'fra' } })
  const two = await peer(1)
  expect(two.url).toBe(`${one.url}&region=fra`)
  two.push('agent_disconnected', { reason: 'misdirected_connection', data: { region: 'dal' } })
  await becomes('stopped')
  expect(feed.getSnapshot()).toEqual({ status: 'stopped', reason: 'refused' })
})

test('a token that has ended is replaced before it connects again', async () => {
  let token = 'dal:one'
  const one = await live({
    getAccessToken: async () => token,
    renewAccessToken: async (refused) => {
      expect(refused).toBe('dal:one')
      token = 'dal:two'
      return token
    },
  })
  one.push('agent_disconnected', { reason: 'access_token_expired' })
  const { payload } = await (await peer(1)).request('login')
  expect(payload.token).toBe('Bearer dal:two')
})

test('a token LiveChat refuses at login is renewed once', async () => {
  open({ renewAccessToken: async () => 'dal:two' })
  const one = await peer()
  one.refuse(await one.request('login'), 'authentication')
  const { payload } = await (await peer(1)).admit()
  expect(payload.token).toBe('Bearer dal:two')
  await becomes('live')
  expect(one.isClosed).toBe(true)
})

test('an account that is refused is not tried again, and the error is kept', async () => {
  open()
  const one = await peer()
  one.refuse(await one.request('login'), 'seats_limit_exceeded')
  await becomes('stopped')
  expect(feed.getSnapshot()).toMatchObject({
    reason: 'refused',
    error: { code: 'seats_limit_exceeded' },
  })
})

test('without a token, or with a busy LiveChat, it waits', async () => {
  open({ getAccessToken: () => Promise.reject(new Error('offline')) })
  await becomes('waiting')
  expect(peers).toHaveLength(0)
  feed.close()
  open()
  const one = await peer()
  one.refuse(await one.request('login'), 'service_unavailable')
  await becomes('waiting')
})

test('tells LiveChat of a new token on the same connection, once', async () => {
  let token = 'dal:one'
  const one = await live({ getAccessToken: async () => token })
  token = 'dal:two'
  ticks[0]?.()
  const update = await one.request('update_session')
  expect(update.payload).toEqual({ token: 'Bearer dal:two' })
  one.answer(update, {})
  const later = feed.request('get_chat')
  one.answer(await one.request('get_chat'), {})
  await later
  ticks[0]?.()
  await one.request('ping')
  expect(one.received.map(({ action }) => action)).not.toContain('update_session')
  expect(peers).toHaveLength(1)
})

test('a token that cannot be had now changes nothing', async () => {
  const getAccessToken = vi.fn(async () => 'dal:one')
  const one = await live({ getAccessToken })
  getAccessToken.mockRejectedValue(new Error('offline'))
  ticks[0]?.()
  one.answer(await one.request('ping'), {})
  expect(one.received).toEqual([])
})

test('connects again when LiveChat refuses the new token', async () => {
  let token = 'dal:one'
  const one = await live({ getAccessToken: async () => token })
  token = 'dal:two'
  ticks[0]?.()
  one.refuse(await one.request('update_session'), 'authentication')
  await becomes('waiting')
  await until(() => expect(one.isClosed).toBe(true))
})

test('tells LiveChat that somebody is there, 15 seconds after each answer, until the connection ends', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] })
  const one = await live({ every: undefined })
  vi.advanceTimersByTime(15_000)
  const ping = await one.request('ping')
  // A browser slows down what timers set, and not what messages do.
  vi.advanceTimersByTime(15_000)
  const last = feed.request('get_chat')
  one.answer(ping, {})
  const request = await one.request('get_chat')
  expect(one.received).toEqual([])
  one.answer(request, {})
  await last
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(15_000)
  await one.request('ping')
  feed.close()
  await until(() => expect(vi.getTimerCount()).toBe(0))
})

test('a request without a response ends the connection after 20 seconds, one with a response does not', async () => {
  const one = await live()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const answered = feed.request('get_chat')
  one.answer(await one.request('get_chat'), {})
  await answered
  vi.advanceTimersByTime(20_000)
  expect(feed.getSnapshot().status).toBe('live')
  const unanswered = feed.request('send_event')
  await one.request('send_event')
  vi.advanceTimersByTime(20_000)
  await expect(unanswered).rejects.toMatchObject({ code: 'timed_out', action: 'send_event' })
  await becomes('waiting')
})

test('asked to connect while it is live, it stays as it is', async () => {
  await live()
  feed.connect()
  expect(feed.getSnapshot().status).toBe('live')
})

test('an agent who has signed out already is not connected', () => {
  const getAccessToken = vi.fn(async () => 'dal:one')
  open({ getAccessToken, signal: AbortSignal.abort() })
  expect(feed.getSnapshot()).toEqual({ status: 'closed' })
  expect(getAccessToken).not.toHaveBeenCalled()
})

test('a connection that does not answer when the page looks is given up', async () => {
  const one = await live()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  feed.check()
  await one.request('ping')
  vi.advanceTimersByTime(2_000)
  await becomes('waiting')
  expect(updates.filter(({ type }) => type !== 'connected')).toEqual([])
})

test('ends with its agent: LiveChat is told, and what arrives later is not seen', async () => {
  const signOut = new AbortController()
  const one = await live({ signal: signOut.signal })
  const states: string[] = []
  feed.subscribe(() => states.push(feed.getSnapshot().status))
  signOut.abort()
  await one.request('logout')
  one.push('chat_deleted', { chat_id: 'A' })
  await until(() => expect(one.isClosed).toBe(true))
  expect(states).toEqual(['closed'])
  expect(updates).toHaveLength(1)
  feed.connect()
  feed.check()
  feed.close()
  expect(states).toEqual(['closed'])
  expect(feed.getSnapshot()).toEqual({ status: 'closed' })
})

test('an agent who signs out while it connects hears nothing', async () => {
  const signOut = new AbortController()
  open({ signal: signOut.signal })
  const one = await peer()
  const login = await one.request('login')
  signOut.abort()
  one.answer(login, loginResponse)
  await until(() => expect(one.isClosed).toBe(true))
  expect(updates).toEqual([])
  expect(feed.getSnapshot()).toEqual({ status: 'closed' })
  expect(peers).toHaveLength(1)
})

test('an agent who signs out as soon as they are connected hears of nothing else (F46)', async () => {
  open()
  feed.onUpdate(() => feed.close())
  const one = await peer()
  const login = await one.request('login')
  one.push('chat_deleted', { chat_id: 'A' })
  one.answer(login, loginResponse)
  await one.request('logout')
  await until(() => expect(one.isClosed).toBe(true))
  expect(updates.map(({ type }) => type)).toEqual(['connected'])
})

test('a feed that is closed as it becomes live says no more (F46)', async () => {
  open()
  feed.subscribe(() => feed.getSnapshot().status === 'live' && feed.close())
  const one = await peer()
  await one.admit()
  await one.request('logout')
  expect(updates).toEqual([])
})

test('a listener that throws is reported, and the others are called', async () => {
  const reported = vi.fn()
  vi.stubGlobal('reportError', reported)
  onTestFinished(() => void vi.unstubAllGlobals())
  open()
  const stop = feed.onUpdate(() => {
    throw new Error('the page’s own')
  })
  const later: LiveUpdate[] = []
  feed.onUpdate((update) => void later.push(update))
  const one = await peer()
  await one.admit()
  await becomes('live')
  stop()
  one.push('chat_deleted', { chat_id: 'A' })
  await until(() => expect(later).toHaveLength(2))
  expect(reported).toHaveBeenCalledOnce()
})

test.each([
  'http://api.example.com',
  'http://localhost.example.com',
  'http://notlocalhost',
  'http://127.0.0.1.example.com',
  'ftp://localhost',
  'nonsense',
])('sends no token to %s (A56)', (apiUrl) => {
  expect(() => open({ apiUrl })).toThrow(TypeError)
})

test.each([
  ['https://api.example.com', 'wss://api.example.com'],
  ['http://localhost:3002', 'ws://localhost:3002'],
  ['http://api.localhost', 'ws://api.localhost'],
  ['http://127.0.0.1:3002', 'ws://127.0.0.1:3002'],
  ['http://[::1]:3002', 'ws://[::1]:3002'],
])('connects for %s to %s', async (apiUrl, origin) => {
  const addresses: string[] = []
  const { port } = server.address() as AddressInfo
  class Elsewhere extends WebSocket {
    constructor(address: string) {
      addresses.push(address)
      super(`ws://127.0.0.1:${port}`)
    }
  }
  vi.stubGlobal('WebSocket', Elsewhere)
  open({ apiUrl })
  await peer()
  expect(addresses).toEqual([`${origin}/v3.6/agent/rtm/ws?organization_id=${organizationId}`])
})

test('no error of a refused login names the token', async () => {
  open()
  const one = await peer()
  one.refuse(await one.request('login'), 'requester_suspended')
  await becomes('stopped')
  const state = feed.getSnapshot()
  const error = 'error' in state ? state.error : undefined
  expect(error).toBeInstanceOf(AgentChatError)
  expect(JSON.stringify([error, error?.message, error?.stack])).not.toContain('dal:one')
})
