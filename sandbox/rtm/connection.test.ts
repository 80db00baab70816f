import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { agentActions } from '../agent-chat/actions.ts'
import { expireTokens, revokeTokens, setRole } from '../control/control-actions.ts'
import { createTestRtm, errorOf, everyScope, names } from './test-rtm.ts'

const ada = 'agent@example.com'
const acme = '390e44e6-f1e6-4368-b6dd-74c14508c2e4'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a login is answered with the license, the agent and the active chats', () => {
  const { connect, tokenFor, inbox } = createTestRtm()
  const { request, take } = connect(`/v3.6/agent/rtm/ws?organization_id=${acme}&region=dal`)
  const token = `Bearer ${tokenFor(ada, ['chats--access:rw', 'customers:ro'])}`
  const response = request('login', {
    token,
    reconnect: true,
    away: true,
    timezone: 'Europe/Warsaw',
  })
  expect(response).toMatchObject({
    request_id: 'r1',
    type: 'response',
    success: true,
    payload: {
      license: { id: '104130623', organization_id: acme, in_trial: false },
      my_profile: {
        id: ada,
        type: 'agent',
        name: 'Ada Agent',
        permission: 'normal',
        routing_status: 'accepting_chats',
      },
    },
  })
  const listed = response.payload.chats_summary as { id: string }[]
  const own = inbox.index.all().filter(({ active, present }) => active && present.includes(ada))
  expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining(own.map(({ id }) => id)))
  expect(take().at(-1)).toMatchObject({
    action: 'incoming_customers',
    type: 'push',
    version: '3.6',
    payload: { customer_monitoring_level: 'my', customers: { length: own.length } },
  })
})

test('before login only a login is answered; a ping is ignored', () => {
  const { connect } = createTestRtm()
  const { connection, request, frames } = connect()
  connection?.receive('{"action":"ping"}')
  expect(frames).toEqual([])
  expect(errorOf(request('list_chats', {}))).toBe('authentication')
})

test.each([
  ['an unknown token', 'Bearer dal:unknown', 'authentication'],
  ['no scheme', 'dal:unknown', 'authentication'],
  ['no token', undefined, 'validation'],
])('a login with %s is refused, and may be tried again', (_, token, error) => {
  const { connect, tokenFor } = createTestRtm()
  const { request, end } = connect()
  expect(errorOf(request('login', { token }))).toBe(error)
  expect(end).toEqual({})
  const valid = `Bearer ${tokenFor(ada, ['chats--access:ro'])}`
  expect(request('login', { token: valid }).success).toBe(true)
  expect(errorOf(request('login', { token: valid }))).toBe('validation')
})

test('a token of another organization, a customer’s and one without chats are refused', () => {
  const { connect, tokenFor } = createTestRtm()
  const elsewhere = connect(
    '/v3.6/agent/rtm/ws?organization_id=7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11',
  )
  const token = (...args: Parameters<typeof tokenFor>) => `Bearer ${tokenFor(...args)}`
  const chats = ['chats--access:ro']
  expect(errorOf(elsewhere.request('login', { token: token(ada, chats) }))).toBe('authentication')
  const { request } = connect()
  const customer = token(ada, chats, { kind: 'customer' })
  expect(errorOf(request('login', { token: customer }))).toBe('authentication')
  expect(errorOf(request('login', { token: token(ada, ['customers:ro']) }))).toBe('authorization')
})

test.each([
  ['/v3.7/agent/rtm/ws', { reason: 'unsupported_version' }],
  ['/v3.6/agent/rtm/ws?organization_id=unknown', { reason: 'license_not_found' }],
  [
    `/v3.6/agent/rtm/ws?organization_id=${acme}&region=fra`,
    { reason: 'misdirected_connection', data: { region: 'dal' } },
  ],
])('%s is told why it cannot be used, and closed', (address, payload) => {
  const { frames, end } = createTestRtm().connect(address)
  expect(frames).toMatchObject([{ type: 'push', action: 'agent_disconnected', payload }])
  expect(end.code).toBe(1008)
})

test('a connection without a login ends after 30 s, and one without a ping, too', () => {
  const { connect, agent } = createTestRtm()
  const idle = connect()
  const silent = agent()
  const alive = agent()
  vi.advanceTimersByTime(29_000)
  alive.request('ping')
  expect([idle.end, silent.end]).toEqual([{}, {}])
  vi.advanceTimersByTime(1000)
  for (const { frames, end } of [idle, silent]) {
    expect(frames.at(-1)?.payload).toEqual({ reason: 'connection_timeout' })
    expect(end.code).toBe(1008)
  }
  expect(alive.end).toEqual({})
})

test('a ping is answered', () => {
  const { connection, take } = createTestRtm().agent()
  connection?.receive('{"action":"ping","payload":{}}')
  connection?.receive('{"action":"ping","request_id":"7"}')
  expect(take()).toEqual([
    { action: 'ping', type: 'response', success: true, payload: {} },
    { action: 'ping', type: 'response', success: true, payload: {}, request_id: '7' },
  ])
})

