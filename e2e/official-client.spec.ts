import type { Page } from '@playwright/test'
import { clientId, expect, fillInLogin, test as stackTest } from './support/fixtures.ts'

/** A page with the published `@livechat/accounts-sdk`, against the sandbox. */
const test = stackTest.extend<{ officialPage: Page }>({
  officialPage: async ({ page, stack, world }, use) => {
    const officialUrl = await stack.servePage('official')
    world.clients.get(clientId)?.redirectUris.push(officialUrl)
    // All on `localhost`, since its iframe needs the accounts cookie, which crosses ports but not sites.
    const accountsPort = new URL(stack.accountsUrl).port
    await page.goto(`${officialUrl}/?accounts=http://localhost:${accountsPort}`)
    await use(page)
  },
})

test('LiveChat’s own client signs in by pop-up, with the null fields of the live server', async ({
  officialPage,
}) => {
  const opened = officialPage.waitForEvent('popup')
  await officialPage.getByRole('button', { name: 'Popup' }).click()
  const popup = await opened
  await fillInLogin(popup)
  // As a test would write it: the window is still there when its last click returns.
  await popup.waitForEvent('close')
  await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
  const answer = JSON.parse((await officialPage.locator('output').textContent()) ?? '')
  expect(answer).toMatchObject({ token_type: null, expires_in: null })
  expect(popup.isClosed()).toBe(true)
})

test('LiveChat’s own client signs in by pop-up with the complete response, where that is switched on', async ({
  officialPage,
  world,
}) => {
  world.behaviour.completePopupAnswer = true
  const opened = officialPage.waitForEvent('popup')
  await officialPage.getByRole('button', { name: 'Popup' }).click()
  await fillInLogin(await opened)
  await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
  const answer = JSON.parse((await officialPage.locator('output').textContent()) ?? '')
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 28800 })
})

test('LiveChat’s own client signs in by redirect', async ({ officialPage }) => {
  await officialPage.getByRole('button', { name: 'Redirect' }).click()
  await fillInLogin(officialPage)
  await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
  const answer = JSON.parse((await officialPage.locator('output').textContent()) ?? '')
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 28800 })
})

test('LiveChat’s own client signs in silently in an iframe once there is a session', async ({
  officialPage,
}) => {
  await officialPage.getByRole('button', { name: 'Iframe' }).click()
  await expect(officialPage.locator('output')).toContainText('"identity_exception":"unauthorized"')

  await officialPage.getByRole('button', { name: 'Redirect' }).click()
  await fillInLogin(officialPage)
  await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
  await officialPage.goto(new URL('/', officialPage.url()).href)
  await officialPage.getByRole('button', { name: 'Iframe' }).click()
  await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
})

for (const flow of ['Popup', 'Redirect']) {
  test(`LiveChat’s own client completes its code flow by ${flow} where its malformed challenge is accepted`, async ({
    officialPage,
    world,
  }) => {
    world.behaviour.acceptLegacyChallenge = true
    await officialPage.goto(`${officialPage.url()}&response_type=code`)
    const opened = flow === 'Popup' ? officialPage.waitForEvent('popup') : undefined
    await officialPage.getByRole('button', { name: flow }).click()
    await fillInLogin((await opened) ?? officialPage)
    await expect(officialPage.locator('output')).toContainText('"access_token":"dal:')
    await expect(officialPage.locator('output')).toContainText('"refresh_token":"')
  })
}

test('its malformed challenge is refused, as RFC 7636 requires, unless that is switched on', async ({
  officialPage,
}) => {
  await officialPage.goto(`${officialPage.url()}&response_type=code`)
  const opened = officialPage.waitForEvent('popup')
  await officialPage.getByRole('button', { name: 'Popup' }).click()
  await fillInLogin(await opened)
  await expect(officialPage.locator('output')).toContainText('invalid_grant')
})
