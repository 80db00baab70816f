import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { mintAccessToken, revokeTokens } from '../../../sandbox/control/control-actions.ts'
import { reportUnreached } from '../lib/use-online.ts'
import { asked } from '../testing/inbox.ts'
import { openApp, sayOnline } from '../testing/open-app.ts'

const list = () => screen.queryByRole('list', { name: 'Chats' })
const rows = () => screen.findAllByRole('listitem')
const loadMore = () => screen.findByRole('button', { name: 'Load more' })
const signOut = () => screen.findByRole('button', { name: 'Sign out' })
const signInButton = () =>
  screen.findByRole('button', {
    name: /^(Sign in with LiveChat|Continue (as .+|where you left off))$/,
  })
const hasEnded = () => screen.queryByRole('region', { name: 'Your session has ended' }) !== null

test('the header shows who is signed in and for how long', async () => {
  await openApp('/chats?show=all')
  const header = await screen.findByRole('banner')
  await waitFor(() => expect(header.textContent).toContain('Ada Agent'))
  expect(within(header).getByRole('timer').textContent).toContain('h')
})

test('signing out leaves nothing of the chats and revokes the token', async () => {
  const { sandbox, user } = await openApp('/chats?show=all')
  expect(sandbox.world.accessTokens.size).toBe(1)
  await user.click(await signOut())
  await signInButton()
  expect(list()).toBeNull()
  await waitFor(() => expect(sandbox.world.accessTokens.size).toBe(0))
})

test('after signing out no timer keeps what was loaded (F45)', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const { user, bend } = await openApp('/chats?show=all')
  await user.click(within((await rows())[0] as HTMLElement).getByRole('link'))
  await screen.findByRole('region', { name: 'Conversation' })
  bend('list_chats', { delay: 50 })
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await user.click(await signOut())
  await signInButton()
  // What is under way ends within seconds; what is loaded would be kept for minutes.
  await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0), { timeout: 20_000, interval: 100 })
})

test('signing out while LiveChat cannot be reached signs out here and says what remains', async () => {
  const { user, bend } = await openApp('/chats?show=all')
  bend('token', { times: 9, drop: true })
  await user.click(await signOut())
  await signInButton()
  expect((await screen.findByRole('alert')).textContent).toContain(
    'Your access will expire on its own',
  )
  expect(list()).toBeNull()
})

test('a token revoked elsewhere ends the session with a reason; the next page loads after one sign-in (F21)', async () => {
  const { sandbox, client, user } = await openApp('/chats?show=all')
  const firstRow = async () => (await rows()).find((row) => row.ariaPosInSet === '1')?.textContent
  const first = await firstRow()
  revokeTokens(sandbox.world, { clientId: client.settings.clientId })
  await user.click(await loadMore())
  await waitFor(() => expect(hasEnded()).toBe(true))
  expect(await firstRow()).toBe(first)

  await user.click(await signInButton())
  await waitFor(() => expect(hasEnded()).toBe(false))
  const pages = asked(sandbox, 'list_chats').length
  const more = screen.queryByRole('button', { name: 'Load more' })
  if (more) await user.click(more)
  await waitFor(() => expect(asked(sandbox, 'list_chats').length).toBeGreaterThan(pages))
  await waitFor(() => expect(asked(sandbox, 'list_chats').at(-1)?.status).toBe(200))
  expect(screen.queryByRole('alert')).toBeNull()
})

test.each(['/chats', '/archives', '/account'])(
  'on %s an ended session can be signed in to again although the browser says it is offline',
  async (path) => {
    const { client, user } = await openApp(path)
    const end = async () => client.renewAccessToken(await client.getAccessToken())
    await screen.findByRole('heading', { level: 1 })
    await end().catch(() => {})
    await waitFor(() => expect(hasEnded()).toBe(true))
    sayOnline(false)
    reportUnreached()
    await waitFor(() => expect(hasEnded()).toBe(true))
    expect(screen.queryByText('You’re offline')).toBeNull()
    await user.click(
      within(screen.getByRole('main')).getByRole('button', { name: /LiveChat|Continue/ }),
    )
    await waitFor(() => expect(hasEnded()).toBe(false))
  },
)

test('in the code grant a refused token is renewed once, silently', async () => {
  const { sandbox, user } = await openApp('/chats?show=all', { grantType: 'code' })
  const tokenRequests = () => asked(sandbox, 'token').filter(({ method }) => method === 'POST')
  const pages = () => asked(sandbox, 'list_chats').filter(({ status }) => status === 200)
  await rows()
  const before = tokenRequests().length
  const loaded = pages().length
  sandbox.world.accessTokens.clear()
  await user.click(await loadMore())
  await waitFor(() => expect(pages().length).toBeGreaterThan(loaded))
  expect(tokenRequests()).toHaveLength(before + 1)
  expect(hasEnded()).toBe(false)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('a failure that will not pass is reported at the next poll, and the rows stay', async () => {
  const { bend } = await openApp('/chats?show=all', { environment: { pollInterval: 500 } })
  const before = (await rows()).length
  bend('list_chats', { errorType: 'license_expired', times: 999 })
  expect((await screen.findByRole('alert')).textContent).toContain('subscription has ended')
  expect((await rows()).length).toBe(before)
})

test('the 26th sign-in evicts the oldest token: that session ends with a reason, without a loop (A39)', async () => {
  const { sandbox, client, user } = await openApp('/chats?show=all')
  const { world } = sandbox
  const { clientId } = client.settings
  await rows()
  for (let i = 0; i < 25; i++) mintAccessToken(world, { clientId, email: 'agent@example.com' })
  const before = asked(sandbox, 'list_chats').length
  const signIns = asked(sandbox, 'authorize').length
  await user.click(screen.getByRole('button', { name: 'Refresh' }))
  await waitFor(() => expect(hasEnded()).toBe(true))
  expect(asked(sandbox, 'list_chats')).toHaveLength(before + 1)
  expect(asked(sandbox, 'authorize')).toHaveLength(signIns)
})
