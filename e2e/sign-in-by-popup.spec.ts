import { expect, test } from './support/core-page.ts'
import { fillInLogin } from './support/fixtures.ts'

for (const grant of ['implicit', 'code'] as const) {
  test(`signs in once without a client, in the ${grant} grant`, async ({ page, open }) => {
    await open(page, { grantType: grant })
    const opened = page.waitForEvent('popup')
    await page.getByRole('button', { name: 'Once' }).click()
    await fillInLogin(await opened)
    await expect(page.locator('output')).toHaveText('once true')
    expect(await page.evaluate(() => clients[0]?.getSnapshot().status)).toBe('signed-out')
  })
}

test('a sign-in without a client reports that its window was closed', async ({ page, open }) => {
  await open(page, {})
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Once' }).click()
  const popup = await opened
  await expect(popup.getByLabel('Email')).toBeVisible()
  await popup.close()
  await expect(page.locator('output')).toHaveText('popup_closed')
})
