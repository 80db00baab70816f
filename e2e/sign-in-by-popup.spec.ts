import { expect, test } from './support/core-page.ts'
import { clientId, fillInLogin } from './support/fixtures.ts'

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

test('when LiveChat does not know the redirect URI, the console names what to compare (F38)', async ({
  page,
  open,
  corePageUrl,
  stack,
  world,
}) => {
  await open(page, {})
  const client = world.clients.get(clientId)
  if (client) client.redirectUris = ['https://another.example']
  const console = page.waitForEvent('console', (message) => message.type() === 'info')
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Once' }).click()
  const popup = await opened
  await expect(popup.getByText('invalid_redirect_uri')).toBeVisible()
  await popup.close()
  await expect(page.locator('output')).toHaveText('popup_closed')
  const said = (await console).text()
  for (const part of [
    stack.accountsUrl,
    `client id ${clientId}`,
    `redirect URI ${corePageUrl}/callback`,
    'Developer Console',
  ]) {
    expect(said).toContain(part)
  }
})
