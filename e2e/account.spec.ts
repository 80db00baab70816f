import type { Browser, Page } from '@playwright/test'
import { revokeTokens, setTokenLifetime } from '../sandbox/control/control-actions.ts'
import type { World } from '../sandbox/world/world.ts'
import { expectNothingSerious } from './support/axe.ts'
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
import { ended, openSignedIn, signIn } from './support/session-steps.ts'

const acme = '390e44e6-f1e6-4368-b6dd-74c14508c2e4'
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

test('the page shows who is signed in, their organization, sessions and scopes', async ({
  page,
  world,
}) => {
  await openAccount(page)
  await expect(section(page, 'Profile')).toContainText('Ada Agent')
  await expect(section(page, 'Profile')).toContainText('agent@example.com')
  await expect(section(page, 'Profile')).toContainText('RoleAgent')
  await expect(section(page, 'Organization')).toContainText('Acme Outdoor')
  await expect(section(page, 'Organization')).toContainText(acme)
  await expect(section(page, 'This session')).toContainText('United States')
  const scopes = section(page, 'Permissions').getByRole('listitem')
  await expect(scopes).toHaveCount(clientIn(world).scopes.length)
  await expect(scopes.filter({ hasText: 'sessions--my:rw' })).toContainText('sign you out there')
})

for (const [scope, role] of [
  ['agents--my:ro', 'Owner'],
  ['accounts.roles--all:ro', 'Administrator'],
] as const) {
  test(`the role is shown with the scope ${scope}, as far as that knows it`, async ({
    page,
    world,
  }) => {
    clientIn(world).scopes = ['chats--access:ro', 'accounts--my:ro', scope]
    await openAccount(page, { email: 'smith@example.com', password: 'sandbox' })
    await expect(section(page, 'Profile')).toContainText(`Role${role}`)
  })
}

test('without its scope the role is neither requested nor shown', async ({ page, world }) => {
  clientIn(world).scopes = ['chats--access:ro', 'accounts--my:ro']
  await openAccount(page)
  await expect(section(page, 'Profile')).toContainText('Ada Agent')
  await expect(page.getByText('Role')).toBeHidden()
  expect(world.requests.filter((one) => one.endpoint === 'get_agent')).toEqual([])
})

test('the time left counts down by seconds and is not announced', async ({ page }) => {
  await openAccount(page)
  const timer = section(page, 'This session').getByRole('timer')
  const before = await timer.textContent()
  await expect(timer).not.toHaveText(before ?? '')
  await expect(timer).toHaveText(/^7:59:\d\d$/)
  await expect(timer).not.toHaveAttribute('aria-live')
})

test('a lifetime LiveChat did not give is marked as assumed', async ({ page, world }) => {
  world.faults.push({ endpoint: 'info', times: 9, status: 500 })
  await signIn(page)
  await page.getByRole('link', { name: agent.email }).click()
  await expect(section(page, 'This session')).toContainText('Estimated')
  world.faults.length = 0
})

test('the token is nowhere on the page', async ({ page, world }) => {
  await openAccount(page)
  await expect(sessions(page)).toHaveCount(1)
  const html = await page.content()
  for (const token of world.accessTokens.keys()) {
    expect(html).not.toContain(token)
    expect(html).not.toContain(token.slice(4))
  }
})

test('checking the session shows LiveChat’s result in words', async ({ page, world }) => {
  await openAccount(page)
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(
    page.getByText(/^This session is active\. It expires in .*\. It has 5 scopes\.$/),
  ).toBeVisible()

  world.faults.push({ endpoint: 'info', times: 1, status: 500 })
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(page.getByRole('alert')).toContainText('LiveChat had a problem')

  revokeTokens(world, { clientId })
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(ended(page)).toBeVisible()
  await expect(section(page, 'Profile')).toContainText('Ada Agent')
  await expect(page.getByRole('button', { name: 'Validate session' })).toBeDisabled()
})

