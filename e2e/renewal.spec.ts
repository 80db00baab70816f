import type { Page } from '@playwright/test'
import { revokeTokens } from '../sandbox/control-actions.ts'
import type { World } from '../sandbox/world.ts'
import { expect, test } from './core-page.ts'
import { clientId, fillInLogin } from './stack.ts'

const output = (page: Page) => page.locator('output')

async function signIn(page: Page, button = 'First') {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: button }).click()
  await fillInLogin(await opened)
}

function tokenRequests(world: World) {
  return world.requests.filter((one) => one.endpoint === 'token' && one.method === 'POST')
}

const nearEnd = 8 * 3600_000 - 20_000

test('F19 a thousand callers near the end of a token make one request and get the same new token', async ({
  page,
  open,
  world,
}) => {
  await page.clock.install()
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  world.requests.length = 0
  await page.clock.setSystemTime(Date.now() + nearEnd)
  const tokens = await page.evaluate(() =>
    Promise.all(Array.from({ length: 1_000 }, () => clients[0]?.getAccessToken())),
  )
  expect(new Set(tokens).size).toBe(1)
  expect(tokenRequests(world)).toHaveLength(1)
})

test('F20 when the refresh is refused all of them reject, once each, and the session ends with the reason', async ({
  page,
  open,
  world,
}) => {
  await page.clock.install()
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  world.requests.length = 0
  world.faults.push({ endpoint: 'token', times: 99, errorType: 'invalid_grant' })
  await page.clock.setSystemTime(Date.now() + nearEnd)
  const outcomes = await page.evaluate(async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 1_000 }, () => clients[0]?.getAccessToken()),
    )
    return settled.map((one) => (one.status === 'rejected' ? one.reason.code : 'a token'))
  })
  expect(new Set(outcomes)).toEqual(new Set(['invalid_grant']))
  await expect(output(page)).toHaveText('expired invalid_grant')
  expect(tokenRequests(world)).toHaveLength(1)
})

test('a network that fails for a moment does not end a session that has time left', async ({
  page,
  open,
  world,
}) => {
  await page.clock.install()
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  world.faults.push({ endpoint: 'token', times: 2, drop: true })
  await page.clock.setSystemTime(Date.now() + nearEnd)
  expect(await page.evaluate(() => clients[0]?.getAccessToken())).toMatch(/^dal:/)
  await expect(output(page)).toHaveText('signed-in')
})

test('a token refused in the middle is refreshed once; refused again, the session ends', async ({
  page,
  open,
  world,
}) => {
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  const next = await page.evaluate(async () =>
    clients[0]?.renewAccessToken((await clients[0]?.getAccessToken()) ?? ''),
  )
  expect(world.accessTokens.has(String(next))).toBe(true)
  const again = await page.evaluate(
    (token) => clients[0]?.renewAccessToken(String(token)).catch((error) => error.code),
    next,
  )
  expect(again).toBe('session_refused')
  await expect(output(page)).toHaveText('expired session_refused')
})

test('F16, F17 a page that wakes after its token ended refreshes before it hands one out', async ({
  page,
  open,
  world,
}) => {
  await page.clock.install()
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  const [old] = world.accessTokens.keys()
  await page.clock.setSystemTime(Date.now() + 10 * 3600_000)
  const token = await page.evaluate(() => clients[0]?.getAccessToken())
  expect(token).not.toBe(old)
  await expect(output(page)).toHaveText('signed-in')
})

test('A30 a family revoked behind our back signs out with a reason', async ({
  page,
  open,
  world,
}) => {
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  const token = await page.evaluate(() => clients[0]?.getAccessToken())
  revokeTokens(world, { clientId })
  world.refreshTokens.clear()
  await page.evaluate(
    (refused) => clients[0]?.renewAccessToken(String(refused)).catch(() => {}),
    token,
  )
  await expect(output(page)).toHaveText('expired invalid_grant')
})

test('two clients on one page do not disturb each other', async ({ page, open, world }) => {
  await open(page, {}, { grant: 'code' })
  const first = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'First' }).click()
  const firstPopup = await first
  const second = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Second' }).click()
  const secondPopup = await second
  await fillInLogin(secondPopup)
  await expect(output(page)).toHaveText('signing-in, signed-in')
  await fillInLogin(firstPopup)
  await expect(output(page)).toHaveText('signed-in, signed-in')
  const tokens = await page.evaluate(() => Promise.all(clients.map((one) => one.getAccessToken())))
  expect(new Set(tokens).size).toBe(2)
  expect(world.accessTokens.size).toBe(2)
})

test('F8 a sign-in can be cancelled, which closes the window', async ({ page, open, context }) => {
  await open(page, {})
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'First' }).click()
  const popup = await opened
  const closed = popup.waitForEvent('close')
  await page.evaluate(() => clients[0]?.dispose())
  await closed
  await expect(output(page)).toHaveText('signed-out aborted')
  expect(context.pages()).toHaveLength(1)
})

test('F8 a window that is left open ends after the time limit', async ({ page, open }) => {
  await open(page, { popupTimeout: 1_000 })
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'First' }).click()
  const popup = await opened
  if (!popup.isClosed()) await popup.waitForEvent('close')
  await expect(output(page)).toHaveText('signed-out timed_out')
})

test('F35 a disposed client leaves no timer, and no listener that acts', async ({
  page,
  open,
  world,
}) => {
  await open(page, { grant: 'code' })
  await signIn(page)
  await expect(output(page)).toHaveText('signed-in')
  await page.evaluate(() => clients[0]?.dispose())
  world.requests.length = 0
  await page.evaluate(() => {
    for (const name of ['focus', 'pageshow', 'storage', 'message'])
      window.dispatchEvent(new Event(name))
    document.dispatchEvent(new Event('visibilitychange'))
  })
  expect(world.requests).toEqual([])
})

test('A37 a message or a storage entry that claims a session is never adopted', async ({
  page,
  open,
  world,
}) => {
  await open(page, {})
  await page.evaluate((id) => {
    const forged = { status: 'signed-in', session: { accessToken: 'dal:forged', scopes: [] } }
    for (const name of [
      `sign-in-with-livechat`,
      `sign-in-with-livechat ${id}`,
      'sign-in-with-livechat undefined',
    ]) {
      new BroadcastChannel(name).postMessage(forged)
    }
    window.postMessage({ data: { access_token: 'dal:forged' } }, '*')
    localStorage.setItem(`sign-in-with-livechat:hint:${id}`, JSON.stringify(forged))
    sessionStorage.setItem(`sign-in-with-livechat:pending:${id}`, JSON.stringify(forged))
    window.dispatchEvent(new StorageEvent('storage', { newValue: JSON.stringify(forged) }))
  }, clientId)
  await page.reload()
  await expect(output(page)).toHaveText('signed-out')
  expect(world.requests).toEqual([])
})
