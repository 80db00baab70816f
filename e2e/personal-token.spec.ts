import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { personalAccessTokens } from '../sandbox/world/seed.ts'
import type { World } from '../sandbox/world/world.ts'
import { expect, expectNoSecret, test } from './support/attack-fixtures.ts'
import { expectNothingSeriousInAnyLook } from './support/axe.ts'
import { chatList, expectChats, pressBack, signInButton } from './support/fixtures.ts'
import { serveBuilt } from './support/serve-built.ts'
import { portOf } from './support/servers.ts'
import { expectProfileAsked } from './support/world-requests.ts'

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

  await page.getByRole('radio', { name: 'My chats' }).check()
  await expect(page).toHaveURL('/chats?show=mine')
  await chatList(page).getByRole('link').first().click()
  await page.getByRole('textbox', { name: 'Reply to customer' }).fill('Sent with a token.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.locator('.bubble').getByText('Sent with a token.')).toBeVisible()

  await page.getByRole('link', { name: 'Archives' }).click()
  await expect(page.getByRole('list', { name: 'Results' }).getByRole('link').first()).toBeVisible()
  const sent = withCredentials(world).map((one) => one.headers.authorization)
  expect(new Set(sent)).toEqual(new Set([`Basic ${pair}`]))
  await expectKeptNowhere(page, heard)
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

test('a reload forgets the token, as the page says', async ({ page, world }) => {
  await page.goto('/token')
  await expect(page.getByText('Reloading removes it.')).toBeVisible()
  await typeToken(page)
  await expectChats(page)
  await expectProfileAsked(world)
  world.requests.length = 0
  await page.reload()
  await expect(page.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
  expect(withCredentials(world)).toEqual([])
})

test('a wrong token is reported and removed from the page, and goes nowhere else', async ({
  page,
  world,
}) => {
  const heard = listen(page)
  await page.goto('/token')
  await typeToken(page, `${token}-mistyped`)
  await expect(page.getByRole('alert')).toContainText('LiveChat doesn’t accept this token')
  await expect(tokenField(page)).toBeFocused()
  await expect(tokenField(page)).toHaveValue('')
  await expect(accountField(page)).toHaveValue(accountId)
  await expectKeptNowhere(page, heard)

  world.faults.push({ endpoint: 'list_chats', times: 9, drop: true })
  await typeToken(page)
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await expectKeptNowhere(page, heard)
  world.faults.length = 0
  await typeToken(page)
  await expectChats(page)
})

for (const carried of [
  `?token=${token}&account=${accountId}`,
  `#token=${token}`,
  `#access_token=${token}&state=x`,
  `?personalAccessToken=${pair}#${secret}`,
]) {
  test(`a token in the URL is removed unread, with a notice: ${carried.slice(0, 14)}`, async ({
    page,
    world,
  }) => {
    await page.goto(`/token${carried}`)
    await expect(page.getByRole('alert')).toContainText('Nothing was read from the address')
    await expect(page).toHaveURL('/token')
    await expect(tokenField(page)).toHaveValue('')
    await expect(accountField(page)).toHaveValue('')
    expect(withCredentials(world)).toEqual([])
    expect(await page.content()).not.toContain(secret)
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(secret)
  })
}

test('storage is never read for a token', async ({ page, world }) => {
  await page.addInitScript((stored) => {
    for (const storage of [localStorage, sessionStorage]) {
      for (const name of ['token', 'personalAccessToken', 'sign-in-with-livechat:token']) {
        storage.setItem(name, stored)
      }
    }
  }, JSON.stringify({ accountId, token }))
  await page.goto('/token')
  await expect(tokenField(page)).toHaveValue('')
  await page.goto('/chats')
  await expect(signInButton(page)).toBeVisible()
  expect(withCredentials(world)).toEqual([])
})

test('a build without the setting neither has nor offers the page', async ({ page }, {
  parallelIndex,
}) => {
  const port = portOf(parallelIndex, 7)
  const wanted = process.env.VITE_LIVECHAT_PERSONAL_TOKENS
  delete process.env.VITE_LIVECHAT_PERSONAL_TOKENS
  const plain = await serveBuilt(join(import.meta.dirname, '..'), port, {})
  process.env.VITE_LIVECHAT_PERSONAL_TOKENS = wanted
  await page.goto(`http://localhost:${port}/token`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found')
  await page.goto(`http://localhost:${port}/`)
  await expect(signInButton(page)).toBeVisible()
  await expect(page.getByRole('link', { name: 'personal access token' })).toBeHidden()
  await plain.close()
})

test('the keyboard alone uses a token, and nothing offers to keep it', async ({ page }) => {
  await page.goto('/token')
  await accountField(page).focus()
  await page.keyboard.type(accountId)
  await page.keyboard.press('Tab')
  await expect(tokenField(page)).toBeFocused()
  await expect(tokenField(page)).toHaveAttribute('type', 'password')
  await expect(tokenField(page)).toHaveAttribute('autocomplete', 'off')
  await expect(tokenField(page)).not.toHaveAttribute('name')
  await page.keyboard.type(token)
  await page.keyboard.press('Enter')
  await expectChats(page)
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
