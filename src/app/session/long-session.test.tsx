import { screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { day, hour, installClock, look, minute, pass } from '../testing/clock.ts'
import { openApp } from '../testing/open-app.ts'

beforeEach(installClock)

/** Shorter and longer than a token lives. */
const naps = [5 * minute, 40 * minute, 3 * hour, 8 * hour - minute, 8 * hour + minute, 12 * hour]

const openByCode = () => openApp('/chats', { chats: 5, grantType: 'code' })

test('a page that is looked at now and then stays signed in for 72 hours', async () => {
  const { client, sandbox } = await openByCode()
  const end = Date.now() + 72 * hour
  for (let index = 0; Date.now() < end; index += 1) {
    await pass(naps[index % naps.length] ?? 0, index % 3 ? 'asleep' : 'awake')
    await look()
    const state = client.getSnapshot()
    expect(state.status, `after ${index} looks`).toBe('signed-in')
    const token = await client.getAccessToken()
    expect(sandbox.world.accessTokens.get(token)?.expiresAt).toBeGreaterThan(Date.now())
  }
})

test('after 31 days without a look the page says that the session has ended', async () => {
  const { client } = await openByCode()
  await pass(31 * day, 'asleep')
  await look()
  expect(client.getSnapshot()).toMatchObject({
    status: 'expired',
    reason: { code: 'invalid_grant' },
  })
  await screen.findByText('Your session has ended')
  await screen.findByText('This sign-in is no longer valid. Sign in again.')
})

/** The next answer of the token endpoint takes so long, although LiveChat acts at once. */
function delayNextToken(time: number) {
  const { fetch } = globalThis
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const { signal, url } = new Request(...request)
    if (!url.endsWith('/v2/token')) return fetch(...request)
    vi.stubGlobal('fetch', fetch)
    const response = await fetch(request[0], { ...request[1], signal: null })
    await new Promise((resolve) => setTimeout(resolve, time))
    signal.throwIfAborted()
    return response
  })
}

test('a refresh whose answer takes 40 seconds does not end the session', async () => {
  const { client } = await openByCode()
  for (let count = 0; count < 9; count += 1) {
    delayNextToken(40_000)
    await pass(8 * hour, 'awake')
    expect(client.getSnapshot().status).toBe('signed-in')
  }
})

test('a machine that sleeps while a refresh is on its way stays signed in', async () => {
  const { client } = await openByCode()
  delayNextToken(40_000)
  await pass(8 * hour - 4.9 * minute, 'awake')
  await pass(3 * hour, 'asleep')
  await look()
  await pass(2 * minute, 'awake')
  expect(client.getSnapshot().status).toBe('signed-in')
})