test('revoking ends the session there and here', async ({ page, world }) => {
  await openAccount(page)
  await page.getByRole('button', { name: 'Revoke session' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  await expect.poll(() => world.accessTokens.size).toBe(0)
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

test('signing out of the session in use signs this page out', async ({ page, world }) => {
  await openAccount(page)
  await page.getByRole('button', { name: /^Sign out .* \(this session\)$/ }).click()
  await expect(dialog(page)).toContainText('This is your current session')
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  expect(world.sessions.size).toBe(0)
  expect(world.accessTokens.size).toBe(0)
})

test('signing out everywhere leaves no session and no token', async ({
  page,
  browser,
  baseURL,
  world,
}) => {
  const elsewhere = await signInElsewhere(browser, baseURL)
  await openAccount(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  expect(world.sessions.size).toBe(0)
  expect(world.accessTokens.size).toBe(0)
  await elsewhere.context().close()
})

test('a sign-out that LiveChat refuses says why, and can be tried again', async ({
  page,
  world,
}) => {
  await openAccount(page)
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  world.faults.push({ endpoint: 'sessions', times: 1, status: 500 })
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('LiveChat had a problem')
  expect(world.accessTokens.size).toBe(1)
  await dialog(page).getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL('/')
  expect(world.accessTokens.size).toBe(0)
})

test('what could not be loaded says so in its place, and loads on request', async ({
  page,
  world,
}) => {
  world.faults.push({ endpoint: 'sessions', times: 1, status: 503 })
  await openAccount(page)
  const list = section(page, 'Where you’re signed in')
  await expect(list.getByRole('alert')).toContainText('Your sessions couldn’t be loaded')
  await expect(section(page, 'Organization')).toContainText('Acme Outdoor')
  await list.getByRole('button', { name: 'Try again' }).click()
  await expect(sessions(page)).toHaveCount(1)
})

test('offline, the page says so, keeps what it has and reports what fails', async ({
  page,
  context,
}) => {
  await openAccount(page)
  await expect(sessions(page)).toHaveCount(1)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(page.getByText('You’re offline')).toBeVisible()
  await expect(page.getByText(/LiveChat cannot be reached/)).toBeVisible()
  await expect(section(page, 'Profile')).toContainText('Ada Agent')
  await context.setOffline(false)
  await expect(page.getByText('You’re offline')).toBeHidden()
})

test('a missing scope is named with its purpose, and consent grants it', async ({
  page,
  world,
}) => {
  const client = clientIn(world)
  const all = client.scopes
  client.scopes = ['chats--access:ro']
  await openSignedIn(page)
  await page.getByRole('link', { name: 'Your account' }).click()
  const who = section(page, 'Profile')
  await expect(who).toContainText('accounts--my:ro')
  await expect(who).toContainText('show your name')
  await expect(section(page, 'Where you’re signed in')).toContainText('sessions--my:ro')

  client.scopes = all
  const opened = page.waitForEvent('popup')
  await who.getByRole('button', { name: 'Sign in with LiveChat' }).click()
  const popup = await opened
  await expect(popup).toHaveURL(/[?&]prompt=consent(&|$)/)
  await allow(popup)
  await expect(who).toContainText('Ada Agent')
  await expect(sessions(page)).toHaveCount(1)
})

test('a sign-in with read access to sessions names the scope to end them', async ({
  page,
  world,
}) => {
  clientIn(world).scopes = ['chats--access:ro', 'accounts--my:ro', 'sessions--my:ro']
  await openAccount(page)
  await expect(sessions(page)).toHaveCount(1)
  await expect(section(page, 'Where you’re signed in')).toContainText('sessions--my:rw')
  await expect(page.getByRole('button', { name: 'Sign out everywhere' })).toBeHidden()
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

test('an agent of two organizations switches to the other and back', async ({ page, world }) => {
  await openAccountInAcme(page, world)
  await expect(page.getByLabel('Organization ID')).toHaveAccessibleDescription(/ask a colleague/)
  await switchToNorthwind(page)
  await expect(section(page, 'Organization')).toContainText(northwind)
  await expect(section(page, 'This session')).toContainText('Europe')
  const tokens = [...world.accessTokens.values()]
  expect(tokens.map((one) => one.organizationId)).toEqual([northwind])

  await page.getByRole('button', { name: 'Switch to Acme Outdoor' }).click()
  await expect(page.getByText('You’re now in Acme Outdoor.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Switch to Northwind Coffee' })).toBeVisible()

  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(await kept()).toContain('Northwind')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(signInButton(page)).toBeVisible()
  expect(await kept()).not.toContain('Northwind')
  expect(await kept()).not.toContain('@')
})

test('chats of one organization are never shown in the other, not even late ones (A37)', async ({
  page,
  world,
}) => {
  await openAccountInAcme(page, world)
  await page.getByRole('link', { name: 'Chats', exact: true }).click()
  await expectChats(page)
  const acmeAnswer = page.waitForResponse(/list_chats/)
  world.faults.push({ endpoint: 'list_chats', times: 1, delay: 3000 })
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

test('an organization that LiveChat refuses says why, and the current one stays', async ({
  page,
  world,
}) => {
  await openAccountInAcme(page, world)
  await page.getByLabel('Organization ID').fill('00000000-0000-4000-8000-000000000000')
  await page.getByRole('button', { name: 'Switch', exact: true }).click()
  await expect(section(page, 'Organization').getByRole('alert')).toContainText('Access was denied')
  await expect(section(page, 'Organization')).toContainText('Acme Outdoor')
  await page.getByRole('button', { name: 'Validate session' }).click()
  await expect(page.getByText(/^This session is active/)).toBeVisible()
})

test('a deep link to the account page signs in and returns to it', async ({ page }) => {
  await page.goto('/account')
  await fillInLogin(await openPopup(page))
  await expect(page).toHaveURL('/account')
  await expect(section(page, 'Profile')).toContainText('Ada Agent')
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1280, 490, 360]) {
    test.describe(`in ${colorScheme} colours, ${width} wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } })

      test('axe finds nothing serious in any state of the account page', async ({
        page,
        world,
      }) => {
        setTokenLifetime(world, clientId, 28_700)
        await openSignedIn(page)
        await expect(page.getByRole('timer')).toContainText('7 h 59 min')
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        setTokenLifetime(world, clientId, 45)
        await page.goto('/account')
        await expectNothingSerious(page)
        await signInButton(page).click()
        await expect(sessions(page)).toHaveCount(1)
        await expect(page.getByRole('button', { name: 'Continue', exact: true })).toBeVisible()
        await page.getByRole('button', { name: 'Validate session' }).click()
        await expect(page.getByText(/^This session is active/)).toBeVisible()
        await expectNothingSerious(page)
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
        await page.getByRole('button', { name: 'Sign out everywhere' }).click()
        await expectNothingSerious(page)
        await page.keyboard.press('Escape')
        revokeTokens(world, { clientId })
        await page.getByRole('button', { name: 'Validate session' }).click()
        await expect(ended(page)).toBeVisible()
        await expectNothingSerious(page)
      })
    })
  }
}
