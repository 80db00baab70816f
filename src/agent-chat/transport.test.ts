import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAgentChatClient } from './agent-chat-client.ts'
import type { AgentChatOptions } from './transport.ts'

interface Sent {
  url: string
  init: RequestInit
}
let requests: Sent[]
let answers: (() => Response | Promise<Response>)[]

beforeEach(() => {
  requests = []
  answers = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    init.signal?.throwIfAborted()
    requests.push({ url, init })
    return answers.shift()?.() ?? Response.json({ chats_summary: [] })
  })
  return () => vi.unstubAllGlobals()
})
afterEach(() => void vi.useRealTimers())

const source = { getAccessToken: async () => 'dal:t', renewAccessToken: async () => 'dal:next' }
const create = (options: Partial<AgentChatOptions> = {}) =>
  createAgentChatClient({ ...source, ...options } as AgentChatOptions)

const refusal =
  (status: number, type: string, more: object = {}) =>
  () =>
    Response.json({ error: { type, message: 'no', ...more } }, { status })

test('a request goes to LiveChat’s own API, without cookies, redirects, cache or referrer (A45)', async () => {
  await create().listChats({ limit: 1 })
  expect(requests).toEqual([
    {
      url: 'https://api.livechatinc.com/v3.6/agent/action/list_chats',
      init: {
        method: 'POST',
        headers: {
          Authorization: 'Bearer dal:t',
          'X-Region': 'dal',
          'Content-Type': 'application/json',
        },
        body: '{"limit":1}',
        credentials: 'omit',
        redirect: 'error',
        cache: 'no-store',
        keepalive: false,
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal),
      },
    },
  ])
})

test.each([
  'http://api.example.com',
  'http://localhost.example.com',
  'ftp://localhost',
  'nonsense',
])('sends no token to %s (A56)', (apiUrl) => {
  expect(() => create({ apiUrl })).toThrow(TypeError)
  const personalAccessToken = { accountId: 'a', token: 'dal:t' }
  expect(() => createAgentChatClient({ apiUrl, personalAccessToken })).toThrow(TypeError)
})

test.each(['https://api.example.com', 'http://localhost:3002', 'http://[::1]:3002'])(
  'calls the API at %s',
  async (apiUrl) => {
    await create({ apiUrl }).listChats()
    expect(requests[0]?.url).toBe(`${apiUrl}/v3.6/agent/action/list_chats`)
  },
)

test('a form has the type that the browser gives it', async () => {
  answers = [() => Response.json({ url: 'https://cdn.example/x' })]
  const file = new File(['x'], 'x.txt')
  await create({ apiUrl: 'https://api.example/path' }).uploadFile(file)
  const [{ url, init }] = requests as [Sent]
  expect(url).toBe('https://api.example/v3.6/agent/action/upload_file')
  expect(init.headers).toEqual({ Authorization: 'Bearer dal:t', 'X-Region': 'dal' })
  expect(init.body).toBeInstanceOf(FormData)
})

test.each([
  ['fra:t', 'fra'],
  ['fra-a:t', 'fra'],
  ['fra-b:t', 'fra'],
  ['dal:fra:t', 'dal'],
  ['fra-c:t', 'dal'],
  ['frankly', 'dal'],
])('a token %s is known in %s', async (token, region) => {
  await create({ getAccessToken: async () => token }).listChats()
  expect(requests[0]?.init.headers).toMatchObject({ 'X-Region': region })
})

test.each([
  [429, 'too_many_requests'],
  [503, 'service_unavailable'],
  [504, 'request_timeout'],
  [500, 'internal'],
  [599, 'internal'],
  [499, 'invalid_response'],
  [404, 'invalid_response'],
])('status %d without LiveChat’s reason is %s', async (status, code) => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  answers = Array(9).fill(() => new Response('<h1>', { status }))
  const outcome = create()
    .listChats()
    .catch((thrown) => thrown)
  for (let i = 0; i < 4; i++) await vi.advanceTimersByTimeAsync(30_000)
  expect(await outcome).toMatchObject({
    code,
    action: 'list_chats',
    serverMessage: `status ${status}`,
  })
  expect(requests).toHaveLength(status === 429 ? 4 : 1)
})

test('LiveChat’s type decides, and one it does not document is kept', async () => {
  answers = [refusal(500, 'validation')]
  await expect(create().listChats()).rejects.toMatchObject({
    code: 'validation',
    serverMessage: 'no',
    serverType: undefined,
  })
  answers = [refusal(400, 'new_rule')]
  await expect(create().listChats()).rejects.toMatchObject({
    code: 'unknown_error',
    serverType: 'new_rule',
  })
})

test('a region that LiveChat names is tried once, unless it is none', async () => {
  const misdirected = (region: string) => refusal(400, 'misdirected_request', { data: { region } })
  const client = create()
  answers = [misdirected('fra')]
  await client.listChats()
  await client.listChats()
  const regions = requests.map(({ init }) => Object(init.headers)['X-Region'])
  expect(regions).toEqual(['dal', 'fra', 'fra'])
  for (const none of ['x', 'toolongname', 'FRA', 'fra\r\nX: y', '']) {
    requests = []
    answers = [misdirected(none)]
    await expect(client.listChats()).rejects.toMatchObject({ code: 'misdirected_request' })
    expect(requests).toHaveLength(1)
  }
  for (const data of [undefined, {}]) {
    answers = [refusal(400, 'misdirected_request', { data })]
    await expect(client.listChats()).rejects.toMatchObject({ code: 'misdirected_request' })
  }
  requests = []
  answers = [misdirected('dal'), misdirected('fra'), misdirected('dal')]
  await expect(client.listChats()).rejects.toMatchObject({ code: 'misdirected_request' })
  expect(requests).toHaveLength(2)
  requests = []
  answers = [refusal(400, 'validation', { data: { region: 'fra' } })]
  await expect(client.listChats()).rejects.toMatchObject({ code: 'validation' })
  expect(requests).toHaveLength(1)
})

