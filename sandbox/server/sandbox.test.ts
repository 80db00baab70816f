import { expect, test } from 'vitest'
import { mintAccessToken } from '../control/control-actions.ts'
import { createBrowser, signIn } from '../testing.ts'
import type { Fault } from '../world/world.ts'
import { createSandbox } from './sandbox.ts'

const app = '9cbf3a968289727cb3cdfe83ab1d9836'
const authorizeUrl = `/?${new URLSearchParams({
  response_type: 'token',
  client_id: app,
  redirect_uri: 'http://localhost:3000',
})}`

function start() {
  const sandbox = createSandbox({ chats: 3 })
  const { token } = mintAccessToken(sandbox.world, { clientId: app, email: 'agent@example.com' })
  const addFault = (fault: Partial<Fault>) =>
    sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, ...fault })
  const listChats = (headers: Record<string, string> = {}) =>
    sandbox.api.fetch(
      new Request('http://localhost:3002/v3.6/agent/action/list_chats', {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          Origin: 'http://localhost:3000',
          ...headers,
        },
        body: '{}',
      }),
    )
  const info = () =>
    sandbox.accounts.fetch(
      new Request('http://localhost:3001/v2/info', {
        headers: { Authorization: `Bearer ${token}`, Origin: 'http://localhost:3000' },
      }),
    )
  return { ...sandbox, token, addFault, listChats, info }
}

test('a page of a registered app can call both servers, without cookies', async () => {
  const { listChats, info } = start()
  for (const response of [await listChats(), await info()]) {
    expect(response.status).toBe(200)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:3000')
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull()
    expect(response.headers.get('Access-Control-Expose-Headers')).toBe(
      'Legacy,Deprecation,Retry-After',
    )
    expect(response.headers.get('Vary')).toContain('Origin')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  }
})

test.each(['http://evil.test', 'http://app.localhost:4000', 'https://localhost:3000', 'null'])(
  'a page of %s cannot',
  async (origin) => {
    const { listChats, world } = start()
    world.clients.get(app)?.redirectUris.push('my-app://back', 'my_app://back')
    const response = await listChats({ Origin: origin })
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  },
)

test.each([
  ['api', 'http://localhost:3002/v3.6/agent/action/list_chats'],
  ['accounts', 'http://localhost:3001/v2/token'],
] as const)(
  'a preflight to %s allows the headers and methods that clients use',
  async (name, url) => {
    const { [name]: server, world } = start()
    const response = await server.fetch(
      new Request(url, {
        method: 'OPTIONS',
        headers: {
          Origin: 'http://localhost:3000',
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization,content-type,x-region',
        },
      }),
    )
    expect(response.status).toBe(204)
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:3000')
    expect(response.headers.get('Access-Control-Allow-Headers')).toBe(
      'Authorization,Content-Type,X-Region,X-API-Version,X-Author-Id,Accept',
    )
    expect(response.headers.get('Access-Control-Allow-Methods')).toBe(
      'GET,POST,DELETE,PATCH,OPTIONS',
    )
    expect(world.requests.map((one) => one.endpoint)).toEqual(['preflight'])
  },
)

test('no other origin can read the sign-in pages', async () => {
  const { accounts } = start()
  const response = await accounts.fetch(
    new Request(`http://localhost:3001${authorizeUrl}`, {
      headers: { Origin: 'http://localhost:3000' },
    }),
  )
  expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
})

test('a fault applies as many times as it says, and a page can read the error', async () => {
  const { addFault, listChats, world } = start()
  addFault({
    times: 2,
    status: 429,
    errorType: 'too_many_requests',
    headers: { 'Retry-After': '7' },
  })
  for (let time = 0; time < 2; time++) {
    const response = await listChats()
    expect(response.status).toBe(429)
    expect(response.headers.get('Retry-After')).toBe('7')
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('http://localhost:3000')
    expect(await response.json()).toEqual({
      error: { type: 'too_many_requests', message: 'Too many requests' },
    })
  }
  expect((await listChats()).status).toBe(200)
  expect(world.faults).toEqual([])
})

test.each([
  [{ errorType: 'misdirected_request' }, 400, 'misdirected_request'],
  [{ errorType: 'internal' }, 500, 'internal'],
  [{ status: 503 }, 503, 'service_unavailable'],
  [{ status: 401 }, 401, 'authentication'],
  [{ status: 418, errorType: 'brand_new' }, 418, 'brand_new'],
])('the fault %j of the API looks like a real API error', async (fault, status, type) => {
  const { addFault, listChats } = start()
  addFault(fault)
  const response = await listChats()
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error: { type, message: expect.any(String) } })
})

