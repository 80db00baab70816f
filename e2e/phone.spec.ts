import type { Page } from '@playwright/test'
import { agent, expect, expectChats, signInButton, test } from './support/fixtures.ts'

test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true })

/** Types into LiveChat's sign-in page as on a phone: each field is tapped first. */
async function fillInByTouch(page: Page): Promise<void> {
  for (const [field, text] of [
    ['email', agent.email],
    ['password', agent.password],
  ] as const) {
    const input = page.getByTestId(`login-${field}-input`)
    await input.tap()
    await input.pressSequentially(text)
  }
  await expectToFit(page)
  await page.getByTestId('login-submit-button').tap()
}

/** Nothing is wider than the screen. */
async function expectToFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
}

for (const flow of ['Popup', 'Redirect'] as const) {
  test(`on a phone an agent signs in by touch, ${flow}`, async ({ page }) => {
    await page.goto('/')
    await expectToFit(page)
    await page.getByRole('radio', { name: flow }).tap()
    if (flow === 'Popup') {
      const opened = page.waitForEvent('popup')
      await signInButton(page).tap()
      await fillInByTouch(await opened)
    } else {
      await signInButton(page).tap()
      await fillInByTouch(page)
    }
    await expectChats(page)
    await expectToFit(page)
  })
}
