import { expect, test } from 'vitest'
import { accounts, organizations, personalAccessTokens } from '../world/seed.ts'
import { asJson, createTestApi } from './test-api.ts'

const json = { 'Content-Type': 'application/json' }

async function errorOf(response: Response) {
  const error = asJson(await response.json()).get('error')
  return [response.status, error.get('type').value, error.get('message').value]
}

test('accepts a bearer token and a personal access token', async () => {
  const { send, tokenFor } = createTestApi()
  const bearer = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const [pat] = personalAccessTokens
  const basic = `Basic ${Buffer.from(`${pat?.accountId}:${pat?.token}`).toString('base64')}`
  const bodies = []
  for (const Authorization of [bearer, basic]) {
    const response = await send('list_chats', { headers: { ...json, Authorization }, body: '{}' })
    expect(response.status).toBe(200)
    bodies.push(await response.text())
  }
  expect(bodies[0]?.length).toBeGreaterThan(1000)
})

test('refuses a missing, unknown or expired token, and a customer’s', async () => {
  const { send, tokenFor } = createTestApi()
  const scopes = ['chats--access:ro']
  for (const Authorization of [
    '',
    'Bearer dal:unknown',
    `Bearer ${tokenFor('agent@example.com', scopes, { lifetime: 0 })}`,
    `Bearer ${tokenFor('agent@example.com', scopes, { kind: 'customer' })}`,
  ]) {
    const response = await send('list_chats', { headers: { ...json, Authorization }, body: '{}' })
    expect(await errorOf(response)).toEqual([401, 'authentication', 'Invalid access token'])
  }
})

test('refuses a token without the scope an action needs', async () => {
  const { send, tokenFor } = createTestApi()
  for (const scopes of [[], ['customers:ro'], ['chats--my:rw'], ['chats.conversation--all:rw']]) {
    const Authorization = `Bearer ${tokenFor('agent@example.com', scopes)}`
    const response = await send('list_chats', { headers: { ...json, Authorization }, body: '{}' })
    expect((await errorOf(response)).slice(0, 2)).toEqual([403, 'authorization'])
  }
})

test('tells a call for the wrong region which one is right', async () => {
  const { send, tokenFor } = createTestApi()
  const Authorization = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const call = (region: Record<string, string>) =>
    send('list_chats', { headers: { ...json, Authorization, ...region }, body: '{}' })
  expect((await call({})).status).toBe(200)
  expect((await call({ 'X-Region': 'dal' })).status).toBe(200)
  const wrong = await call({ 'X-Region': 'fra' })
  expect(wrong.status).toBe(400)
  expect(await wrong.json()).toEqual({
    error: { type: 'misdirected_request', message: 'Wrong region', data: { region: 'dal' } },
  })
})

test('each organization has its own chats and region', async () => {
  const { send, tokenFor } = createTestApi()
  const european = organizations.find(({ region }) => region === 'fra')?.organizationId ?? ''
  const token = tokenFor('jones@example.com', ['chats--access:ro'], { organizationId: european })
  const headers = { ...json, Authorization: `Bearer ${token}`, 'X-Region': 'fra' }
  const response = await send('list_chats', { headers, body: '{}' })
  expect(asJson(await response.json()).get('found_chats').value).toBe(12)
})

test('says when support for an older version ends, and refuses unknown versions', async () => {
  const { send, tokenFor } = createTestApi()
  const Authorization = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const call = (version: string) =>
    send('list_chats', { version, headers: { ...json, Authorization }, body: '{}' })
  const date = /^\d{4}-\d{2}-\d{2}$/
  expect((await call('3.4')).headers.get('Deprecation')).toMatch(date)
  expect((await call('3.5')).headers.get('Legacy')).toMatch(date)
  const stable = (await call('3.6')).headers
  expect([stable.get('Legacy'), stable.get('Deprecation')]).toEqual([null, null])
  for (const version of ['3.3', '3.7', '4.0', 'nonsense']) {
    expect((await errorOf(await call(version))).slice(0, 2)).toEqual([400, 'unsupported_version'])
  }
})

test('ignores the author header of bots', async () => {
  const { send, tokenFor } = createTestApi()
  const Authorization = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const headers = { ...json, Authorization, 'X-Author-Id': 'a-bot' }
  const response = await send('list_chats', { version: '3.5', headers, body: '{}' })
  expect(response.status).toBe(200)
})

test('accepts only JSON objects sent by POST', async () => {
  const { send, tokenFor } = createTestApi()
  const Authorization = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const headers = { ...json, Authorization }
  const attempts = [
    send('list_chats', { method: 'GET', headers }),
    send('list_chats', { headers, body: '' }),
    send('list_chats', { headers, body: '{' }),
    send('list_chats', { headers, body: '[]' }),
    send('list_chats', { headers, body: 'null' }),
    send('list_chats', { headers: { Authorization }, body: '{}' }),
  ]
  for (const response of await Promise.all(attempts)) {
    expect((await errorOf(response)).slice(0, 2)).toEqual([400, 'validation'])
  }
})

test('refuses an unknown action', async () => {
  const { send, api, tokenFor } = createTestApi()
  const Authorization = `Bearer ${tokenFor('agent@example.com', ['chats--access:ro'])}`
  const unknown = await send('list_dogs', { headers: { ...json, Authorization }, body: '{}' })
  expect((await errorOf(unknown)).slice(0, 2)).toEqual([404, 'not_found'])
  expect((await errorOf(await api.request('/elsewhere')))[0]).toBe(404)
})

test('an organization without an inbox is license_not_found', async () => {
  const { world, send, tokenFor } = createTestApi()
  world.inboxes.clear()
  const Authorization = `Bearer ${tokenFor(accounts[0]?.email ?? '', ['chats--access:ro'])}`
  const response = await send('list_chats', { headers: { ...json, Authorization }, body: '{}' })
  expect((await errorOf(response)).slice(0, 2)).toEqual([404, 'license_not_found'])
})
