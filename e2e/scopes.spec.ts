import type { World } from '../sandbox/world/world.ts'
import {
  allow,
  clientId,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  test,
} from './support/fixtures.ts'
import { test as otherBuildTest } from './support/other-build.ts'
import { ended, openSignedIn } from './support/session-steps.ts'
import { asked, authorizations } from './support/world-requests.ts'

function clientIn(world: World) {
  const client = world.clients.get(clientId)
  if (!client) throw new RangeError('The sandbox has no such client.')
  return client
}

/** The scopes of a sign-in, and the requests the page then sends. */

otherBuildTest(
  'an app that names its scopes asks for a missing one beside them, and keeps what it has',
  async ({ page, world, serveOtherBuild }) => {
    const named = 'chats--access:ro,agents--my:ro'
    clientIn(world).scopes = [...named.split(','), 'accounts--my:ro', 'sessions--my:ro']
    const url = await serveOtherBuild({ VITE_LIVECHAT_SCOPES: named })
    await page.goto(url)
    await fillInLogin(await openPopup(page))
    await expectChats(page)
    await page.getByRole('link', { name: 'Your account' }).click()
    const asks = page.getByRole('button', { name: 'Sign in with LiveChat' })
    const who = page.getByRole('region', { name: 'Profile', exact: true })
    await expect(who).toContainText('accounts--my:ro')

    let popup = page.waitForEvent('popup')
    await asks.first().click()
    await allow(await popup)
    await expect(who).toContainText('Ada Agent')

    const sessions = page.getByRole('region', { name: 'Where you’re signed in' })
    popup = page.waitForEvent('popup')
    await sessions.getByRole('button').first().click()
    await allow(await popup)
    await expect(sessions.getByRole('listitem')).toHaveCount(1)
    await expect(who).toContainText('Ada Agent')
    world.accessTokens.clear()
    await page.getByRole('link', { name: 'Chats' }).click()
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(ended(page)).toBeVisible()
    popup = page.waitForEvent('popup')
    await signInButton(page).click()
    await popup
    await expect(ended(page)).toBeHidden()
    await page
      .getByRole('banner')
      .getByRole('link', { name: /Ada Agent/ })
      .click()
    await expect(sessions.getByRole('listitem')).toHaveCount(1)
    expect([...new Set(authorizations(world).map((one) => one.get('scope')))]).toEqual([
      named,
      `${named},accounts--my:ro`,
      `${named},accounts--my:ro,sessions--my:ro`,
    ])
  },
)

test('nothing is requested that the scopes do not allow', async ({ page, world }) => {
  clientIn(world).scopes = ['chats--access:ro']
  await openSignedIn(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  await expect(page.getByText('This sign-in can’t show your profile')).toBeVisible()
  await expect(page.getByText('This sign-in can’t list your sessions')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Organization' })).toContainText('Acme Outdoor')
  for (const endpoint of ['accounts/me', 'sessions', 'get_agent', 'get_customer']) {
    expect(asked(world, endpoint), endpoint).toEqual([])
  }
  expect(world.requests.filter((one) => one.status === 403)).toEqual([])
})
