import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { setTokenLifetime } from '../../../sandbox/control/control-actions.ts'
import { readEnvironment } from '../environment.ts'
import { hour, installClock, look, pass } from '../testing/clock.ts'
import { asked } from '../testing/inbox.ts'
import { openApp } from '../testing/open-app.ts'

const { clientId } = readEnvironment({})
const prompt = () => screen.queryByRole('region', { name: 'Your session is about to expire' })

const openWithShortSession = (seconds = 240) =>
  openApp('/chats', { beforeSignIn: ({ world }) => setTokenLifetime(world, clientId, seconds) })

test('a session with hours left asks for nothing', async () => {
  await openApp('/chats')
  await screen.findByRole('list', { name: 'Chats' })
  expect(prompt()).toBeNull()
})

test('a session near its end asks to continue, and one click renews it in place', async () => {
  const { sandbox, client, user } = await openWithShortSession()
  await waitFor(() => expect(prompt()).not.toBeNull())
  screen.getByText('Your session is about to expire. Click Continue to stay signed in.')
  expect(prompt()?.textContent).toMatch(/Your session expires in [34] min/)
  setTokenLifetime(sandbox.world, clientId, 28_800)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(prompt()).toBeNull())
  expect(client.timeLeft()).toBeGreaterThan(3_600_000)
  screen.getByRole('list', { name: 'Chats' })
})

test('a blocked sign-in window says so and offers this tab instead', async () => {
  const { user } = await openWithShortSession()
  await waitFor(() => expect(prompt()).not.toBeNull())
  vi.stubGlobal('open', () => null)
  await user.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(prompt()?.textContent).toContain('Use this tab instead'))
  expect(screen.getByRole('alert').textContent).toContain('blocked')
})

test('it asks five minutes ahead, and shows minutes', async () => {
  await openWithShortSession(299)
  await waitFor(() => expect(prompt()?.textContent).toContain('Your session expires in 5 min'))
})

test('a failed renewal says why beside the prompt, and the session goes on', async () => {
  const { sandbox, bend, user } = await openWithShortSession()
  const next = await screen.findByRole('button', { name: 'Continue' })
  bend('authorize', { errorType: 'server_error' })
  await user.click(next)
  await waitFor(() =>
    expect(within(prompt() ?? document.body).getByRole('alert').textContent).toContain(
      'LiveChat had a problem',
    ),
  )
  expect(prompt()?.textContent).toContain('Your session expires in')
  const before = asked(sandbox, 'list_chats').length
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(asked(sandbox, 'list_chats').length).toBeGreaterThan(before))
  await waitFor(() => expect(asked(sandbox, 'list_chats').at(-1)?.status).toBe(200))
  expect(screen.queryByText('Your session has ended')).toBeNull()
})

test('during a renewal nothing says that the session has ended', async () => {
  const { bend, user } = await openWithShortSession()
  const next = await screen.findByRole('button', { name: 'Continue' })
  await screen.findByRole('list', { name: 'Chats' })
  bend('authorize', { delay: 1000 })
  await user.click(next)
  expect(next.getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('Your session has ended')).toBeNull()
  screen.getByRole('list', { name: 'Chats' })
  await waitFor(() => expect(next.getAttribute('aria-busy')).not.toBe('true'))
})

test('setting the clock back does not lengthen the time left (F15)', async () => {
  installClock()
  await openApp('/chats', { chats: 5 })
  const timer = async () => (await screen.findByRole('timer')).textContent
  expect(await timer()).toContain('in 8 h')
  vi.setSystemTime(Date.now() - 5 * hour)
  await look()
  await pass(61_000, 'awake')
  expect(await timer()).toContain('in 7 hr 59')
  await pass(8 * hour, 'awake')
  await screen.findByText('Your session has ended')
})

test('a session that ended while the laptop slept is noticed on waking (F16)', async () => {
  installClock()
  await openApp('/chats?show=all', { chats: 12 })
  await screen.findByRole('list', { name: 'Chats' })
  await pass(9 * hour, 'asleep')
  await look()
  await screen.findByText('Your session has ended')
  screen.getByRole('list', { name: 'Chats' })
})

test('the hint for a reload names the agent and contains no secret', async () => {
  const { sandbox } = await openApp('/chats')
  await waitFor(() =>
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).toContain('agent@example.com'),
  )
  const kept = JSON.stringify({ ...localStorage, ...sessionStorage })
  for (const token of sandbox.world.accessTokens.keys()) expect(kept).not.toContain(token)
})

test('a session of the code grant is continued by code although the browser keeps nothing', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  onTestFinished(() => void vi.restoreAllMocks())
  const { sandbox, user } = await openApp('/chats', { grantType: 'code' })
  await screen.findByRole('list', { name: 'Chats' })
  sandbox.world.accessTokens.clear()
  sandbox.world.refreshTokens.clear()
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  const ended = await screen.findByRole('region', { name: 'Your session has ended' })
  await user.click(within(ended).getByRole('button'))
  await waitFor(() => expect(screen.queryByText('Your session has ended')).toBeNull())
  const last = asked(sandbox, 'authorize').findLast(({ method }) => method === 'GET')
  expect(new URL(last?.url ?? '').searchParams.get('response_type')).toBe('code')
})
