import type { Page } from '@playwright/test'
import { personalAccessTokens } from '../sandbox/world/seed.ts'
import type { World } from '../sandbox/world/world.ts'
import { expect, expectNoSecret, test } from './support/attack-fixtures.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { chatList, expectChats, pressBack, signInButton } from './support/fixtures.ts'

const [seeded] = personalAccessTokens
if (!seeded) throw new Error('The sandbox has no personal access token.')
const { accountId, token } = seeded
const secret = token.slice(token.indexOf(':') + 1)
const pair = Buffer.from(`${accountId}:${token}`).toString('base64')

const accountField = (page: Page) => page.getByLabel('Account ID')
const tokenField = (page: Page) => page.getByLabel('Token', { exact: true })
const submitButton = (page: Page) => page.getByRole('button', { name: 'Use this token' })

async function typeToken(page: Page, typed = token) {
  await accountField(page).fill(accountId)
  await tokenField(page).fill(typed)
  await submitButton(page).click()
}

async function workWithToken(page: Page) {
  await page.goto('/token')
  await typeToken(page)
  await expectChats(page)
}

function withCredentials(world: World) {
  return world.requests.filter((one) => one.headers.authorization)
}

/** Everything the page writes to the console, and every URL it requests. */
function listen(page: Page): () => string {
  const heard: string[] = []
  page.on('console', (message) => heard.push(message.text()))
  page.on('pageerror', (error) => heard.push(String(error)))
  page.on('request', (request) => heard.push(`${request.url()} ${request.headers().referer ?? ''}`))
  return () => heard.join('\n')
}

async function expectKeptNowhere(page: Page, heard: () => string) {
  for (const text of [token, secret, pair]) {
    await expectNoSecret(page, text)
    expect(heard()).not.toContain(text)
    expect(JSON.stringify(await page.context().cookies())).not.toContain(text)
  }
  const typed = await page
    .locator('input')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
  expect(typed.join()).not.toContain(secret)
}

test('with a personal access token an agent works in the same chats, and the header says so', async ({
  page,
  world,
}) => {
  const heard = listen(page)
  await page.goto('/')
  await page.getByRole('link', { name: 'use a personal access token' }).click()
  await typeToken(page)
  await expect(page).toHaveURL('/chats')
  await expectChats(page)
  await expect(page.getByRole('banner')).toContainText('Personal access token')
  await expect(page.getByRole('banner')).toContainText('Ada Agent')
  await expect(page.getByRole('timer')).toBeHidden()

  await chatList(page).getByRole('link').first().click()
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('Sent with a token.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('.bubble').getByText('Sent with a token.')).toBeVisible()

  await page.getByRole('link', { name: 'Archives' }).click()
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link').first()).toBeVisible()
  const sent = withCredentials(world).map((one) => one.headers.authorization)
  expect(new Set(sent)).toEqual(new Set([`Basic ${pair}`]))
  await expectKeptNowhere(page, heard)

  world.requests.length = 0
  await page.reload()
  await expect(signInButton(page)).toBeVisible()
  expect(withCredentials(world)).toEqual([])
})

test('Back after forgetting the token shows no chat', { tag: '@chromium' }, async ({ page }) => {
  await workWithToken(page)
  await page.getByRole('radio', { name: 'Queued' }).check()
  await expect(page).toHaveURL('/chats?show=queued')
  await page.getByRole('button', { name: 'Remove token' }).click()
  await expect(page).toHaveURL('/token')
  await pressBack(page)
  await expect(page).toHaveURL('/chats')
  await expect(signInButton(page)).toBeVisible()
  await expect(chatList(page)).toBeHidden()
})

test('axe finds nothing serious on the token page and with a token in use, in any width or colours', async ({
  page,
}) => {
  const widths = [1280, 320]
  await page.goto('/token?token=x')
  await expect(page.getByRole('alert')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, widths)
  await typeToken(page, 'wrong')
  await expect(page.getByRole('alert').last()).toContainText('doesn’t accept')
  await expectNothingSeriousInAnyLook(page, widths)
  await typeToken(page)
  await expectChats(page)
  await expectNothingSeriousInAnyLook(page, widths)
  await page.goBack()
  await expect(page.getByText('You’re using a personal access token')).toBeVisible()
  await expectNothingSeriousInAnyLook(page, widths)
})
