import { join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { clients as knownClients } from '../../sandbox/world/seed.ts'
import type { World } from '../../sandbox/world/world.ts'
import { webSocketOrigin } from '../../scripts/security-headers.ts'
import { setAppEnvironment } from './build-app.ts'
import { serveBuilt, serveCopy } from './serve-built.ts'
import { portOf, serversOf, type TestPage, type TestPageName, testPages } from './servers.ts'

export const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
export const agent = { email: 'agent@example.com', password: 'sandbox' }

/** The built app and the sandbox, on three sites, for one worker. */
interface Stack {
  sandbox: RunningSandbox
  appUrl: string
  accountsUrl: string
  apiUrl: string
  /** Serves a page from its first use to the end of the worker, and returns its URL, which LiveChat does not know. */
  servePage(name: TestPageName): Promise<string>
}

let ownStack: Stack | undefined

/** The servers of this worker: each process has one of each. */
export function runningStack(): Stack {
  if (!ownStack) throw new Error('The test uses no servers.')
  return ownStack
}

interface WorkerFixtures {
  stack: Stack
}

interface TestFixtures {
  world: World
  freshWorld: undefined
}

/**
 * Gives every worker its own servers, and resets the sandbox before every test, so that tests are independent.
 * There is no other fixture for a worker: Playwright starts a new one for tests that have it.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
    async ({}, use, { parallelIndex }) => {
      const urls = serversOf(parallelIndex)
      const sandbox = await startSandbox({
        accountsPort: portOf(parallelIndex, 1),
        apiPort: portOf(parallelIndex, 2),
        clients: knownClients.map((client) => ({
          ...client,
          redirectUris: [...client.redirectUris, urls.appUrl],
        })),
      })
      const servers = [await serveApp(parallelIndex)]
      const pages = new Map<TestPageName, string>()
      const servePage = async (name: TestPageName) => {
        const { host, offset, folder, config }: TestPage = testPages[name]
        const port = portOf(parallelIndex, offset)
        const url = `http://${host}:${port}`
        if (pages.has(name)) return url
        pages.set(name, url)
        const root = join(import.meta.dirname, '../pages', folder)
        servers.push(await serveBuilt(root, port, config))
        return url
      }
      ownStack = { ...urls, sandbox, servePage }
      await use(ownStack)
      for (const server of servers) await server.close()
      await sandbox.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  world: async ({ stack }, use) => {
    await use(stack.sandbox.world)
  },
  freshWorld: [
    async ({ stack }, use) => {
      stack.sandbox.reset()
      await use(undefined)
    },
    { auto: true },
  ],
  baseURL: async ({ stack }, use) => {
    await use(stack.appUrl)
  },
})

/** Serves the built app, as if made for the servers of this worker, with the headers it is meant to have. */
function serveApp(worker: number) {
  const { E2E_BUILT_APP: built } = process.env
  if (!built) throw new Error('The app is not built: e2e/support/build-app.ts does that.')
  setAppEnvironment(worker)
  const first = serversOf(0)
  const own = serversOf(worker)
  return serveCopy(join(import.meta.dirname, '../..'), built, portOf(worker, 0), [
    [first.accountsUrl, own.accountsUrl],
    [first.apiUrl, own.apiUrl],
    [webSocketOrigin(first.apiUrl), webSocketOrigin(own.apiUrl)],
  ])
}

/** Clicks the button on the page, or in a part of it, and returns the window it opens. */
export async function openPopup(page: Page, part: Page | Locator = page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await signInButton(part).click()
  return opened
}

/** The sign-in button; after a reload it reads *Continue as …*. */
export function signInButton(page: Page | Locator) {
  return page.getByRole('button', {
    name: /^(Sign in with LiveChat|Continue (as .+|where you left off))$/,
  })
}

/** Fills in LiveChat's sign-in page, in a pop-up or in the page itself. */
export async function fillInLogin(page: Page, person = agent): Promise<void> {
  await page.getByTestId('login-email-input').fill(person.email)
  await page.getByTestId('login-password-input').fill(person.password)
  await page.getByTestId('login-submit-button').click()
}

/** Clicks *Allow*. LiveChat's page ignores clicks in the moment it comes to the front. */
export async function allow(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Allow' })
  await expect(async () => {
    if (page.isClosed()) return
    await button.click({ timeout: 5_000 })
    await expect(button).toBeHidden({ timeout: 5_000 })
  }).toPass()
}

/** Waits until a pop-up has closed. Until then it shares its page's clock, and setting that fails. */
export async function closed(popup: Page): Promise<void> {
  if (!popup.isClosed()) await popup.waitForEvent('close')
}

/** Presses Back. It starts after the call returns, since the page it leaves could not respond. */
export async function pressBack(page: Page): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back()))
}

export function chatList(page: Page) {
  return page.getByRole('list', { name: 'Chats' })
}

export async function expectChats(page: Page): Promise<void> {
  await chatList(page).getByRole('listitem').first().waitFor()
}

/** How many chats the list has loaded; only those in view are rendered, and the last one has its number. */
export async function countLoaded(page: Page): Promise<number> {
  await chatList(page).locator('[data-current="true"]').press('End')
  const last = chatList(page).getByRole('listitem').last()
  return Number(await last.getAttribute('aria-posinset'))
}

/** Records every alert from now on, however briefly it is shown. */
export async function watchAlerts(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const words = new Set<string>()
    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('[role="alert"]'))
        words.add(alert.textContent ?? '')
    }).observe(document.body, { subtree: true, childList: true })
    return words
  })
  return () => said.evaluate((words) => [...words])
}

/** A network that lets no web socket through, so that the app polls. */
export async function withoutLiveFeed(page: Page): Promise<void> {
  await page.routeWebSocket(/\/agent\/rtm\/ws/, (socket) => socket.close())
}

/** Navigates inside the app, as one of its links would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((where) => {
    history.pushState(null, '', where)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

export { expect }
