import { revokeTokens } from '../sandbox/control-actions.ts'
import {
  askForAnother,
  askForToken,
  expect,
  openCorePopup,
  passTime,
  stateOf,
  test,
} from './core-page.ts'
import { clientId, fillInLogin } from './stack.ts'
import { tokenRequests } from './world-requests.ts'

const hours = 3600_000
const nearEnd = 8 * hours - 20_000

test('F19 a thousand callers near the end of a token make one request and get the same new token', async ({
  page,
  openSignedIn,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page, { grant: 'code' })
  world.requests.length = 0
  await passTime(page, nearEnd)
  const tokens = await page.evaluate(() =>
    Promise.all(Array.from({ length: 1_000 }, () => clients[0]?.getAccessToken())),
  )
  expect(new Set(tokens).size).toBe(1)
  expect(tokenRequests(world)).toHaveLength(1)
})

test('F20 when the refresh is refused all of them reject, once each, and the session ends with the reason', async ({
  page,
  openSignedIn,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page, { grant: 'code' })
  world.requests.length = 0
  world.faults.push({ endpoint: 'token', times: 99, errorType: 'invalid_grant' })
  await passTime(page, nearEnd)
  const outcomes = await page.evaluate(async () => {
    const settled = await Promise.allSettled(
      Array.from({ length: 1_000 }, () => clients[0]?.getAccessToken()),
    )
    return settled.map((one) => (one.status === 'rejected' ? one.reason.code : 'a token'))
  })
  expect(new Set(outcomes)).toEqual(new Set(['invalid_grant']))
  await expect(stateOf(page)).toHaveText('expired invalid_grant')
  expect(tokenRequests(world)).toHaveLength(1)
})

test('a network that fails for a moment does not end a session that has time left', async ({
  page,
  openSignedIn,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page, { grant: 'code' })
  world.faults.push({ endpoint: 'token', times: 2, drop: true })
  await passTime(page, nearEnd)
  expect(await askForToken(page)).toMatch(/^dal:/)
  await expect(stateOf(page)).toHaveText('signed-in')
})

test('a token refused in the middle is refreshed once; refused again, the session ends', async ({
  page,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, { grant: 'code' })
  const next = await askForAnother(page, await askForToken(page))
  expect(world.accessTokens.has(String(next))).toBe(true)
  expect(await askForAnother(page, next)).toBe('session_refused')
  await expect(stateOf(page)).toHaveText('expired session_refused')
})

test('F16, F17 a page that wakes after its token ended refreshes before it hands one out', async ({
  page,
  openSignedIn,
  world,
}) => {
  await page.clock.install()
  await openSignedIn(page, { grant: 'code' })
  const [old] = world.accessTokens.keys()
  await passTime(page, 10 * hours)
  expect(await askForToken(page)).not.toBe(old)
  await expect(stateOf(page)).toHaveText('signed-in')
})

test('A30 a family revoked behind our back signs out with a reason', async ({
  page,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, { grant: 'code' })
  const token = await askForToken(page)
  revokeTokens(world, { clientId })
  world.refreshTokens.clear()
  await askForAnother(page, token)
  await expect(stateOf(page)).toHaveText('expired invalid_grant')
})

test('two clients on one page do not disturb each other', async ({ page, open, world }) => {
  await open(page, {}, { grant: 'code' })
  const firstPopup = await openCorePopup(page, 'First')
  const secondPopup = await openCorePopup(page, 'Second')
  await fillInLogin(secondPopup)
  await expect(stateOf(page)).toHaveText('signing-in, signed-in')
  await fillInLogin(firstPopup)
  await expect(stateOf(page)).toHaveText('signed-in, signed-in')
  const tokens = await page.evaluate(() => Promise.all(clients.map((one) => one.getAccessToken())))
  expect(new Set(tokens).size).toBe(2)
  expect(world.accessTokens.size).toBe(2)
})

test('F8 a sign-in can be cancelled, which closes the window', async ({ page, open, context }) => {
  await open(page, {})
  const popup = await openCorePopup(page)
  // A close that meets the arrival of a page hangs, but only while the browser is being debugged, as here.
  await popup.getByTestId('login-email-input').waitFor()
  const closed = popup.waitForEvent('close')
  await page.evaluate(() => clients[0]?.dispose())
  await closed
  await expect(stateOf(page)).toHaveText('signed-out aborted')
  expect(context.pages()).toHaveLength(1)
})

test('F8 a window that is left open ends after the time limit', async ({ page, open }) => {
  await open(page, { popupTimeout: 2_000 })
  const popup = await openCorePopup(page)
  if (!popup.isClosed()) await popup.waitForEvent('close')
  await expect(stateOf(page)).toHaveText('signed-out timed_out')
})

test('F35 a disposed client leaves no timer, and no listener that acts', async ({
  page,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, { grant: 'code' })
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
  await expect(stateOf(page)).toHaveText('signed-out')
  expect(world.requests).toEqual([])
})