test.each(['', 'hello', '[]', 'null', '{"request_id":"1"}', '{"action":5}'])(
  'the frame %j is answered with a validation error',
  (text) => {
    const { connection, take, end } = createTestRtm().agent()
    connection?.receive(text)
    expect(take().map(errorOf)).toEqual(['validation'])
    expect(end).toEqual({})
  },
)

test('an unknown action, a bad payload and a missing scope are errors in the payload', () => {
  const { request } = createTestRtm().agent(ada, {}, ['chats--access:ro'])
  expect(request('list_dogs')).toEqual({
    request_id: 'r2',
    action: 'list_dogs',
    type: 'response',
    success: false,
    payload: { error: { type: 'not_found', message: 'Unknown action' } },
  })
  expect(errorOf(request('get_chat', { chat_id: 5 }))).toBe('validation')
  expect(errorOf(request('upload_file', {}))).toBe('not_found')
  expect(errorOf(request('deactivate_chat', { id: 'P' }))).toBe('authorization')
})

test('every action of the Web API is here, with the same response', async () => {
  const [one, twin] = [createTestRtm(), createTestRtm()]
  const { request } = one.agent()
  const web = twin.ask(ada, everyScope)
  for (const action of agentActions.keys()) {
    expect(request(action, {}).payload).toEqual((await web(action)).value)
  }
  const { id: chat_id } = one.find((_, { present }) => present.includes(ada))
  expect(request('get_chat', { chat_id }).payload).toEqual(
    (await web('get_chat', { chat_id })).value,
  )
})

test('a request may ask for a newer version than its connection, not for an older one', () => {
  const { connect, tokenFor } = createTestRtm()
  const { request } = connect('/v3.5/agent/rtm/ws')
  const token = `Bearer ${tokenFor(ada, ['chats--access:ro'])}`
  expect(request('login', { token }).success).toBe(true)
  expect(request('list_chats', {}, { version: '3.6' }).success).toBe(true)
  expect(errorOf(request('list_chats', {}, { version: '3.4' }))).toBe('unsupported_version')
  expect(errorOf(request('list_chats', {}, { version: '4' }))).toBe('unsupported_version')
  expect(errorOf(request('update_session', { token }))).toBe('not_found')
})

test('an eleventh request is refused while ten have no answer', () => {
  const { agent, world } = createTestRtm()
  const { connection, request, take } = agent()
  world.faults.push({ endpoint: 'list_chats', times: 10, delay: 1000 })
  for (let id = 1; id <= 10; id++) {
    connection?.receive(JSON.stringify({ action: 'list_chats', request_id: `${id}`, payload: {} }))
  }
  expect(errorOf(request('ping'))).toBe('pending_requests_limit_reached')
  take()
  vi.advanceTimersByTime(1000)
  expect(take().map(({ request_id, success }) => [request_id, success])).toEqual(
    Array.from({ length: 10 }, (_, index) => [`${index + 1}`, true]),
  )
  expect(request('ping').success).toBe(true)
})

test('faults of an action reach its requests here, too', () => {
  const { agent, world, rtm } = createTestRtm()
  const { request, connection, end } = agent()
  world.faults.push({ endpoint: 'get_chat', times: 1, status: 429 })
  expect(errorOf(request('get_chat', {}))).toBe('too_many_requests')
  world.faults.push({ endpoint: 'ping', times: 1, drop: true })
  connection?.receive('{"action":"ping"}')
  expect(end).toEqual({ terminated: true })
  expect(rtm.connections.size).toBe(0)
})

test('a token swapped before its end keeps the connection', () => {
  const { connect, tokenFor, world } = createTestRtm()
  const { request, end, frames } = connect()
  const token = (lifetime: number, email = ada, scopes = ['chats--access:ro']) =>
    `Bearer ${tokenFor(email, scopes, { lifetime })}`
  request('login', { token: token(20_000) })
  expect(errorOf(request('update_session', { token: 'Bearer dal:unknown' }))).toBe('authentication')
  const other = token(60_000, 'smith@example.com')
  expect(errorOf(request('update_session', { token: other }))).toBe('authorization')
  expect(request('update_session', { token: token(40_000) })).toMatchObject({
    success: true,
    payload: {},
  })
  world.advance(20_000)
  expect(end).toEqual({})
  world.advance(20_000)
  expect(frames.at(-1)?.payload).toEqual({ reason: 'access_token_expired' })
  expect(end.code).toBe(1008)
})

test('a token that reaches its end by the clock on the wall ends the connection', () => {
  let now = Date.parse('2026-03-20T12:00:00Z')
  const { connect, tokenFor } = createTestRtm({ realNow: () => now })
  const { request, end, frames } = connect()
  request('login', { token: `Bearer ${tokenFor(ada, ['chats--access:ro'], { lifetime: 5000 })}` })
  now += 5000
  vi.advanceTimersByTime(5000)
  expect(frames.at(-1)?.payload).toEqual({ reason: 'access_token_expired' })
  expect(end.code).toBe(1008)
})

