import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { accounts, clients } from '../../sandbox/world/seed.ts'
import { type AgentChatClient, createAgentChatClient } from './agent-chat-client.ts'

const [agent] = accounts
const [client] = clients
const token = 'dal:test-token'

let sandbox: RunningSandbox
let chats: AgentChatClient
let refused: string[]
let nextTokens: string[]

beforeAll(async () => {
  sandbox = await startSandbox({ accountsPort: 0, apiPort: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.reset()
  refused = []
  nextTokens = []
  signIn(token, ['chats--access:ro'])
  chats = createClient(token)
})

function signIn(accessToken: string, scopes: string[]) {
  if (!agent || !client) throw new Error('the seed has no agent')
  const { world } = sandbox
  world.accessTokens.set(accessToken, {
    token: accessToken,
    kind: 'agent',
    clientId: client.clientId,
    accountId: agent.accountId,
    organizationId: agent.memberships[0].organizationId,
    scopes,
    issuedAt: world.now(),
    expiresAt: world.now() + 60_000,
  })
}

function createClient(accessToken: string, apiUrl = sandbox.apiUrl) {
  return createAgentChatClient({
    apiUrl,
    getAccessToken: async () => accessToken,
    renewAccessToken: async (refusedToken) => {
      refused.push(refusedToken)
      const next = nextTokens.shift()
      if (!next) throw new Error('there is no other')
      return next
    },
    timeout: 2_000,
  })
}

function requests() {
  return sandbox.world.requests.filter((one) => one.method === 'POST')
}

test('lists chats page by page without gaps or repeats', async () => {
  const first = await chats.listChats({ limit: 100 })
  const ids = first.chats.map((chat) => chat.id)
  let next = first.nextPageId
  while (next) {
    const page = await chats.listChats({ pageId: next })
    ids.push(...page.chats.map((chat) => chat.id))
    next = page.nextPageId
  }
  expect(ids).toHaveLength(first.found)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every chat of the sandbox is read whole: somebody to name and something to say', async () => {
  const { chats: rows } = await chats.listChats({ limit: 100 })
  for (const chat of rows.filter((one) => one.lastThread)) {
    expect(chat.users.some((user) => user.type === 'customer')).toBe(true)
    expect(chat.lastEvent ?? chat.restricted).toBeDefined()
    expect(chat.lastEvent?.type).not.toBe('unknown')
  }
})

test('filters by activity', async () => {
  const { chats: active } = await chats.listChats({ filter: { active: true }, limit: 100 })
  expect(active.length).toBeGreaterThan(0)
  expect(active.every((chat) => chat.lastThread?.active)).toBe(true)
})

test('sends the token, the region of its prefix and the body, and nothing else', async () => {
  await chats.listChats({ limit: 1 })
  const [request] = requests()
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-region': 'dal',
  })
  expect(request?.headers).not.toHaveProperty('cookie')
})

test('F25 a misdirected request is sent once more, to the region LiveChat names, which is remembered', async () => {
  signIn('fra:misplaced', ['chats--access:ro'])
  chats = createClient('fra:misplaced')
  await chats.listChats()
  await chats.listChats()
  expect(requests().map((one) => one.headers['x-region'])).toEqual(['fra', 'dal', 'dal'])
})

test('F25 LiveChat naming regions for ever is not followed', async () => {
  sandbox.world.faults.push({
    endpoint: 'list_chats',
    times: 9,
    status: 400,
    body: '{"error":{"type":"misdirected_request","message":"Wrong region","data":{"region":"fra"}}}',
  })
  await expect(chats.listChats()).rejects.toMatchObject({ code: 'misdirected_request' })
  expect(requests()).toHaveLength(2)
})

test('a refused token without another is an authentication error', async () => {
  await expect(createClient('dal:unknown').listChats()).rejects.toMatchObject({
    code: 'authentication',
    message: expect.stringContaining('Sign in again'),
  })
  expect(refused).toEqual(['dal:unknown'])
})

test('a refused token is replaced and the call made again', async () => {
  nextTokens = [token]
  expect((await createClient('dal:revoked').listChats()).chats).toHaveLength(10)
  expect(refused).toEqual(['dal:revoked'])
})

