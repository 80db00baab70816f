import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { openSignedIn } from './support/session-steps.ts'

test.use({ locale: 'de-AT' })

// Each page is looked through in two widths and two colour schemes.
test.slow()

test('an agent whose browser speaks German works in German', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Melden Sie sich an, um Ihre Chats zu sehen',
  )
  await expect(page.getByRole('button', { name: 'Mit LiveChat anmelden' })).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [390, 1280])

  // The list has the same name in German.
  await openSignedIn(page)
  await page.getByRole('radio', { name: 'Meine Chats' }).check()
  await expect(page.getByText(/^\d+\+? Chats? Ihnen zugewiesen$/)).toBeVisible()
  await page.getByRole('list', { name: 'Chats' }).getByRole('link').first().click()
  await expect(page.getByRole('textbox', { name: 'Antwort an den Kunden' })).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [390, 1280])

  const emoji = page.getByRole('button', { name: 'Emoji', exact: true })
  await emoji.click()
  const picker = page.getByRole('dialog', { name: 'Emoji' })
  await expect(picker.getByText('Essen & Trinken')).toBeAttached()
  await picker.getByRole('searchbox').fill('daumen hoch')
  await expect(picker.getByRole('gridcell', { name: 'Daumen hoch' })).toHaveText(/^👍/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Antwort an den Kunden' })).toHaveValue(/^👍/)

  // Its words are long: what does not fit on a line goes on, on the next.
  await page.setViewportSize({ width: 320, height: 800 })
  await page.getByRole('button', { name: 'Weiterleiten' }).click()
  const agents = page.getByRole('list', { name: 'Agenten' })
  await expect(agents.getByRole('button')).not.toHaveCount(0)
  const cutOff = (buttons: Element[]) =>
    buttons.filter(
      (one) => one.scrollHeight > one.clientHeight || one.scrollWidth > one.clientWidth,
    ).length
  expect(await agents.getByRole('button').evaluateAll(cutOff)).toBe(0)
  const [list, button] = [agents, agents.getByRole('button').first()]
  expect((await button.boundingBox())?.width).toBeLessThanOrEqual(
    (await list.boundingBox())?.width ?? 0,
  )
})

test('an agent chooses Arabic, and the page turns round', async ({ page }) => {
  await openSignedIn(page, { at: '/chats' })
  await page.getByRole('radio', { name: 'Meine Chats' }).check()
  await page.getByRole('list', { name: 'Chats' }).getByRole('link').first().click()
  await expect(page.getByRole('textbox', { name: 'Antwort an den Kunden' })).toBeVisible()
  await page.getByRole('link', { name: /Ada Agent/ }).click()
  await page.getByLabel('Wird in diesem Browser gespeichert.').selectOption('العربية')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('حسابك')
  await expectNothingSeriousInAnyLook(page, [390, 1280])
  await page.goBack()
  await expect(page.getByRole('textbox', { name: 'رد على العميل' })).toBeVisible()
  const list = await page.getByRole('list', { name: 'المحادثات' }).boundingBox()
  const reply = await page.getByRole('textbox', { name: 'رد على العميل' }).boundingBox()
  expect(list?.x).toBeGreaterThan(reply?.x ?? Number.NaN)
  await expectNothingSeriousInAnyLook(page, [390, 1280])

  // Emoji have no names in Arabic, and their arrow keys know no other direction.
  await page.getByRole('button', { name: 'رموز تعبيرية', exact: true }).click()
  const faces = page.locator('[lang="en"]').getByRole('gridcell')
  await expect(faces.first()).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  const [first, second] = [await faces.nth(0).boundingBox(), await faces.nth(1).boundingBox()]
  await expect(faces.nth(1)).toHaveAttribute('data-active', 'true')
  expect(second?.x).toBeGreaterThan(first?.x ?? Number.NaN)
  await expectNothingSeriousInAnyLook(page, [390, 1280])
  await page.keyboard.press('Escape')

  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
})

test('the header is one line in every language, on the narrowest telephone, too', async ({
  page,
}) => {
  await openSignedIn(page)
  await page.getByRole('link', { name: 'agent@example.com' }).click()
  await page.setViewportSize({ width: 320, height: 640 })
  const choice = page.getByRole('combobox')
  for (const language of await choice.locator('option').evaluateAll(valuesOf)) {
    await choice.selectOption(language)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const header = await page.getByRole('banner').boundingBox()
    expect(header?.height, language).toBeLessThan(56)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), language).toBe(320)
  }
})

const valuesOf = (options: Element[]) => options.map((one) => (one as HTMLOptionElement).value)
