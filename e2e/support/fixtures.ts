import { join } from 'node:path'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { clients as knownClients } from '../../sandbox/world/seed.ts'
import type { World } from '../../sandbox/world/world.ts'
import { serveBuilt } from './serve-built.ts'

export const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'
export const agent = { email: 'agent@example.com', password: 'sandbox' }

/** The built app and the sandbox, on three sites, for one worker. */
interface Stack {
  sandbox: RunningSandbox
  appUrl: string
  accountsUrl: string
  apiUrl: string
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
 * The hosts differ, not just the ports: two ports of `localhost` are one site and share cookies.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  stack: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
    async ({}, use, { parallelIndex }) => {
      const port = Number(process.env.E2E_PORT ?? 4300) + parallelIndex * 10
      const appUrl = `http://app.localhost:${port}`
      const accountsUrl = `http://accounts.localhost:${port + 1}`
      const apiUrl = `http://api.localhost:${port + 2}`
      const sandbox = await startSandbox({
        accountsPort: port + 1,
        apiPort: port + 2,
        clients: knownClients.map((client) => ({
          ...client,
          redirectUris: [...client.redirectUris, appUrl],
        })),
      })
      const app = await serveApp(port, { accountsUrl, apiUrl })
      ownStack = { sandbox, appUrl, accountsUrl, apiUrl }
      await use(ownStack)
      await app.close()
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

/** Builds the app for these servers and serves it with the headers it is meant to have. */
function serveApp(port: number, servers: { accountsUrl: string; apiUrl: string }) {
  process.env.VITE_LIVECHAT_ACCOUNTS_URL = servers.accountsUrl
  process.env.VITE_LIVECHAT_API_URL = servers.apiUrl
  process.env.VITE_LIVECHAT_PERSONAL_TOKENS = 'on'
  return serveBuilt(join(import.meta.dirname, '../..'), port, {})
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

/** Navigates inside the app, as one of its links would. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((where) => {
    history.pushState(null, '', where)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

export { expect }