test('a busy LiveChat is asked again after the time it names', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const busy = refusal(429, 'too_many_requests')
  const after = (seconds: string) => () => {
    const response = busy()
    response.headers.set('Retry-After', seconds)
    return response
  }
  answers = [after('7')]
  const listing = create().listChats()
  await vi.advanceTimersByTimeAsync(6999)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(1)
  await listing
  expect(requests).toHaveLength(2)
})

test('no call begins after its client has ended, or its own signal', async () => {
  const reason = new Error('signed out')
  const ended = AbortSignal.abort(reason)
  await expect(create({ signal: ended }).listChats()).rejects.toBe(reason)
  await expect(create().listChats({}, { signal: ended })).rejects.toBe(reason)
  expect(requests).toEqual([])
})

test('a call that waits for its turn ends with its client', async () => {
  answers = [refusal(429, 'too_many_requests')]
  const client = new AbortController()
  const listing = create({ signal: client.signal }).listChats()
  await vi.waitFor(() => expect(requests).toHaveLength(1), { interval: 1 })
  client.abort(new Error('signed out'))
  await expect(listing).rejects.toThrow('signed out')
  expect(requests).toHaveLength(1)
})

test('a response that breaks off is invalid, unless the call was ended', async () => {
  const broken = () => new Response('{"chats_summary":[')
  answers = [broken]
  await expect(create().listChats()).rejects.toMatchObject({
    code: 'invalid_response',
    cause: expect.any(SyntaxError),
  })
  const stop = new AbortController()
  answers = [
    () => {
      stop.abort(new Error('left'))
      return broken()
    },
  ]
  await expect(create().listChats({}, { signal: stop.signal })).rejects.toThrow('left')
})

test('a token that cannot be renewed is an authentication error, with the reason', async () => {
  const cause = new Error('no other')
  const refused = create({ renewAccessToken: () => Promise.reject(cause) })
  answers = [refusal(401, 'authentication')]
  await expect(refused.listChats()).rejects.toMatchObject({ code: 'authentication', cause })

  const stop = new AbortController()
  answers = [refusal(401, 'authentication')]
  const renewing = create({
    renewAccessToken: () => {
      stop.abort(new Error('left'))
      return Promise.reject(cause)
    },
  })
  await expect(renewing.listChats({}, { signal: stop.signal })).rejects.toThrow('left')
})

test('a server that cannot be reached, and one that hangs', async () => {
  const cause = new TypeError('Failed to fetch')
  answers = [() => Promise.reject(cause)]
  await expect(create().listChats()).rejects.toMatchObject({ code: 'network', cause })
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  )
  await expect(create({ timeout: 1 }).listChats()).rejects.toMatchObject({
    code: 'timed_out',
    action: 'list_chats',
  })
})

test('a request waits 20 seconds, and a file as much longer as it takes at 256 kbit/s', async () => {
  const limits = vi.spyOn(AbortSignal, 'timeout')
  await create().listChats()
  const uploaded = () => Response.json({ url: 'https://cdn.example/x' })
  answers = [uploaded, uploaded]
  const file = new File([new Uint8Array(3201)], 'x')
  await create({ timeout: 1000 }).uploadFile(file)
  await create({ timeout: 1000 }).uploadFile(file, { timeoutFactor: 3 })
  expect(limits.mock.calls).toEqual([[20_000], [1101], [3303]])
  limits.mockRestore()
})

test('a personal access token is sent as UTF-8, by Basic authentication', async () => {
  const onRefused = vi.fn()
  const personal = createAgentChatClient({
    personalAccessToken: { accountId: 'ada', token: 'fra:🔑' },
    onRefused,
  })
  await personal.listChats()
  const expected = `Basic ${Buffer.from('ada:fra:🔑').toString('base64')}`
  expect(requests[0]?.init.headers).toMatchObject({ Authorization: expected, 'X-Region': 'fra' })
  answers = [refusal(401, 'authentication')]
  await expect(personal.listChats()).rejects.toMatchObject({
    code: 'authentication',
    cause: expect.any(Error),
  })
  expect(onRefused).toHaveBeenCalledOnce()
  answers = [refusal(401, 'authentication')]
  const silent = createAgentChatClient({ personalAccessToken: { accountId: 'a', token: 't' } })
  await expect(silent.listChats()).rejects.toMatchObject({
    code: 'authentication',
    cause: { message: expect.stringContaining('cannot be renewed') },
  })
})

test('asked to reuse results, a client reads an equal response once, and of another only the chats that changed; no other client gets them (A55)', async () => {
  const list = (text: string) => () =>
    Response.json({ chats_summary: [{ id: 'A' }, { id: 'B', properties: { x: { text } } }] })
  answers = [list('one'), list('one'), list('two'), list('one'), list('one')]
  const client = create({ reuseResults: true })
  const first = await client.listChats()
  expect(await client.listChats()).toBe(first)
  const changed = await client.listChats()
  expect(changed).not.toBe(first)
  expect(changed.chats[0]).toBe(first.chats[0])
  expect(changed.chats[1]?.properties.get('x')?.get('text')).toBe('two')
  expect(await client.listChats()).toBe(first)
  expect((await create({ reuseResults: true }).listChats()).chats[0]).not.toBe(first.chats[0])
})

test('otherwise every result is an object of its own', async () => {
  const client = create()
  expect(await client.listChats()).not.toBe(await client.listChats())
})
