import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './core-page.ts'
import { fillInLogin } from './stack.ts'

const output = (page: Page) => page.locator('output')

async function signIn(page: Page) {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'First' }).click()
  await fillInLogin(await opened)
  await expect(output(page)).toHaveText('signed-in')
}

async function anotherTab(context: BrowserContext, like: Page): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(like.url())
  await expect(output(tab)).toHaveText('signed-in')
  return tab
}

test('F18 five tabs share one session and make one token request at its end', async ({
  page,
  context,
  open,
  world,
}) => {
  await open(page, { grant: 'code', shared: true })
  await signIn(page)
  const tabs = [page]
  while (tabs.length < 5) tabs.push(await anotherTab(context, page))
  world.requests.length = 0

  const refused = await page.evaluate(() => clients[0]?.getAccessToken())
  const tokens = await Promise.all(
    tabs.map((tab) =>
      tab.evaluate((token) => clients[0]?.renewAccessToken(String(token)), refused),
    ),
  )
  expect(new Set(tokens).size).toBe(1)
  expect(tokens[0]).not.toBe(refused)
  expect(world.requests.filter((one) => one.endpoint === 'token')).toHaveLength(1)
})

test('a shared session survives a reload, and nothing of it is in storage', async ({
  page,
  context,
  open,
  world,
}) => {
  await open(page, { shared: true })
  await signIn(page)
  await anotherTab(context, page)
  await page.reload()
  await expect(output(page)).toHaveText('signed-in')
  const [token = ''] = world.accessTokens.keys()
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  expect(kept).not.toContain(token.slice(4))
})

test('signing out of a shared session signs out every tab, and a reload stays signed out', async ({
  page,
  context,
  open,
  world,
}) => {
  await open(page, { grant: 'code', shared: true })
  await signIn(page)
  const other = await anotherTab(context, page)
  await page.evaluate(() => clients[0]?.signOut())
  await expect(output(other)).toHaveText('signed-out')
  await other.reload()
  await expect(output(other)).toHaveText('signed-out')
  expect(world.accessTokens.size).toBe(0)
})

test('a refresh that is refused ends the shared session in every tab that asks', async ({
  page,
  context,
  open,
  world,
}) => {
  await open(page, { grant: 'code', shared: true })
  await signIn(page)
  const other = await anotherTab(context, page)
  world.faults.push({ endpoint: 'token', times: 9, errorType: 'invalid_grant' })
  const refused = await page.evaluate(() => clients[0]?.getAccessToken())
  for (const tab of [page, other]) {
    await tab.evaluate(
      (token) => clients[0]?.renewAccessToken(String(token)).catch(() => {}),
      refused,
    )
    await expect(output(tab)).toHaveText(/^expired/)
  }
})
