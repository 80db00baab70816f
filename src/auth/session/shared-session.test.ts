import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { record, settings } from '../testing/sign-in-record.ts'
import { type SharedReply, type SharedRequest, shareSession } from './shared-session.ts'

interface Message {
  id: number
  request: SharedRequest
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A tab, and what it sends to its worker. */
function openTab() {
  const sent: Message[] = []
  const port = { postMessage: (message: Message) => sent.push(message) } as unknown as MessagePort
  const shared = shareSession(() => ({ port }))(settings)
  if (!shared) throw new Error('there is no worker')
  const reply = (id: number, reply: SharedReply) =>
    port.onmessage?.(new MessageEvent('message', { data: { id, reply } }))
  return { ...shared, sent, reply }
}

/** A tab whose worker is known to reply. */
async function openConnectedTab() {
  const tab = openTab()
  const asked = tab.get()
  tab.reply(0, {})
  expect(await asked).toBeUndefined()
  return tab
}

test('a browser that has no shared worker, or refuses it, shares no session', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError')
  }
  expect(shareSession(refuse)(settings)).toBeUndefined()
})

test('what a tab says to the worker names its app and server, and each reply finds its request', async () => {
  const { get, put, forget, sent, reply } = openTab()
  const [first, second] = [get(), get()]
  put(record)
  forget('sign-in')
  const key = 'https://accounts.example app'
  expect(sent).toEqual([
    { id: 0, request: { ask: 'get', key } },
    { id: 1, request: { ask: 'get', key } },
    { id: 2, request: { ask: 'put', key, record } },
    { id: 3, request: { ask: 'forget', key, id: 'sign-in' } },
  ])
  reply(1, { record })
  reply(1, {})
  reply(0, {})
  expect(await first).toBeUndefined()
  expect(await second).toBe(record)
})

test('a worker that does not reply within a second counts as missing', async () => {
  const { get } = openTab()
  let known: unknown = 'nothing yet'
  void get().then((record) => {
    known = record
  })
  await vi.advanceTimersByTimeAsync(999)
  expect(known).toBe('nothing yet')
  await vi.advanceTimersByTimeAsync(1)
  expect(known).toBeUndefined()
})

test('a reply leaves no timer behind', async () => {
  await openConnectedTab()
  expect(vi.getTimerCount()).toBe(0)
})

test('a worker that never replied is not asked to refresh', () => {
  const { refresh, sent } = openTab()
  expect(refresh('dal:r')).toBeUndefined()
  expect(sent).toEqual([])
})

test('a worker that replies refreshes for the tab', async () => {
  const { refresh, sent, reply } = await openConnectedTab()
  const refreshed = refresh('dal:r')
  const key = 'https://accounts.example app'
  expect(sent[1]).toEqual({
    id: 1,
    request: { ask: 'refresh', key, refreshToken: 'dal:r', settings },
  })
  reply(1, { record })
  expect(await refreshed).toBe(record)
})

test('why the worker has no new token is told with its reason', async () => {
  const { refresh, reply } = await openConnectedTab()
  const refreshed = refresh('dal:r')
  reply(1, { refused: 'invalid_grant' })
  await expect(refreshed).rejects.toMatchObject({ code: 'invalid_grant' })
  expect(refresh('dal:r')).toBeDefined()
})

test('a worker that is gone is waited for as long as a refresh may take, and not asked again', async () => {
  const { refresh } = await openConnectedTab()
  const outcome = vi.fn<(thrown: unknown) => void>()
  refresh('dal:r')?.catch(outcome)
  await vi.advanceTimersByTimeAsync(settings.refreshTimeout + 999)
  expect(outcome).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ code: 'network' }))
  expect(refresh('dal:r')).toBeUndefined()
})
