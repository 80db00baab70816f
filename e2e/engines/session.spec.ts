import { setTokenLifetime } from '../../sandbox/control/control-actions.ts'
import { clientId } from '../support/fixtures.ts'
import { expect, test } from './fixtures.ts'
import {
  chatRows,
  expectChats,
  fillInLogin,
  signedInTab,
  signInButton,
  signInBy,
  signOut,
} from './steps.ts'

test('signing out in one tab signs out the other at once, and LiveChat forgets both tokens', async ({
  tab,
  world,
}) => {
  await signInBy(tab)
  const other = await signedInTab(tab)
  await signOut(other)
  await signInButton(other).appears()
  await signInButton(tab).appears()
  expect(await chatRows(tab).count()).toBe(0)
  await expect.poll(() => world.accessTokens.size).toBe(0)
})

test('after signing out in another tab, Back to a page that was left shows no chat', async ({
  tab,
}) => {
  await signInBy(tab)
  const other = await signedInTab(tab)
  await tab.goto('/examples/')
  await tab.role('heading', 'Sign in with LiveChat, five times').appears()
  await signOut(other)
  await signInButton(other).appears()
  await tab.back()
  await signInButton(tab).appears()
  expect(await chatRows(tab).count()).toBe(0)
})

test('a session at its end keeps the chats on screen, and goes on where the agent was', async ({
  tab,
  world,
}) => {
  setTokenLifetime(world, clientId, 10)
  await signInBy(tab, { at: '/chats?show=active' })
  await expect.poll(() => tab.text(), { timeout: 20_000 }).toContain('Your session has ended')
  expect(await chatRows(tab).count()).toBeGreaterThan(0)
  setTokenLifetime(world, clientId, 28_800)
  await signInButton(tab).click()
  await expect.poll(() => tab.text()).not.toContain('Your session has ended')
  await expectChats(tab)
  await tab.isAt('/chats?show=active')
})

test('a session near its end asks, and Continue renews it', async ({ tab, world }) => {
  setTokenLifetime(world, clientId, 60)
  await signInBy(tab)
  await tab.role('region', 'Your session is about to expire').appears()
  setTokenLifetime(world, clientId, 28_800)
  await tab.role('button', 'Continue').click()
  await tab.role('region', 'Your session is about to expire').disappears()
  await tab.role('timer').says('h')
  await expectChats(tab)
})

test('the code grant renews a refused token without a word', async ({ tab, world }) => {
  await signInBy(tab, { grant: 'Code' })
  const [old] = world.accessTokens.keys()
  world.accessTokens.clear()
  await tab.role('button', 'Refresh').click()
  await expect.poll(() => world.accessTokens.size).toBe(1)
  expect([...world.accessTokens.keys()]).not.toEqual([old])
  expect(await tab.role('alert').texts()).toEqual([])
  await expectChats(tab)
})

test('two tabs share one session, and signing out of one ends it in both', async ({
  tab,
  corePageUrl,
  stack,
  world,
}) => {
  world.clients.get(clientId)?.redirectUris.push(corePageUrl)
  const options = [{ clientId, accountsUrl: stack.accountsUrl, grantType: 'code', shared: true }]
  const address = `${corePageUrl}/?options=${encodeURIComponent(JSON.stringify(options))}`
  await tab.goto(address)
  await tab.css('output').says('signed-out')
  await fillInLogin(await tab.browser.opened(() => tab.role('button', 'First').click()))
  await tab.css('output').says('signed-in')

  const other = await tab.browser.newTab()
  await other.goto(address)
  await other.css('output').says('signed-in')
  expect(world.accessTokens.size).toBe(1)
  await other.script(() => {
    void globalThis.clients[0]?.signOut()
  })
  await tab.css('output').says('signed-out')
  await other.css('output').says('signed-out')
})
