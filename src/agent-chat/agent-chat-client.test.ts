import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { accounts, clients } from '../../sandbox/world/seed.ts'
import { type AgentChatClient, createAgentChatClient } from './agent-chat-client.ts'
import { largestFile } from './upload-file.ts'

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

function createClient(accessToken: string, apiUrl = sandbox.apiUrl, timeout = 2_000) {
  return createAgentChatClient({
    apiUrl,
    getAccessToken: async () => accessToken,
    renewAccessToken: async (refusedToken) => {
      refused.push(refusedToken)
      const next = nextTokens.shift()
      if (!next) throw new Error('there is no other token')
      return next
    },
    timeout,
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

test('every chat of the sandbox has a customer, and a last event or the reason it may not be read', async () => {
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

test('sends the token, the region in its prefix and the body, and no cookies', async () => {
  await chats.listChats({ limit: 1 })
  const [request] = requests()
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-region': 'dal',
  })
  expect(request?.headers).not.toHaveProperty('cookie')
})

test('repeats a misdirected request once, in the region LiveChat names, and remembers it (F25)', async () => {
  signIn('fra:misplaced', ['chats--access:ro'])
  chats = createClient('fra:misplaced')
  await chats.listChats()
  await chats.listChats()
  expect(requests().map((one) => one.headers['x-region'])).toEqual(['fra', 'dal', 'dal'])
})

test('gives up when LiveChat names another region again (F25)', async () => {
  sandbox.world.faults.push({
    endpoint: 'list_chats',
    times: 9,
    status: 400,
    body: '{"error":{"type":"misdirected_request","message":"Wrong region","data":{"region":"fra"}}}',
  })
  await expect(chats.listChats()).rejects.toMatchObject({ code: 'misdirected_request' })
  expect(requests()).toHaveLength(2)
})

test('a refused token that cannot be renewed is an authentication error', async () => {
  await expect(createClient('dal:unknown').listChats()).rejects.toMatchObject({
    code: 'authentication',
    message: expect.stringContaining('Sign in again'),
  })
  expect(refused).toEqual(['dal:unknown'])
})

test('renews a refused token and repeats the call', async () => {
  nextTokens = [token]
  expect((await createClient('dal:revoked').listChats()).chats).toHaveLength(10)
  expect(refused).toEqual(['dal:revoked'])
})

test('gives up when the renewed tokens are refused, too', async () => {
  nextTokens = ['dal:a', 'dal:b', 'dal:c', 'dal:d']
  await expect(createClient('dal:revoked').listChats()).rejects.toMatchObject({
    code: 'authentication',
  })
  expect(requests()).toHaveLength(3)
})

test('a personal access token lists chats with Basic authentication; a wrong one is refused once', async () => {
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

test('a missing scope is an authorization error, which does not renew the token', async () => {
  signIn('dal:poor', ['customers:ro'])
  await expect(createClient('dal:poor').listChats()).rejects.toMatchObject({
    code: 'authorization',
  })
  expect(refused).toHaveLength(0)
})

test('waits as long as Retry-After says, then repeats the call (F23)', async () => {
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

test('gives up after three repeats when LiveChat stays busy (F24)', async () => {
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

test('a page LiveChat no longer knows is a validation error (F22)', async () => {
  await expect(chats.listChats({ pageId: 'gone' })).rejects.toMatchObject({ code: 'validation' })
})

test('an aborted call rejects with the caller’s own reason (F27)', async () => {
  const abort = new AbortController()
  sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, delay: 60_000 })
  const listing = chats.listChats({}, { signal: abort.signal })
  abort.abort(new Error('left the view'))
  await expect(listing).rejects.toThrow('left the view')
})

test.each([
  ['a dropped connection (F26)', { drop: true }, 'network'],
  ['an HTML page (F9)', { status: 200, body: '<!doctype html>' }, 'invalid_response'],
  ['broken JSON (F10)', { status: 200, body: '{"chats_summary":[' }, 'invalid_response'],
  ['a proxy’s 502', { status: 502, body: '<h1>Bad gateway</h1>' }, 'internal'],
  ['internal', { status: 500, errorType: 'internal' }, 'internal'],
  ['an unknown type', { status: 400, errorType: 'new_rule' }, 'unknown_error'],
] as const)('%s rejects with the code for it', async (_what, fault, code) => {
  sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, ...fault })
  await expect(chats.listChats()).rejects.toMatchObject({ name: 'AgentChatError', code })
})

test('a hanging server rejects with the code for it', async () => {
  sandbox.world.faults.push({ endpoint: 'list_chats', times: 1, delay: 30_000 })
  await expect(createClient(token, sandbox.apiUrl, 50).listChats()).rejects.toMatchObject({
    name: 'AgentChatError',
    code: 'timed_out',
  })
})

test('a file has the time that its size takes on a slow line, and the rest of it is a hanging server', async () => {
  const file = new File([new Uint8Array(32 * 1024)], 'photo.png')
  sandbox.world.faults.push({ endpoint: 'upload_file', times: 1, delay: 300 })
  const sent = await createClient(token, sandbox.apiUrl, 100).uploadFile(file)
  expect(sent).toMatch(/^http/)
  sandbox.world.faults.push({ endpoint: 'upload_file', times: 1, delay: 30_000 })
  await expect(
    createClient(token, sandbox.apiUrl, 100).uploadFile(new File(['x'], 'x.png')),
  ).rejects.toMatchObject({
    code: 'timed_out',
  })
})

test.each([
  ['4 MB at 1 Mbit/s', 4 * 2 ** 20, 1e6, 1],
  ['10 MB at 300 kbit/s', largestFile, 300e3, 1],
  ['10 MB at 75 kbit/s, sent again', largestFile, 75e3, 4],
])('a file of %s is not given up', async (_, size, bitsPerSecond, timeoutFactor) => {
  const limit = vi.spyOn(AbortSignal, 'timeout')
  onTestFinished(() => limit.mockRestore())
  const file = new File([new Uint8Array(size)], 'film.mp4')
  await createClient(token, sandbox.apiUrl, 20_000).uploadFile(file, { timeoutFactor })
  expect(limit.mock.lastCall?.[0]).toBeGreaterThan(((size * 8) / bitsPerSecond) * 1000)
})

test('does not follow a redirect, so the token goes nowhere else (A45)', async () => {
  const seen: unknown[] = []
  const hostile = createServer((request, response) => {
    seen.push(request.headers.authorization)
    response.end('{}')
  })
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve))
  const { port } = hostile.address() as AddressInfo
  for (const status of [302, 307]) {
    sandbox.world.faults.push({
      endpoint: 'list_chats',
      times: 1,
      status,
      headers: { Location: `http://127.0.0.1:${port}/` },
    })
    await expect(chats.listChats()).rejects.toMatchObject({ code: 'network' })
  }
  hostile.close()
  expect(seen).toEqual([])
})