test('tokens that are all refused are not tried for ever', async () => {
  nextTokens = ['dal:a', 'dal:b', 'dal:c', 'dal:d']
  await expect(createClient('dal:revoked').listChats()).rejects.toMatchObject({
    code: 'authentication',
  })
  expect(requests()).toHaveLength(3)
})

test('a personal access token lists chats as Basic; a wrong one is refused in words, and once', async () => {
  const { accountId = '' } = agent ?? {}
  let refusals = 0
  const personal = (token: string) =>
    createAgentChatClient({
      apiUrl: sandbox.apiUrl,
      personalAccessToken: { accountId, token },
      onRefused: () => {
        refusals += 1
      },
    })
  expect((await personal('dal:sandbox-personal-access-token').listChats()).chats).toHaveLength(10)
  expect(requests()[0]?.headers.authorization).toMatch(/^Basic /)
  expect(refusals).toBe(0)
  for (const wrong of ['dal:wrong', 'dal:🔑']) {
    await expect(personal(wrong).listChats()).rejects.toMatchObject({ code: 'authentication' })
  }
  expect(refusals).toBe(2)
  expect(requests()).toHaveLength(3)
})

test('a missing scope is authorization, and no reason to end the session', async () => {
  signIn('dal:poor', ['customers:ro'])
  await expect(createClient('dal:poor').listChats()).rejects.toMatchObject({
    code: 'authorization',
  })
  expect(refused).toHaveLength(0)
})

test('F23 waits as Retry-After asks and goes on', async () => {
  sandbox.world.faults.push({
    endpoint: 'list_chats',
    times: 2,
    status: 429,
    errorType: 'too_many_requests',
    headers: { 'Retry-After': '0' },
  })
  expect((await chats.listChats()).chats).toHaveLength(10)
  expect(requests()).toHaveLength(3)
})

test('F24 gives up after a few tries', async () => {
  sandbox.world.faults.push({
    endpoint: 'list_chats',
    times: 99,
    status: 429,
    errorType: 'too_many_requests',
    headers: { 'Retry-After': '0' },
  })
  await expect(chats.listChats()).rejects.toMatchObject({ code: 'too_many_requests' })
  expect(requests()).toHaveLength(4)
})

test('F22 a page that is no longer known is a validation error', async () => {
  await expect(chats.listChats({ pageId: 'gone' })).rejects.toMatchObject({ code: 'validation' })
})

test('F27 leaving aborts quietly with the caller’s own reason', async () => {
  const abort = new AbortController()
  sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, delay: 60_000 })
  const listing = chats.listChats({}, { signal: abort.signal })
  abort.abort(new Error('left the view'))
  await expect(listing).rejects.toThrow('left the view')
})

test.each([
  ['F26 a dropped connection', { drop: true }, 'network'],
  ['F9 a page of HTML', { status: 200, body: '<!doctype html>' }, 'invalid_response'],
  ['F10 broken JSON', { status: 200, body: '{"chats_summary":[' }, 'invalid_response'],
  ['a proxy’s 502', { status: 502, body: '<h1>Bad gateway</h1>' }, 'internal'],
  ['internal', { status: 500, errorType: 'internal' }, 'internal'],
  ['an unknown type', { status: 400, errorType: 'new_rule' }, 'unknown_error'],
  ['a hanging server', { delay: 30_000 }, 'timed_out'],
] as const)('%s is said as such', async (_what, fault, code) => {
  sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, ...fault })
  await expect(chats.listChats()).rejects.toMatchObject({ name: 'AgentChatError', code })
})

test('A45 a redirect of the API is not followed, so the token does not travel', async () => {
  const seen: unknown[] = []
  const evil = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.end('{}')
  })
  await new Promise<void>((resolve) => evil.listen(0, '127.0.0.1', resolve))
  const { port } = evil.address() as AddressInfo
  for (const status of [302, 307]) {
    sandbox.world.faults.push({
      endpoint: 'list_chats',
      times: 1,
      status,
      headers: { Location: `http://127.0.0.1:${port}/` },
    })
    await expect(chats.listChats()).rejects.toMatchObject({ code: 'network' })
  }
  evil.close()
  expect(seen).toEqual([])
})