test.each([
  [{ status: 500 }, 500, 'server_error'],
  [{ status: 429 }, 429, 'temporarily_unavailable'],
  [{ errorType: 'unauthorized' }, 401, 'unauthorized'],
])(
  'the fault %j of the accounts API looks like a real error of it',
  async (fault, status, error) => {
    const { addFault, info } = start()
    addFault({ endpoint: 'info', ...fault })
    const response = await info()
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error, request_id: expect.any(String) })
  },
)

test('a fault can send any body', async () => {
  const { addFault, listChats } = start()
  addFault({ body: '<p>', headers: { 'Content-Type': 'text/html' } })
  const response = await listChats()
  expect([response.status, response.headers.get('Content-Type'), await response.text()]).toEqual([
    200,
    'text/html',
    '<p>',
  ])
})

test('a fault that only waits or adds headers leaves the response as it is', async () => {
  const { addFault, listChats } = start()
  addFault({ delay: 1, headers: { Deprecation: '2026-01-01' } })
  const response = await listChats()
  expect(response.headers.get('Deprecation')).toBe('2026-01-01')
  expect(await response.json()).toHaveProperty('chats_summary')
})

test('a caller can stop waiting for a delayed response', async () => {
  const { addFault, api } = start()
  addFault({ delay: 60_000 })
  const caller = new AbortController()
  const url = 'http://localhost:3002/v3.6/agent/action/list_chats'
  const answer = api.fetch(new Request(url, { method: 'POST', signal: caller.signal }))
  caller.abort()
  await expect(answer).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
})

test('a dropped connection is a TypeError, as with fetch, and is logged without a status', async () => {
  const { addFault, listChats, world } = start()
  addFault({ drop: true })
  await expect(listChats()).rejects.toThrow(TypeError)
  expect(world.requests).toEqual([expect.not.objectContaining({ status: expect.anything() })])
})

test('a request whose response is lost has taken effect', async () => {
  const { accounts, addFault, token, world } = start()
  addFault({ endpoint: 'token', loseResponse: true })
  const headers = { Authorization: `Bearer ${token}` }
  const request = new Request('http://localhost:3001/v2/token', { method: 'DELETE', headers })
  await expect(accounts.fetch(request)).rejects.toThrow(TypeError)
  expect(world.accessTokens.has(token)).toBe(false)
})

test('a fault of the sign-in page is an error page, or any exception for the app', async () => {
  const { addFault, accounts } = start()
  const browser = createBrowser(accounts)
  addFault({ endpoint: 'authorize', status: 500 })
  expect((await browser.open(authorizeUrl)).status).toBe(500)
  addFault({ endpoint: 'authorize', errorType: 'missing_grant' })
  expect((await browser.open(authorizeUrl)).url).toContain('/ooops?oauth_exception=missing_grant')
  addFault({ endpoint: 'authorize', errorType: 'identity_lost' })
  expect((await browser.open(`${authorizeUrl}&flow=button`)).posted?.message).toEqual({
    error: { identity_exception: 'identity_lost' },
  })
})

test('requests are logged with their headers and status', async () => {
  const { listChats, info, world, token } = start()
  await listChats({ 'X-Region': 'dal' })
  await info()
  expect(world.requests).toMatchObject([
    {
      endpoint: 'list_chats',
      method: 'POST',
      url: 'http://localhost:3002/v3.6/agent/action/list_chats',
      headers: { authorization: `Bearer ${token}`, 'x-region': 'dal' },
      status: 200,
    },
    { endpoint: 'info', method: 'GET', status: 200 },
  ])
})

test('an unknown address of the API is a not_found error', async () => {
  const { api } = start()
  const response = await api.fetch(new Request('http://localhost:3002/nowhere'))
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ error: { type: 'not_found' } })
})

test('a reset signs everyone out and keeps the same world object', async () => {
  const { world, reset, accounts, listChats } = start()
  await signIn(createBrowser(accounts), authorizeUrl)
  world.advance(1_000_000)
  world.behaviour.announceDenial = false
  reset()
  expect([world.sessions.size, world.accessTokens.size, world.requests.length]).toEqual([0, 0, 0])
  expect(world.behaviour.announceDenial).toBe(true)
  expect(world.now() - Date.now()).toBeLessThan(1000)
  expect((await listChats()).status).toBe(401)
})
