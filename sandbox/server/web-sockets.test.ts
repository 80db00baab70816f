import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { mintAccessToken } from '../control/control-actions.ts'
import { type ServeOptions, startSandbox } from './serve.ts'
import { testCertificate } from './test-certificate.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
const path = '/v3.6/agent/rtm/ws?organization_id=390e44e6-f1e6-4368-b6dd-74c14508c2e4'

interface Frame {
  action: string
  request_id?: string
  success?: boolean
  payload: { reason?: string }
}

async function start(options: ServeOptions = {}) {
  const sandbox = await startSandbox({ accountsPort: 0, apiPort: 0, chats: 5, ...options })
  onTestFinished(() => sandbox.close())
  const mint = () => mintAccessToken(sandbox.world, { clientId, email: 'agent@example.com' }).token

  function open(at = path, headers: Record<string, string> = {}) {
    const url = sandbox.apiUrl.replace('http', 'ws') + at
    const socket = new WebSocket(url, { headers, ca: options.tls?.cert })
    const frames: Frame[] = []
    const waiting: ((frame: Frame) => void)[] = []
    socket.on('message', (data) => {
      const frame: Frame = JSON.parse(String(data))
      const next = waiting.shift()
      if (next) next(frame)
      else frames.push(frame)
    })
    const next = () =>
      new Promise<Frame>((resolve) => {
        const frame = frames.shift()
        if (frame) resolve(frame)
        else waiting.push(resolve)
      })
    return {
      socket,
      next,
      opened: new Promise<void>((resolve, reject) => {
        socket.once('open', resolve)
        socket.once('error', reject)
      }),
      closed: new Promise<number>((resolve) => {
        socket.once('close', resolve)
      }),
      send: (frame: object) => socket.send(JSON.stringify(frame)),
    }
  }

  async function logIn() {
    const connection = open()
    const token = mint()
    await connection.opened
    connection.send({
      action: 'login',
      request_id: '1',
      payload: { token: `Bearer ${token}`, reconnect: true },
    })
    expect(await connection.next()).toMatchObject({ action: 'login', success: true })
    expect(await connection.next()).toMatchObject({ action: 'incoming_customers' })
    return { ...connection, token }
  }

  return { ...sandbox, open, logIn }
}

test('an agent logs in, pings and logs out over a web socket', async () => {
  const { logIn } = await start()
  const { send, next, closed } = await logIn()
  send({ action: 'ping' })
  expect(await next()).toMatchObject({ action: 'ping', success: true })
  send({ action: 'logout', request_id: '2' })
  expect(await next()).toMatchObject({ action: 'logout', request_id: '2', success: true })
  expect(await closed).toBe(1000)
})

test('with a certificate both servers speak TLS, and agents connect by wss', async () => {
  const { accountsUrl, apiUrl, logIn } = await start({ tls: testCertificate })
  expect(accountsUrl).toMatch(/^https:/)
  expect(apiUrl).toMatch(/^https:/)
  const { send, next } = await logIn()
  send({ action: 'ping' })
  expect(await next()).toMatchObject({ action: 'ping', success: true })
})

test('signing out at the accounts server ends the connection with its reason', async () => {
  const { logIn, accountsUrl } = await start()
  const { next, closed, token } = await logIn()
  await fetch(`${accountsUrl}/v2/sessions`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  })
  expect(await next()).toMatchObject({
    action: 'agent_disconnected',
    payload: { reason: 'access_token_revoked' },
  })
  expect(await closed).toBe(1008)
})

test('the control calls send pushes, and end connections with a reason or without a word', async () => {
  const { logIn, accountsUrl } = await start()
  const control = async (path: string, body: object) => {
    const headers = { 'Content-Type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body) }
    return (await fetch(`${accountsUrl}/sandbox/${path}`, init)).json()
  }
  const [one, other] = [await logIn(), await logIn()]
  expect(await control('pushes', { action: 'incoming_dog' })).toEqual({ connections: 2 })
  for (const { next } of [one, other]) expect((await next()).action).toBe('incoming_dog')
  const reason = 'misdirected_connection'
  expect(await control('connections/disconnect', { email: 'smith@example.com', reason })).toEqual({
    connections: 0,
  })
  await control('connections/disconnect', { email: 'agent@example.com', reason, region: 'fra' })
  expect((await one.next()).payload).toEqual({ reason, data: { region: 'fra' } })
  expect(await one.closed).toBe(1008)
  const last = await logIn()
  expect(await (await fetch(`${accountsUrl}/sandbox/connections`)).json()).toEqual({
    connections: [{ email: 'agent@example.com', away: false }],
  })
  await control('connections/drop', {})
  expect(await last.closed).toBe(1006)
})

test('a changed role ends the connections of that agent', async () => {
  const { logIn, accountsUrl } = await start()
  const { next, closed } = await logIn()
  await fetch(`${accountsUrl}/sandbox/roles`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'agent@example.com', liveChatRole: 'administrator' }),
  })
  expect((await next()).payload).toEqual({ reason: 'role_permissions_changed' })
  expect(await closed).toBe(1008)
})

test('a reset ends every connection', async () => {
  const { logIn, reset } = await start()
  const { next, closed } = await logIn()
  reset()
  expect((await next()).payload).toEqual({ reason: 'access_token_revoked' })
  expect(await closed).toBe(1008)
})

test.each(['/', '/v3.6/agent/action/list_chats', '//'])(
  'an upgrade of %s is not found',
  async (address) => {
    const { open } = await start()
    await expect(open(address).opened).rejects.toThrow('Unexpected server response: 404')
  },
)

test('an address without an organization is accepted, unless the sandbox is strict', async () => {
  const { open, world } = await start()
  await open('/v3.6/agent/rtm/ws').opened
  world.rtm.requireOrganization = true
  await expect(open('/v3.6/agent/rtm/ws').opened).rejects.toThrow('400')
  await open().opened
})

test('pages of any origin are accepted, unless the sandbox is strict', async () => {
  const { open, world } = await start()
  await open(path, { Origin: 'http://evil.test' }).opened
  world.rtm.refuseForeignOrigins = true
  await expect(open(path, { Origin: 'http://evil.test' }).opened).rejects.toThrow('403')
  await open(path, { Origin: 'http://localhost:3000' }).opened
})

test('a frame that is too large ends the connection', async () => {
  const { logIn } = await start({ rtm: { frameSize: 1000 } })
  const { send, closed } = await logIn()
  send({ action: 'ping', payload: { filler: 'x'.repeat(1000) } })
  expect(await closed).toBe(1009)
})

test('stopping the sandbox ends open connections', async () => {
  const { logIn, close } = await start()
  const { closed } = await logIn()
  await close()
  expect(await closed).toBe(1006)
})

test('the web page’s own requests still work beside web sockets', async () => {
  const { logIn, apiUrl } = await start()
  const { token } = await logIn()
  const response = await fetch(`${apiUrl}/v3.6/agent/action/list_chats`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: '{}',
  })
  expect(response.status).toBe(200)
})
