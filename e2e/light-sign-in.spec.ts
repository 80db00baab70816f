import type { Page } from '@playwright/test'
import {
  chatList,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  test,
} from './support/fixtures.ts'
import { leaveForLiveChat } from './support/session-steps.ts'

/** A picture of the page without the button, whose text changes. */
const looksOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, main, main h1, main legend, main label')].map((one) => {
      const { color, backgroundColor, font, padding, borderRadius } = getComputedStyle(one)
      const { width } = one.getBoundingClientRect()
      return [one.tagName, color, backgroundColor, font, padding, borderRadius, width]
    }),
  )

/** Waits for the request of the signed-in pages. */
function deskOf(page: Page) {
  return {
    styles: page.waitForResponse((response) => /signed-in.*\.css$/.test(response.url())),
    script: page.waitForResponse((response) => /signed-in.*\.js$/.test(response.url())),
  }
}

/** Records in the page whether a waiting message is shown. */
function watchForWaiting() {
  new MutationObserver(() => {
    if (document.body?.textContent.includes('Opening your inbox'))
      document.documentElement.dataset.waited = ''
  }).observe(document, { childList: true, subtree: true })
}

async function expectNoWait(page: Page) {
  await expect(page.locator('html')).not.toHaveAttribute('data-waited')
}

for (const address of ['/', '/nowhere']) {
  test(`${address} loads none of the signed-in pages`, async ({ page }) => {
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
    await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(loaded.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(1)
    expect(loaded.filter((path) => path.includes('signed-in'))).toEqual([])
  })
}

test('they load while the agent signs in, and the sign-in page looks the same', async ({
  page,
}) => {
  await page.goto('/')
  await expect(signInButton(page)).toBeVisible()
  const before = await looksOf(page)
  const { styles, script } = deskOf(page)
  const popup = await openPopup(page)
  await expect(popup.getByTestId('login-email-input')).toBeVisible()
  await Promise.all([styles, script])
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.styleSheets].some((one) => /signed-in/.test(one.href ?? '')),
      ),
    )
    .toBe(true)
  expect(await looksOf(page)).toEqual(before)
  await fillInLogin(popup)
  await expect(page).toHaveURL('/chats')
})

test('once they are loaded no waiting message is shown', async ({ page }) => {
  await page.goto('/')
  const { styles, script } = deskOf(page)
  const popup = await openPopup(page)
  await styles
  await page.evaluate((url) => import(url).then(() => undefined), (await script).url())
  await page.evaluate(watchForWaiting)
  await fillInLogin(popup)
  await expectChats(page)
  await expectNoWait(page)
})

test('a load that failed at first is tried again', async ({ page }) => {
  await signInWithoutDesk(page, 1)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chats')
  await expect(page.getByRole('button', { name: 'Reload page' })).toHaveCount(0)
  await expect(chatList(page)).toBeVisible()
})

test('a load that keeps failing is reported, with what to do', async ({ page }) => {
  await signInWithoutDesk(page, 9)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Couldn’t load part of this page',
  )
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload page' }).click()
  await expect(signInButton(page)).toBeVisible()
})

/** Makes loading the signed-in pages fail a number of times. */
async function signInWithoutDesk(page: Page, times: number) {
  await page.route(/signed-in.*\.js/, (route) => route.abort(), { times })
  await page.goto('/')
  const failed = page.waitForEvent('requestfailed')
  const popup = await openPopup(page)
  await failed
  await fillInLogin(popup)
}

for (const grant of ['Implicit', 'Code'] as const) {
  test(`back from LiveChat with the ${grant} grant the chats are shown without another wait`, async ({
    page,
  }) => {
    await leaveForLiveChat(page, grant)
    await page.addInitScript(watchForWaiting)
    await fillInLogin(page)
    await expectChats(page)
    await expectNoWait(page)
  })
}
