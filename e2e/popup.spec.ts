import type { Page } from '@playwright/test'
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

function alert(page: Page) {
  return page.getByRole('alert')
}

test('LiveChat’s page reports a wrong password and keeps the e-mail; the right one continues', async ({
  page,
}) => {
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup, { email: 'agent@example.com', password: 'wrong' })
  await expect(popup.getByRole('alert')).toBeVisible()
  await expect(popup.getByTestId('login-email-input')).toHaveValue('agent@example.com')
  await fillInLogin(popup)
  await expectChats(page)
})

test('an agent who denies access is told so, and can sign in again', async ({ page, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup)
  await popup.getByRole('button', { name: 'Deny' }).click()
  await expect(alert(page)).toContainText('Access was denied')

  const again = await openPopup(page)
  await allow(again)
  await expectChats(page)
})

test('in a redirect, denying access ends on LiveChat’s page, which says so', async ({
  page,
  world,
  stack,
}) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await page.goto('/')
  await page.getByRole('radio', { name: 'Redirect' }).check()
  await signInButton(page).click()
  await fillInLogin(page)
  await page.getByRole('button', { name: 'Deny' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(new URL(page.url()).origin).toBe(stack.accountsUrl)
})

test('LiveChat’s page reports an unknown app, and our page is ready to try again', async ({
  page,
  world,
}) => {
  world.clients.delete(clientId)
  await page.goto('/')
  const popup = await openPopup(page)
  await expect(popup.getByRole('main')).toContainText('client_id_not_found')
  await popup.close()
  await expect(alert(page)).toContainText('closed before you finished')
})

test('closing the window at the sign-in page is noticed within about a second (F3)', async ({
  page,
}) => {
  await page.goto('/')
  const popup = await openPopup(page)
  await expect(popup.getByTestId('login-email-input')).toBeVisible()
  await popup.close()
  await expect(alert(page)).toContainText('closed before you finished')
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'false')
})

test('closing the window while it is still blank is noticed (F3)', async ({
  page,
  stack,
  context,
}) => {
  await context.route(`${stack.accountsUrl}/**`, () => {})
  await page.goto('/')
  // Playwright reports a window once it has loaded something, and this one never does.
  const popup = await page.evaluateHandle(() => {
    const opened: { window: Window | null } = { window: null }
    const { open } = window
    window.open = (...parameters) => {
      opened.window = open(...parameters)
      return opened.window
    }
    return opened
  })
  await signInButton(page).click()
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'true')
  await popup.evaluate(({ window }) => window?.close())
  await expect(alert(page)).toContainText('closed before you finished')
})

test('a blocked window is reported at once, and the redirect it offers signs in (F4)', {
  tag: '@chromium',
}, async ({ page, context }) => {
  await page.addInitScript(() => {
    // A click by script: the browser does not let it open windows.
    const timer = setInterval(() => {
      const button = [...document.querySelectorAll('button')].find((one) =>
        one.textContent?.includes('Sign in with LiveChat'),
      )
      if (!button) return
      clearInterval(timer)
      button.click()
      console.log('clicked')
    }, 50)
  })
  // Evaluating in the page would count as a gesture, so the page itself reports it.
  const clicked = page.waitForEvent('console', (message) => message.text() === 'clicked')
  await page.goto('/')
  await clicked
  await expect(alert(page)).toContainText('blocked the sign-in window')
  expect(context.pages()).toHaveLength(1)
  await page.getByRole('button', { name: 'Use this tab instead' }).click()
  await fillInLogin(page)
  await expectChats(page)
})

test('a window whose link the server cuts does not hang (F5)', { tag: '@chromium' }, async ({
  page,
  world,
}) => {
  world.faults.push({
    endpoint: 'authorize',
    times: 1,
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin' },
  })
  await page.goto('/')
  await openPopup(page)
  await expect(alert(page)).toBeVisible()
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'false')
})

test('a second click brings the same window to the front, and one response settles both (F34)', async ({
  page,
  context,
  world,
}) => {
  await page.goto('/')
  const popup = await openPopup(page)
  await expect(popup.getByTestId('login-email-input')).toBeVisible()
  await signInButton(page).click()
  await signInButton(page).dblclick()
  expect(context.pages()).toHaveLength(2)
  await fillInLogin(popup)
  await expectChats(page)
  expect(world.accessTokens.size).toBe(1)
})

test('offline, the sign-in window closes again and the page says why (F1)', async ({
  page,
  context,
}) => {
  await page.goto('/')
  await context.setOffline(true)
  const popup = await openPopup(page)
  await expect(alert(page)).toContainText('cannot be reached')
  await expect.poll(() => popup.isClosed()).toBe(true)
  expect(context.pages()).toHaveLength(1)
  await context.setOffline(false)
  await fillInLogin(await openPopup(page))
  await expectChats(page)
})

test('an agent who is signed in at LiveChat needs one click and no form', async ({ page }) => {
  await page.goto('/')
  await fillInLogin(await openPopup(page))
  await expectChats(page)
  await page.reload()
  await signInButton(page).click()
  await expectChats(page)
})

test('a pop-up that ends on our own redirect URI completes too', async ({
  page,
  context,
  stack,
}) => {
  // A server that redirects instead of posting: the request goes on without `flow=button`.
  await context.route(`${stack.accountsUrl}/?*`, async (route) => {
    const url = new URL(route.request().url())
    if (url.searchParams.get('flow') !== 'button') return route.continue()
    url.searchParams.set('flow', '')
    return route.fulfill({ status: 302, headers: { location: url.href } })
  })
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup)
  await expectChats(page)
  await expect
    .poll(() => popup.isClosed() || popup.getByText('You can close this window').isVisible())
    .toBe(true)
})
