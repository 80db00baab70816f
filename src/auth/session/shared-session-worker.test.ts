import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { settings, record as unnamed } from '../testing/sign-in-record.ts'
import type { SharedReply, SharedRequest } from './shared-session.ts'

const record = { ...unnamed, grant: { ...unnamed.grant, accountId: 'ada' } }
const refresh = { ask: 'refresh', refreshToken: 'dal:r', settings } as const

let connect: EventListener
let requests: string[]
let respond: () => Response | Promise<Response>

beforeAll(async () => {
  vi.stubGlobal('addEventListener', (type: string, listener: EventListener) => {
    if (type === 'connect') connect = listener
  })
  vi.resetModules()
  await import('./shared-session-worker.ts')
  vi.unstubAllGlobals()
})

let key = 0
beforeEach(() => {
  key += 1
  requests = []
  respond = () =>
    Response.json({ access_token: 'dal:b', refresh_token: 'dal:r2', token_type: 'Bearer' })
  vi.stubGlobal('fetch', async (_: URL, { method = '', headers }: RequestInit) => {
    requests.push(`${method} ${new Headers(headers).get('Authorization') ?? ''}`.trim())
    return respond()
  })
  return () => vi.unstubAllGlobals()
})

type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never

/** A tab of one app, which asks the worker. */
function openTab() {
  const { port1, port2 } = new MessageChannel()
  onTestFinished(() => port1.close())
  connect(new MessageEvent('connect', { ports: [port2] }))
  let count = 0
  return (request: WithoutKey<SharedRequest>, app = key) =>
    new Promise<SharedReply>((resolve) => {
      const asked = count++
      port1.addEventListener('message', ({ data: { id, reply } }) => {
        if (id === asked) resolve(reply)
      })
      port1.start()
      port1.postMessage({ id: asked, request: { ...request, key: String(app) } })
    })
}

test('a session is there for every tab of its app until its agent signs out', async () => {
  const [ask, other] = [openTab(), openTab()]
  expect(await ask({ ask: 'get' })).toEqual({})
  expect(await ask({ ask: 'forget', id: 'sign-in' })).toEqual({})
  expect(await ask({ ask: 'put', record })).toEqual({})
  expect(await other({ ask: 'get' })).toEqual({ record })
  expect(await other({ ask: 'get' }, key + 1)).toEqual({})
  expect(await other({ ask: 'forget', id: 'an earlier one' })).toEqual({})
  expect(await ask({ ask: 'get' })).toEqual({ record })
  expect(await other({ ask: 'forget', id: 'sign-in' })).toEqual({})
  expect(await ask({ ask: 'get' })).toEqual({})
  expect(await ask(refresh)).toEqual({ refused: 'signed_out' })
  expect(requests).toEqual([])
})

test('however many tabs ask, a token is refreshed once, and what LiveChat left out is kept', async () => {
  const [ask, other] = [openTab(), openTab()]
  await ask({ ask: 'put', record })
  const grant = { accessToken: 'dal:b', refreshToken: 'dal:r2', accountId: 'ada' }
  const refreshed = { record: { ...record, grant, receivedAt: expect.closeTo(Date.now(), -4) } }
  expect(await Promise.all([ask(refresh), other(refresh)])).toEqual([refreshed, refreshed])
  // A tab that slept has an old refresh token; the newest is there for it.
  expect(await other(refresh)).toEqual(refreshed)
  expect(requests).toEqual(['POST'])
  await ask({ ...refresh, refreshToken: 'dal:r2' })
  expect(requests).toEqual(['POST', 'POST'])
})

test('a refresh that fails says why, and the next one tries again', async () => {
  const ask = openTab()
  await ask({ ask: 'put', record })
  respond = () => Promise.reject(new TypeError('Failed to fetch'))
  expect(await ask(refresh)).toEqual({ refused: 'network' })
  const impossible = { ...settings, refreshTimeout: -1 }
  expect(await ask({ ...refresh, settings: impossible })).toEqual({ refused: 'unknown_error' })
  respond = () => Response.json({ access_token: 'dal:b', token_type: 'Bearer' })
  expect(await ask(refresh)).toMatchObject({ record: { grant: { accessToken: 'dal:b' } } })
})

test('the token of a refresh that arrives after its agent signed out is revoked', async () => {
  const ask = openTab()
  await ask({ ask: 'put', record })
  let arrive = (_: Response) => {}
  const response = respond()
  respond = () => new Promise((resolve) => (arrive = resolve))
  const refreshed = ask(refresh)
  await ask({ ask: 'forget', id: 'sign-in' })
  respond = () => Promise.reject(new TypeError('Failed to fetch'))
  arrive(await response)
  expect(await refreshed).toEqual({ refused: 'signed_out' })
  expect(requests).toEqual(['POST', 'DELETE Bearer dal:b'])
  expect(await ask({ ask: 'get' })).toEqual({})
})

test('a page that connects without a port is none', () => {
  expect(() => connect(new Event('connect'))).not.toThrow()
  expect(() => connect(new MessageEvent('connect'))).not.toThrow()
})

test('a server can import the worker', async () => {
  vi.resetModules()
  await expect(import('./shared-session-worker.ts')).resolves.toBeDefined()
})
