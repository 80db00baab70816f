import type { Page } from '@playwright/test'
import { withResolvers } from '../src/older-browsers/index.ts'
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

/** Keeps the signed-in pages from arriving until it is told otherwise. */
async function holdBack(page: Page): Promise<() => void> {
  const { promise: released, resolve } = withResolvers<void>()
  await page.route(
    ({ href }) => isOfSignedIn(href),
    async (route) => {
      await released
      await route.continue()
    },
  )
  return resolve
}

/** Records in the page whether a waiting message is shown. */
function watchForWaiting() {
  new MutationObserver(() => {
    if (document.querySelector('output.plain-message')) document.documentElement.dataset.waited = ''
  }).observe(document, { childList: true, subtree: true })
}

async function expectNoWait(page: Page) {
  await expect(page.locator('html')).not.toHaveAttribute('data-waited')
}

const isOfSignedIn = (url: string) => /\/assets\/signed-in/.test(url)

test('/nowhere loads none of the signed-in pages', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto('/nowhere', { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(loaded.filter((url) => url.includes('/assets/')).length).toBeGreaterThan(1)
  expect(loaded.filter(isOfSignedIn)).toEqual([])
})

test('the sign-in page is drawn before the signed-in pages are asked for', async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('.sign-in-button')) return
      performance.mark('drawn')
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const { drawn, asked } = await page.evaluate(() => ({
    drawn: performance.getEntriesByName('drawn')[0]?.startTime,
    asked: performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\/assets\/(signed-in|routed)/.test(name))
      .map(({ startTime }) => startTime),
  }))
  expect(asked.length).toBeGreaterThan(1)
  expect(Math.min(...asked)).toBeGreaterThan(drawn ?? Number.POSITIVE_INFINITY)
})

test('once they are loaded the sign-in page looks the same', async ({ page }) => {
  const release = await holdBack(page)
  await page.goto('/')
  await expect(signInButton(page)).toBeVisible()
  const before = await looksOf(page)
  release()
  await expect
    .poll(() =>
      page.evaluate(() =>
        [...document.styleSheets].some((one) => /signed-in/.test(one.href ?? '')),
      ),
    )
    .toBe(true)
  expect(await looksOf(page)).toEqual(before)
})

test('once they are loaded no waiting message is shown', async ({ page }) => {
  const { styles, script } = deskOf(page)
  await page.goto('/')
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
  await signInWithoutDesk(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Couldn’t load part of this page',
  )
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Reload page' }).click()
  await expect(signInButton(page)).toBeVisible()
})

/** Makes loading the signed-in pages fail a number of times, or always. */
async function signInWithoutDesk(page: Page, times = Number.POSITIVE_INFINITY) {
  await page.route(/signed-in.*\.js/, (route) => route.abort(), { times })
  const failed = page.waitForEvent('requestfailed')
  await page.goto('/')
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
