import type { Page } from '@playwright/test'
import { expectNoViolation } from './support/axe.ts'
import { expect, fillInLogin, openPopup, test } from './support/fixtures.ts'

/** Where each is; the other buttons of the gallery are only to look at. */
const pages = {
  element: { address: '/examples/gallery.html', part: 'section:first-of-type' },
  React: { address: '/examples/react.html', part: 'main' },
}

/** Whose initials axe does not take for a symbol, as it does AA. */
const agent = { email: 'smith@example.com', password: 'sandbox' }

async function signedIn(page: Page, { address, part }: { address: string; part: string }) {
  await page.goto(address)
  await fillInLogin(await openPopup(page, page.locator(part)), agent)
  const button = page.getByRole('button', { name: 'Account: Agent Smith' })
  await expect(button).toBeVisible()
  return button
}

/** How far the menu reaches beyond the window. */
const overflow = (page: Page) =>
  page.getByRole('menu').evaluate((menu) => {
    const { left, right, top, bottom } = (menu.parentElement ?? menu).getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    return [left < 0, right > clientWidth, top < 0, bottom > clientHeight]
  })

for (const [name, place] of Object.entries(pages)) {
  test(`the account menu of ${name}: by keyboard, in every look, out of no window`, async ({
    page,
  }) => {
    const button = await signedIn(page, place)
    await button.focus()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('menuitem', { name: 'Switch account' })).toBeFocused()
    await expect(
      page.getByRole('menu', { name: 'Account: Agent Smith' }),
    ).toHaveAccessibleDescription(/Acme Outdoor Session expires in/)
    for (const [colorScheme, dir, width] of [
      ['light', 'ltr', 1280],
      ['dark', 'rtl', 1280],
      ['light', 'rtl', 320],
      ['dark', 'ltr', 320],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 700 })
      await page.evaluate((direction) => {
        document.documentElement.dir = direction
      }, dir)
      await page.keyboard.press('Escape')
      await expect(button).toBeFocused()
      await page.keyboard.press('ArrowUp')
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
      expect(await overflow(page)).toEqual([false, false, false, false])
      await expectNoViolation(page)
    }
    await page.keyboard.press('Enter')
    await expect(button).toBeHidden()
  })
}

test('the gallery has every state in every language, and axe finds nothing', async ({ page }) => {
  await page.goto('/examples/gallery.html?lang=pl')
  const states = page.locator('#states')
  await expect(states.getByRole('button', { name: 'Zaloguj się przez LiveChat' })).toHaveCount(42)
  await expect(states.getByRole('heading')).toHaveCount(7)
  await expectNoViolation(page)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ar')
  await expect(states.getByRole('button', { name: /باستخدام LiveChat/ })).toHaveCount(42)
  // From right to left, what failed has its line on the right, and nothing is wider than a telephone.
  const refusal = states.getByRole('alert').filter({ hasText: 'رُفض الوصول' })
  await expect(refusal).toHaveCount(6)
  await expect(refusal.first()).toHaveCSS('border-right-width', '3px')
  await expect(refusal.first()).toHaveCSS('border-left-width', '0px')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  await expectNoViolation(page)
})

test('the account menu is in the page’s language, and opens at its right edge from right to left', async ({
  page,
}) => {
  await signedIn(page, pages.element)
  await page.getByRole('combobox', { name: 'Language' }).selectOption('he')
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl'
  })
  const button = page.getByRole('button', { name: /^חשבון:.*Agent Smith/ })
  await button.click()
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem')).toHaveText(['החלפת חשבון', 'יציאה'])
  await expect(menu).toHaveAccessibleDescription(/ההפעלה תסתיים בעוד .*(שע|דק)/)
  const right = (box: { x: number; width: number } | null) => (box ? box.x + box.width : Number.NaN)
  expect(right(await menu.locator('..').boundingBox())).toBeCloseTo(
    right(await button.boundingBox()),
    0,
  )
  // Names of another direction are on the same side.
  expect(right(await page.getByText('smith@example.com').boundingBox())).toBeCloseTo(
    right(await page.getByText(/^ההפעלה/).boundingBox()),
    0,
  )
  expect(await overflow(page)).toEqual([false, false, false, false])
})

test('a part and the custom properties of the element give it the page’s looks', async ({
  page,
}) => {
  await page.goto('/examples/gallery.html')
  const button = page.locator('#own').getByRole('button')
  await expect(button).toHaveCSS('border-radius', '32px')
  await expect(button).toHaveCSS('background-color', 'rgb(10, 90, 60)')
})
