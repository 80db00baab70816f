import type { Page } from '@playwright/test'
import { revokeTokens, setTokenLifetime } from '../sandbox/control/control-actions.ts'
import type { World } from '../sandbox/world/world.ts'
import { agent, chatList, clientId, expect, runningStack, test } from './support/fixtures.ts'
import { ended, openSignedIn, signIn } from './support/session-steps.ts'
import { inboxOf, say } from './support/world-inbox.ts'
import { asked, tokenRequests } from './support/world-requests.ts'

const row = (page: Page, text: string) =>
  chatList(page).getByRole('listitem').filter({ hasText: text })
const notice = (page: Page) => page.getByText(/^Live updates/)

function ownChat(world: World): string {
  const own = inboxOf(world)
    .index.all()
    .find(({ active, present }) => active && present.includes(agent.email))
  if (!own) throw new Error('the sandbox has no such chat')
  return own.id
}

/** The agent looks at the page again. */
async function look(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
}

/** Waits for a connection that is not one of those before. */
async function connected(...before: unknown[]) {
  const others = () =>
    [...runningStack().sandbox.rtm.connections].filter(
      (one) => one.session && !before.includes(one),
    )
  await expect.poll(() => others().length).toBe(1)
  const [connection] = others()
  if (!connection) throw new Error('There is one.')
  return connection
}

test('after LiveChat ended the connection the agent is connected again, and nothing is missed', async ({
  page,
  world,
}) => {
  // In the implicit grant a token that has ended ends the session.
  await signIn(page, { grantType: 'Code', at: '/chats?show=mine' })
  const chatId = ownChat(world)
  let connection = await connected()
  for (const reason of [
    'access_token_expired',
    'connection_timeout',
    'internal_error',
    'too_many_unauthorized_connections',
    'role_permissions_changed',
    'new_in_2030',
  ]) {
    await test.step(reason, async () => {
      connection.disconnect(reason)
      say(world, chatId, `Said after ${reason}.`)
      await expect(row(page, `Said after ${reason}.`)).toBeVisible()
      connection = await connected(connection)
      say(world, chatId, `And on after ${reason}.`)
      await expect(row(page, `And on after ${reason}.`)).toBeVisible()
    })
  }
  await expect(notice(page)).toBeHidden()
})

test('an agent who is connected elsewhere, or turned off from there, is connected at their wish alone', async ({
  page,
  world,
}) => {
  await openSignedIn(page, { at: '/chats?show=mine' })
  const elsewhere = 'Live updates moved to another window or app. Checking every 10 seconds.'
  const turnedOff = 'Live updates were turned off from another place. Checking every 10 seconds.'
  let connection = await connected()
  for (const [reason, words] of [
    ['agent_disconnected_by_server', elsewhere],
    ['connection_evicted', elsewhere],
    ['too_many_connections', elsewhere],
    ['agent_logged_out_remotely', turnedOff],
  ] as const) {
    await test.step(reason, async () => {
      const logins = asked(world, 'login').length
      connection.disconnect(reason)
      await expect(page.getByText(words)).toBeVisible()
      await look(page)
      expect(asked(world, 'login')).toHaveLength(logins)
      await page.getByRole('button', { name: 'Turn on here' }).click()
      connection = await connected(connection)
      await expect(notice(page)).toBeHidden()
    })
  }
})

for (const reason of [
  'license_expired',
  'license_not_found',
  'unsupported_version',
  'misdirected_connection',
]) {
  test(`after ${reason} without more the page polls, and says so`, async ({ page, world }) => {
    await page.clock.install()
    await openSignedIn(page, { at: '/chats?show=mine' })
    const connection = await connected()
    connection.disconnect(reason)
    await expect(
      page.getByText('Live updates are unavailable. Checking every 10 seconds.'),
    ).toBeVisible()
    await look(page)
    say(world, ownChat(world), 'Found by asking.')
    await page.clock.runFor(11_000)
    await expect(row(page, 'Found by asking.')).toBeVisible()
    expect(asked(world, 'login')).toHaveLength(1)
  })
}

test('after misdirected_connection the agent is connected in the region LiveChat names', async ({
  page,
  world,
}) => {
  await openSignedIn(page, { at: '/chats?show=mine' })
  const connection = await connected()
  connection.disconnect('misdirected_connection', { region: 'dal' })
  await connected(connection)
  const regions = asked(world, 'login').map(({ url }) => new URL(url).searchParams.get('region'))
  expect(regions).toEqual([null, 'dal'])
  say(world, ownChat(world), 'Moved house?')
  await expect(row(page, 'Moved house?')).toBeVisible()
})

test('after access_token_revoked nobody connects until the agent has signed in again', async ({
  page,
  world,
}) => {
  await openSignedIn(page, { at: '/chats?show=mine' })
  const connection = await connected()
  const [, token = ''] = connection.session?.authorization.split(' ') ?? []
  revokeTokens(world, { token })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(ended(page)).toBeVisible()
  expect(asked(world, 'login')).toHaveLength(1)
})

test('a renewed token is told on the same connection', async ({ page, world }) => {
  setTokenLifetime(world, clientId, 8)
  await signIn(page, { grantType: 'Code', at: '/chats?show=mine' })
  const connection = await connected()
  const before = connection.session?.authorization
  const renewals = tokenRequests(world).length
  await expect.poll(() => tokenRequests(world).length).toBeGreaterThan(renewals)
  await look(page)
  await expect.poll(() => asked(world, 'update_session').length).toBeGreaterThan(0)
  expect(connection.session?.authorization).not.toBe(before)
  expect(await connected()).toBe(connection)
  say(world, ownChat(world), 'Still there?')
  await expect(row(page, 'Still there?')).toBeVisible()
})

test('an agent whose machine slept sees what was missed as soon as they look', async ({
  page,
  context,
  world,
}) => {
  await openSignedIn(page, { at: '/chats?show=mine' })
  const connection = await connected()
  const debug = await context.newCDPSession(page)
  await debug.send('Page.setWebLifecycleState', { state: 'frozen' })
  // The network was gone before the connection could be closed.
  connection.silence()
  say(world, ownChat(world), 'Good morning.')
  await debug.send('Page.setWebLifecycleState', { state: 'active' })
  await look(page)
  await expect(row(page, 'Good morning.')).toBeVisible()
  await connected(connection)
})
