import { expect, test } from 'vitest'
import { createSandbox } from '../server/sandbox.ts'

const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
const email = 'agent@example.com'

function start(options: { control?: boolean } = {}) {
  const sandbox = createSandbox({ chats: 0, ...options })
  const post = async (path: string, body: unknown, host = 'localhost:3001', peer = '127.0.0.1') => {
    const response = await sandbox.accounts.fetch(
      new Request(`http://${host}/sandbox/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
      { remoteAddress: peer },
    )
    const answer = (await response.json()) as { access_token: string; error: string }
    return { status: response.status, body: answer }
  }
  const info = async (token: string) => {
    const url = `http://localhost:3001/v2/info?code=${encodeURIComponent(token)}`
    return (await sandbox.accounts.fetch(new Request(url))).status
  }
  const mint = async (): Promise<string> =>
    (await post('tokens', { clientId, email })).body.access_token
  return { ...sandbox, post, info, mint }
}

test('a fault is set and cleared', async () => {
  const { post, world, accounts } = start()
  await post('faults', { endpoint: 'list_chats', status: 500 })
  expect(world.faults).toEqual([{ endpoint: 'list_chats', times: 1, status: 500 }])
  await accounts.fetch(new Request('http://localhost:3001/sandbox/faults', { method: 'DELETE' }))
  expect(world.faults).toEqual([])
})

test.each(['expire', 'revoke'])('tokens %s one by one, by app, and by account', async (verb) => {
  const { post, info, mint } = start()
  const [one, other, third] = [await mint(), await mint(), await mint()]
  await post(`tokens/${verb}`, { token: one })
  expect([await info(one), await info(other)]).toEqual([401, 200])
  await post(`tokens/${verb}`, { clientId: 'another app' })
  expect(await info(other)).toBe(200)
  await post(`tokens/${verb}`, { clientId, email })
  expect([await info(other), await info(third)]).toEqual([401, 401])
})

test('a customer token can be made, and is refused', async () => {
  const { post, info } = start()
  const { body } = await post('customer-tokens', { clientId })
  expect(body.access_token).toMatch(/^dal:/)
  expect(await info(body.access_token)).toBe(401)
})

test('the clock moves, and tokens live as long as their app says', async () => {
  const { post, info, mint } = start()
  await post('token-lifetime', { clientId, seconds: 5 })
  const token = await mint()
  await post('clock', { advanceSeconds: 4 })
  expect(await info(token)).toBe(200)
  await post('clock', { advanceSeconds: 2 })
  expect(await info(token)).toBe(401)
})

test('apps, redirect URIs and behaviour can be added while it runs', async () => {
  const { post, world } = start()
  await post('clients', { clientId: 'new', redirectUris: ['http://localhost:8080'] })
  await post('redirect-uris', { clientId: 'new', redirectUris: ['http://localhost:8081'] })
  await post('behaviour', { completePopupAnswer: true })
  expect(world.clients.get('new')?.redirectUris).toHaveLength(2)
  expect(world.behaviour).toMatchObject({ completePopupAnswer: true, announceDenial: true })
})

test('requests are counted by endpoint, without control calls', async () => {
  const { accounts, info } = start()
  await info('x')
  await info('y')
  const read = async (query = '') => {
    const url = `http://localhost:3001/sandbox/requests${query}`
    const response = await accounts.fetch(new Request(url))
    return (await response.json()) as { requests: object[] }
  }
  expect(await read()).toMatchObject({ counts: { info: 2 } })
  expect((await read('?endpoint=list_chats')).requests).toEqual([])
  expect((await read('?endpoint=info')).requests).toHaveLength(2)
})

test('a reset revokes tokens and undoes changes', async () => {
  const { post, info, mint } = start()
  const token = await mint()
  await post('reset', {})
  expect(await info(token)).toBe(401)
})

test.each([
  ['faults', {}, 'endpoint'],
  ['faults', { endpoint: 'info', status: 20 }, 'status'],
  ['tokens/expire', {}, 'name a token, a clientId or an email'],
  ['tokens/revoke', { token: 5 }, 'token'],
  ['clock', { advanceSeconds: 'much' }, 'advanceSeconds'],
  ['behaviour', { nonsense: true }, 'nonsense'],
  ['reset', 5, 'the whole'],
])('%s with %j says what is wrong', async (path, body, words) => {
  const { post } = start()
  const answer = await post(path, body)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toContain(words)
})

test('an error names the unknown app or account', async () => {
  const { post } = start()
  expect(await post('token-lifetime', { clientId: 'x', seconds: 5 })).toEqual({
    status: 404,
    body: { error: 'The sandbox has no client x.' },
  })
  expect((await post('tokens', { clientId, email: 'x' })).status).toBe(404)
})

test('calls from other machines or under foreign host names are refused', async () => {
  const { post } = start()
  expect((await post('reset', {}, 'localhost:3001', '192.168.0.7')).status).toBe(403)
  expect((await post('reset', {}, 'evil.test')).status).toBe(403)
  expect((await post('reset', {}, 'localhost.evil.test')).status).toBe(403)
  expect((await post('reset', {}, 'accounts.localhost:3001', '::1')).status).toBe(200)
  expect((await post('reset', {}, '127.0.0.1:3001', '::ffff:127.0.0.1')).status).toBe(200)
})

test('a web page cannot make a control call, by form or by fetch', async () => {
  const { accounts, mint, info } = start()
  const token = await mint()
  const origin = { Origin: 'http://localhost:3000' }
  const form = await accounts.fetch(
    new Request('http://localhost:3001/sandbox/reset', {
      method: 'POST',
      headers: { ...origin, 'Content-Type': 'text/plain' },
      body: '{}',
    }),
  )
  expect(form.status).toBe(415)
  const preflight = await accounts.fetch(
    new Request('http://localhost:3001/sandbox/reset', { method: 'OPTIONS', headers: origin }),
  )
  expect(preflight.headers.get('Access-Control-Allow-Origin')).toBeNull()
  expect(await info(token)).toBe(200)
})

test('the control calls can be turned off', async () => {
  const { post } = start({ control: false })
  expect((await post('reset', {})).status).toBe(404)
})

test('an app may have a scope that no table knows, if it is written as one', async () => {
  const { post } = start()
  const add = (scope: string) =>
    post('clients', { clientId: 'other', redirectUris: [], scopes: [scope] })
  for (const scope of ['multicast:ro', 'properties.*.value--*:ro', 'domain_manage']) {
    expect((await add(scope)).status).toBe(200)
  }
  for (const scope of ['', 'chats all', 'chats--all:ro,customers:ro', 'Chats:ro', '<b>']) {
    expect((await add(scope)).status).toBe(400)
  }
})
