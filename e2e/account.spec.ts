import type { Browser, Page } from '@playwright/test'
import { revokeTokens, setTokenLifetime } from '../sandbox/control/control-actions.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import {
  agent,
  allow,
  chatList,
  clientId,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  test,
} from './support/fixtures.ts'
import { ended, openSignedIn } from './support/session-steps.ts'

const northwind = '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11'
const jones = { email: 'jones@example.com', password: 'sandbox' }

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const sessions = (page: Page) => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
const dialog = (page: Page) => page.getByRole('dialog')

async function openAccount(page: Page, person = agent) {
  await openSignedIn(page, { as: person })
  await page.getByRole('link', { name: person.email }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account')
}

/** The same agent in a second browser. */
async function signInElsewhere(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
  })
  const page = await context.newPage()
  await openSignedIn(page)
  return page
}

function clientIn(world: World) {
  const client = world.clients.get(clientId)
  if (!client) throw new RangeError('The sandbox has no such client.')
  return client
}

test('an agent who refuses an optional scope works without it, and grants it later', async ({
  page,
  world,
}) => {
  const client = clientIn(world)
  const optionalScopes = ['sessions--my:rw', 'agents--my:rw']
  client.visibility = 'public'
  client.scopes = client.scopes.filter((scope) => !optionalScopes.includes(scope))
  client.optionalScopes = optionalScopes
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup)
  const choices = popup.getByRole('group', { name: 'You choose whether it may also' })
  await expect(choices.getByRole('checkbox')).toHaveCount(2)
  await expectNothingSeriousInAnyLook(popup, [320, 500])
  const sessionsScope = choices.getByRole('checkbox', { name: 'See where you are signed in' })
  await sessionsScope.focus()
  await popup.keyboard.press('Space')
  await expect(sessionsScope).not.toBeChecked()
  await allow(popup)
  await expectChats(page)

  await page.getByRole('link', { name: agent.email }).click()
  const panel = section(page, 'Where you’re signed in')
  await expect(panel).toContainText('sessions--my:ro')
  const again = page.waitForEvent('popup')
  await signInButton(panel).click()
  const consent = await again
  await consent.getByRole('checkbox', { name: 'See where you are signed in' }).check()
  await allow(consent)
  await expect(sessions(page)).toHaveCount(1)
})

test('another session is signed out only after a confirmation', async ({
  page,
  browser,
  baseURL,
  world,
}) => {
  const elsewhere = await signInElsewhere(browser, baseURL)
  await openAccount(page)
  await expect(sessions(page)).toHaveCount(2)
  const other = sessions(page).filter({ hasText: 'Firefox on Windows' })
  await expect(other).toContainText('Sign in with LiveChat')
  await expect(sessions(page).filter({ hasText: 'This session' })).toHaveCount(1)

  const signOut = page.getByRole('button', { name: 'Sign out of Firefox on Windows' })
  await signOut.click()
  await expect(dialog(page)).toContainText('Firefox on Windows will be signed out of LiveChat')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(signOut).toBeFocused()
  expect(world.sessions.size).toBe(2)

  await signOut.click()
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(dialog(page)).toBeHidden()
  await expect(sessions(page)).toHaveCount(1)
  expect(world.sessions.size).toBe(1)
  expect(world.accessTokens.size).toBe(1)
  await expect(page.getByRole('heading', { name: 'Where you’re signed in' })).toBeFocused()

  await elsewhere.getByRole('button', { name: 'Refresh' }).click()
  await expect(ended(elsewhere)).toBeVisible()
  await elsewhere.context().close()
})

async function switchToNorthwind(page: Page) {
  await page.getByLabel('Organization ID').fill(northwind)
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Switch', exact: true }).click()
  await allow(await opened)
  await expect(page.getByText('You’re now in Northwind Coffee.')).toBeVisible()
}

/** The names on the rendered rows. */
function customers(page: Page) {
  return chatList(page)
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('bdi')?.textContent ?? ''))
}

async function openAccountInAcme(page: Page, world: World) {
  clientIn(world).visibility = 'public'
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup, jones)
  await allow(popup)
  await expectChats(page)
  const inAcme = await customers(page)
  await page.getByRole('link', { name: jones.email }).click()
  await expect(section(page, 'Organization')).toContainText('Acme Outdoor')
  return inAcme
}

test('chats of one organization are never shown in the other, not even late ones (A37)', async ({
  page,
  world,
}) => {
  await openAccountInAcme(page, world)
  await page.getByRole('link', { name: 'Chats', exact: true }).click()
  await expectChats(page)
  const acmeAnswer = page.waitForResponse(/list_chats/)
  world.faults.push({ endpoint: 'list_chats', times: 1, delay: 1500 })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('link', { name: jones.email }).click()
  await switchToNorthwind(page)

  const known = new Set(
    world.inboxes
      .get(northwind)
      ?.index.all()
      .map((one) => one.id),
  )
  await page.getByRole('link', { name: 'Chats', exact: true }).click()
  await expectChats(page)
  const addresses = () =>
    chatList(page)
      .getByRole('link')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      )
  await acmeAnswer.catch(() => {})
  const shown = (await addresses()).map((one) => one.split('/').at(-1) ?? '')
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter((id) => !known.has(id))).toEqual([])
})

test('axe finds nothing serious in any state of the account page, in any width or colours', async ({
  page,
  world,
}) => {
  const widths = [1280, 490, 360]
  setTokenLifetime(world, clientId, 28_700)
  await openSignedIn(page)
  await expect(page.getByRole('timer')).toContainText('7 hr 59 min')
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
  setTokenLifetime(world, clientId, 45)
  await page.goto('/account')
  await expectNothingSeriousInAnyLook(page, widths)
  await signInButton(page).click()
  await expect(sessions(page)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(page.getByText(/^This session is active/)).toBeVisible()
  await expectNothingSeriousInAnyLook(page, widths)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expectNothingSeriousInAnyLook(page, widths)
  await page.keyboard.press('Escape')
  revokeTokens(world, { clientId })
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(ended(page)).toBeVisible()
  await expectNothingSeriousInAnyLook(page, widths)
})
