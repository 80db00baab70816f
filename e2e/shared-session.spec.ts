import type { BrowserContext, Page } from '@playwright/test'
import { setTokenLifetime } from '../sandbox/control/control-actions.ts'
import {
  askForAnother,
  askForToken,
  expect,
  openCorePopup,
  passTime,
  sharingTab,
  stateOf,
  test,
} from './support/core-page.ts'
import { clientId, closed } from './support/fixtures.ts'
import { tokenRequests } from './support/world-requests.ts'

const shared = { grantType: 'code', shared: true } as const

async function tabsLike(context: BrowserContext, page: Page, count: number): Promise<Page[]> {
  const tabs = [page]
  while (tabs.length < count) tabs.push(await sharingTab(context, page))
  return tabs
}

test('at the end of a token five tabs that share a session send one request and get the same token (F18)', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await context.clock.install()
  setTokenLifetime(world, clientId, 60)
  await openSignedIn(page, shared)
  const tabs = await tabsLike(context, page, 5)
  const [old] = world.accessTokens.keys()
  setTokenLifetime(world, clientId, 28_800)
  world.requests.length = 0

  for (const tab of tabs) await passTime(tab, 45_000)
  const tokens = await Promise.all(tabs.map(askForToken))
  expect(new Set(tokens).size).toBe(1)
  expect(tokens[0]).not.toBe(old)
  expect(await Promise.all(tabs.map(askForToken))).toEqual(tokens)
  expect(tokenRequests(world)).toHaveLength(1)
})

test('five tabs whose token is refused send one request for another (F18)', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, shared)
  const tabs = await tabsLike(context, page, 5)
  world.requests.length = 0
  const refused = await askForToken(page)
  const tokens = await Promise.all(tabs.map((tab) => askForAnother(tab, refused)))
  expect(new Set(tokens).size).toBe(1)
  expect(tokens[0]).not.toBe(refused)
  expect(tokenRequests(world)).toHaveLength(1)
})

/** Every reason why there is no SharedWorker. */
const withoutWorker = {
  'the browser has no SharedWorker': () => {
    Reflect.deleteProperty(window, 'SharedWorker')
  },
  'the browser refuses it': () => {
    window.SharedWorker = class extends EventTarget {
      constructor() {
        super()
        throw new DOMException('refused', 'SecurityError')
      }
    } as unknown as typeof SharedWorker
  },
  'its script cannot be loaded': () => {
    const Original = window.SharedWorker
    window.SharedWorker = class extends Original {
      constructor() {
        super('/there-is-no-such-worker.js')
      }
    }
  },
}

for (const [why, spoil] of Object.entries(withoutWorker)) {
  test(`where ${why}, every tab has its own session and renews it silently (F18)`, async ({
    page,
    context,
    corePageUrl,
    open,
    openSignedIn,
    world,
  }) => {
    const said: string[] = []
    context.on('console', (message) => {
      const { url } = message.location()
      const isMissing = /favicon|there-is-no-such-worker/.test(url)
      if (url.startsWith(corePageUrl) && !isMissing) said.push(message.text())
    })
    context.on('weberror', (error) => said.push(String(error.error())))
    await context.clock.install()
    await context.addInitScript(spoil)
    setTokenLifetime(world, clientId, 60)
    await openSignedIn(page, shared)
    const other = await context.newPage()
    await open(other, shared)
    const popup = await openCorePopup(other)
    await expect(stateOf(other)).toHaveText('signed-in')
    await closed(popup)
    const tabs = [page, other]
    const before = await Promise.all(tabs.map(askForToken))

    setTokenLifetime(world, clientId, 28_800)
    world.requests.length = 0
    for (const tab of tabs) await passTime(tab, 45_000)
    const tokens = await Promise.all(tabs.map(askForToken))
    expect(new Set([...before, ...tokens]).size).toBe(4)
    expect(tokenRequests(world).map((one) => one.status)).toEqual([200, 200])
    for (const tab of tabs) await expect(stateOf(tab)).toHaveText('signed-in')
    expect(said).toEqual([])
  })
}

test('a shared session survives a reload, and none of it is in storage', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, { shared: true })
  await sharingTab(context, page)
  await page.reload()
  await expect(stateOf(page)).toHaveText('signed-in')
  const [token = ''] = world.accessTokens.keys()
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  )
  expect(kept).not.toContain(token.slice(4))
})

test('signing out of a shared session signs out every tab, and a reload stays signed out', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, shared)
  const other = await sharingTab(context, page)
  await page.evaluate(() => clients[0]?.signOut())
  await expect(stateOf(other)).toHaveText('signed-out')
  await other.reload()
  await expect(stateOf(other)).toHaveText('signed-out')
  expect(world.accessTokens.size).toBe(0)
})

test('a refresh that is refused ends the shared session in every tab that asks', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, shared)
  const other = await sharingTab(context, page)
  world.faults.push({ endpoint: 'token', times: 9, errorType: 'invalid_grant' })
  const refused = await askForToken(page)
  for (const tab of [page, other]) {
    await askForAnother(tab, refused)
    await expect(stateOf(tab)).toHaveText(/^expired/)
  }
})

test('after one tab signed in again the others go on with its new token', async ({
  page,
  context,
  openSignedIn,
  world,
}) => {
  await openSignedIn(page, { shared: true })
  const other = await sharingTab(context, page)
  const first = await askForToken(page)
  await other.getByRole('button', { name: 'First' }).click()
  // The replaced token is revoked, so the tab that still has it cannot use it.
  await expect.poll(() => world.accessTokens.has(String(first))).toBe(false)
  const next = await askForToken(other)
  expect(next).not.toBe(first)
  expect(await askForAnother(page, first)).toBe(next)
  await expect(stateOf(page)).toHaveText('signed-in')
  await page.reload()
  await expect(stateOf(page)).toHaveText('signed-in')
  expect(await askForToken(page)).toBe(next)
})
