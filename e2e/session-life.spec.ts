import type { Page } from '@playwright/test'
import { setTokenLifetime } from '../sandbox/control/control-actions.ts'
import {
  agent,
  chatList,
  clientId,
  closed,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  test,
} from './support/fixtures.ts'
import {
  continueButton,
  ended,
  openSignedIn,
  prompt,
  signIn,
  signOut,
} from './support/session-steps.ts'
import { authorizations } from './support/world-requests.ts'

const hours8 = 28_800

/** How far the list, or the page it is on, is scrolled. */
function scrolled(page: Page) {
  return chatList(page).evaluate((list) => {
    let element: Element | null = list
    while (element && element.scrollTop === 0) element = element.parentElement
    return element?.scrollTop ?? 0
  })
}

async function scrollAway(page: Page) {
  await chatList(page).hover()
  await page.mouse.wheel(0, 700)
  await expect.poll(() => scrolled(page)).toBe(700)
}

test('an implicit session near its end asks once, and Continue changes nothing else', async ({
  page,
  world,
}) => {
  setTokenLifetime(world, clientId, 20)
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Active' }).check()
  await expectChats(page)
  await expect(prompt(page)).toContainText(/Your session expires in \d+ s/)
  await expect(page.getByText('Click Continue to stay signed in.')).toBeAttached()
  await scrollAway(page)

  setTokenLifetime(world, clientId, hours8)
  const opened = page.waitForEvent('popup')
  await continueButton(page).click()
  const popup = await opened
  await closed(popup)
  await expect(prompt(page)).toBeHidden()
  await expect(page.getByRole('timer')).toContainText('h')
  await expect(page).toHaveURL('/chats?show=active')
  expect(await scrolled(page)).toBe(700)
  expect(authorizations(world).at(-1)?.get('prompt')).toBeNull()
})

test('a session by redirect that is near its end from the start asks too', async ({
  page,
  world,
}) => {
  setTokenLifetime(world, clientId, 20)
  await signIn(page, { flow: 'Redirect' })
  await expect(prompt(page)).toContainText('Your session expires in')
})

test('after the session has ended, the prompt signs in again with the same grant in the same place', async ({
  page,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Active' }).check()
  await expectChats(page)
  await scrollAway(page)
  await page.clock.fastForward('08:00:01')
  await expect(ended(page)).toBeVisible()
  await expect(prompt(page)).toBeHidden()
  await expect(chatList(page).getByRole('listitem').first()).toBeVisible()
  await signInButton(page).click()
  await expect(ended(page)).toBeHidden()
  expect(await scrolled(page)).toBe(700)
  await expect(page).toHaveURL('/chats?show=active')
  expect(authorizations(world).at(-1)?.get('response_type')).toBe('token')
  expect(authorizations(world).at(-1)?.get('organization_id')).toBe(
    world.clients.get(clientId)?.organizationId,
  )
})

test('a reload offers to continue as the agent, with one click in the same grant', async ({
  page,
  world,
}) => {
  await signIn(page, { grantType: 'Code' })
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
  await page.goto('/chats?show=active')
  await page.getByRole('button', { name: 'Continue as Ada Agent' }).click()
  await expectChats(page)
  await expect(page).toHaveURL('/chats?show=active')
  const last = authorizations(world).at(-1)
  expect(last?.get('response_type')).toBe('code')
  expect(last?.get('email')).toBe('agent@example.com')
})

test('signing in with another account asks for its password although LiveChat knows this one', async ({
  page,
}) => {
  await signIn(page)
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
  await page.reload()
  await page.getByRole('button', { name: 'Use another account' }).click()
  const popup = await openPopup(page)
  await fillInLogin(popup, { email: 'smith@example.com', password: 'sandbox' })
  await expectChats(page)
  await expect(page.getByRole('banner')).toContainText('Agent Smith')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Continue as Agent Smith' })).toBeVisible()
})

test('signing out removes the hint in every tab', async ({ page, context }) => {
  await openSignedIn(page)
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('button', { name: 'Continue as Ada Agent' })).toBeVisible()
  await signOut(page)
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('@')
})

test('after signing out here and at LiveChat, the agent who signs in next comes back to the page', async ({
  page,
}) => {
  await signIn(page)
  await signOut(page)
  await page.getByRole('button', { name: 'Sign out of LiveChat too' }).click()
  await fillInLogin(page, { email: 'smith@example.com', password: 'sandbox' })
  await expectChats(page)
  await expect(page.getByRole('banner')).toContainText('Agent Smith')
})

test('the redirect offered for a blocked pop-up uses a code, which leaves no token in the history', {
  tag: '@chromium',
}, async ({ page, world }) => {
  await page.addInitScript(() => {
    window.open = () => null
  })
  await page.goto('/chats?show=active')
  await signInButton(page).click()
  await page.getByRole('button', { name: 'Use this tab instead' }).click()
  await fillInLogin(page)
  await expectChats(page)
  await expect(page).toHaveURL('/chats?show=active')
  expect(authorizations(world)[0]?.get('response_type')).toBe('code')
})

test('Continue keeps the agent on this page although another one signed in in another tab', async ({
  page,
  context,
  world,
}) => {
  setTokenLifetime(world, clientId, 55)
  await signIn(page)
  await expect(page.getByRole('banner')).toContainText('Ada Agent')

  const other = await context.newPage()
  await other.goto('/')
  await other.getByRole('button', { name: 'Use another account' }).click()
  await fillInLogin(await openPopup(other), { email: 'smith@example.com', password: 'sandbox' })
  await expectChats(other)
  await expect(other.getByRole('banner')).toContainText('Agent Smith')

  await continueButton(page).click()
  await expect(prompt(page).getByRole('alert')).toContainText('a different account')
  await expectChats(page)
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
  expect(authorizations(world).at(-1)?.get('email')).toBe(agent.email)
  await expect.poll(() => world.accessTokens.size).toBe(2)

  setTokenLifetime(world, clientId, 28_800)
  const opened = page.waitForEvent('popup')
  await continueButton(page).click()
  await fillInLogin(await opened)
  await expect(prompt(page)).toBeHidden()
  await expectChats(page)
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
})