test.each([
  ['expires', expireTokens, 'access_token_expired'],
  ['is revoked', revokeTokens, 'access_token_revoked'],
] as const)('a token that %s ends its own connections only', (_, act, reason) => {
  const { agent, world } = createTestRtm()
  const [one, other] = [agent(), agent()]
  act(world, { token: one.token })
  expect(one.frames).toMatchObject([{ action: 'agent_disconnected', payload: { reason } }])
  expect(one.end.code).toBe(1008)
  expect(other.end).toEqual({})
})

test('a changed role ends the agent’s connections; version 3.5 has no reason for it', () => {
  const { agent, connect, tokenFor, world } = createTestRtm()
  const [one, colleague, plain] = [
    agent(),
    agent('smith@example.com'),
    agent('jones@example.com', {}, ['chats--access:ro']),
  ]
  const old = connect('/v3.5/agent/rtm/ws')
  old.request('login', { token: `Bearer ${tokenFor(ada, ['chats--access:ro'])}` })
  colleague.take()
  setRole(world, { email: ada, liveChatRole: 'administrator', groupIds: [3] })
  expect(one.frames.at(-1)?.payload).toEqual({ reason: 'role_permissions_changed' })
  expect(old.frames.at(-1)?.payload).toEqual({ reason: 'internal_error' })
  expect(colleague.end).toEqual({})
  expect(colleague.take()).toMatchObject([
    {
      action: 'agent_updated',
      payload: { id: ada, role: 'administrator', groups: [{ id: 3, priority: 'normal' }] },
    },
  ])
  expect(plain.take()).toEqual([])
})

test('logout ends this connection, or with an agent’s id that agent’s others', () => {
  const { agent } = createTestRtm()
  const [one, two, three, colleague] = [agent(), agent(), agent(), agent('smith@example.com')]
  expect(one.request('logout')).toMatchObject({ success: true, payload: {} })
  expect(one.end.code).toBe(1000)
  expect(two.request('logout', { agent_id: ada }).success).toBe(true)
  expect([two.end, colleague.end]).toEqual([{}, {}])
  expect(three.frames.at(-1)?.payload).toEqual({ reason: 'agent_logged_out_remotely' })
  const plain = agent(ada, {}, ['chats--access:ro'])
  expect(errorOf(plain.request('logout', { agent_id: 'smith@example.com' }))).toBe('authorization')
})

test('one connection too many closes the oldest', () => {
  const { agent } = createTestRtm({ rtm: { connectionsPerAgent: 2 } })
  const [one, two, three] = [agent(), agent(), agent()]
  expect(one.frames.at(-1)?.payload).toEqual({ reason: 'connection_evicted' })
  expect([two.end, three.end]).toEqual([{}, {}])
})

test('a first login takes the agent’s setting as routing status, a reconnect the last one', () => {
  const { agent, inbox } = createTestRtm()
  const plain = { reconnect: false }
  expect(agent(ada).login.payload.my_profile).toMatchObject({ routing_status: 'accepting_chats' })
  expect(agent(ada, plain).login.payload.my_profile).toMatchObject({
    routing_status: 'accepting_chats',
  })
  const smith = agent('smith@example.com', plain)
  expect(smith.login.payload.my_profile).toMatchObject({ routing_status: 'not_accepting_chats' })
  expect(inbox.routingStatus('smith@example.com')).toBe('not_accepting_chats')
  const jones = inbox.agents.find(({ account }) => account.email === 'jones@example.com')
  Object.assign(jones?.membership ?? {}, { loginStatus: 'accepting chats' })
  inbox.setRoutingStatus('jones@example.com', 'not_accepting_chats')
  agent('jones@example.com', plain)
  expect(inbox.routingStatus('jones@example.com')).toBe('accepting_chats')
})

test('an agent who is away on all connections stops accepting chats until back on one', () => {
  const { agent, inbox } = createTestRtm()
  const [one, two] = [agent(), agent()]
  const status = () => inbox.routingStatus(ada)
  one.request('set_away_status', { away: true })
  expect(status()).toBe('accepting_chats')
  two.request('set_away_status', { away: true })
  expect(status()).toBe('not_accepting_chats')
  expect(names(one.pushes())).toContain('routing_status_set')
  one.request('set_away_status', { away: false })
  expect(status()).toBe('accepting_chats')
  const reader = agent(ada, {}, ['chats--access:ro'])
  expect(errorOf(reader.request('set_away_status', { away: true }))).toBe('authorization')
})

test('routing statuses are set and listed', () => {
  const { agent } = createTestRtm()
  const { request } = agent('smith@example.com')
  request('set_routing_status', { status: 'not_accepting_chats', agent_id: ada })
  expect(request('list_routing_statuses', {}).payload).toContainEqual({
    agent_id: ada,
    status: 'not_accepting_chats',
  })
})

test('requests are logged by their action', () => {
  const { agent, world } = createTestRtm()
  const { request } = agent()
  request('list_chats', {})
  expect(world.requests).toMatchObject([
    { endpoint: 'login', method: 'RTM' },
    { endpoint: 'list_chats', method: 'RTM', url: 'ws://localhost:3002/v3.6/agent/rtm/ws' },
  ])
})
