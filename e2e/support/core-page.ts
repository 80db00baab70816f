import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { SignInClient, SignInOptions } from '../../src/auth/index.ts'
import { clientId, closed, fillInLogin, test as stackTest } from './fixtures.ts'

declare global {
  /** The clients on the page under test. */
  var clients: SignInClient[]
}

/** Options of a client; with `shared` its tabs share one session. */
export type Wishes = Partial<SignInOptions> & { shared?: boolean }

/** A page with only the core. */
export const test = stackTest.extend<{
  corePageUrl: string
  /** Opens the page, registered in the sandbox. */
  open: (page: Page, ...more: Wishes[]) => Promise<void>
  /** Opens the page and signs in its first client. */
  openSignedIn: (page: Page, wishes: Wishes) => Promise<void>
}>({
  corePageUrl: async ({ stack }, use) => {
    await use(await stack.servePage('core'))
  },
  open: async ({ corePageUrl, stack, world }, use) => {
    world.clients.get(clientId)?.redirectUris.push(corePageUrl)
    await use((page, ...more) =>
      openCorePage(
        page,
        corePageUrl,
        more.map((one) => ({ clientId, accountsUrl: stack.accountsUrl, ...one })),
      ),
    )
  },
  openSignedIn: async ({ open }, use) => {
    await use(async (page, wishes) => {
      await open(page, wishes)
      const popup = await openCorePopup(page)
      await fillInLogin(popup)
      await expect(stateOf(page)).toHaveText('signed-in')
      await closed(popup)
    })
  },
})

export async function openCorePage(
  page: Page,
  url: string,
  options: SignInOptions[],
): Promise<void> {
  await page.goto(`${url}/?options=${encodeURIComponent(JSON.stringify(options))}`)
  await stateOf(page).getByText('signed-out').waitFor()
}

/** Clicks one of the page's two buttons and returns the window it opens. */
export async function openCorePopup(page: Page, button = 'First'): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: button }).click()
  return opened
}

/** The status of every client of the page, with the reason where there is one. */
export function stateOf(page: Page) {
  return page.locator('output')
}

/** Opens another tab with the same page, which is signed in at once. */
export async function sharingTab(context: BrowserContext, like: Page): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto(like.url())
  await expect(stateOf(tab)).toHaveText('signed-in')
  return tab
}

/** The token of the first client, or the code of the error it rejects with. */
export function askForToken(page: Page): Promise<string | undefined> {
  return page.evaluate(() => clients[0]?.getAccessToken().catch((error) => error.code))
}

/** Another token for one LiveChat refused, or the code of the error. */
export function askForAnother(page: Page, refused: string | undefined) {
  return page.evaluate(
    (token) => clients[0]?.renewAccessToken(token).catch((error) => error.code as string),
    refused ?? '',
  )
}

/** Moves the clock of a page where `page.clock.install()` was called. */
export async function passTime(page: Page, milliseconds: number): Promise<void> {
  await page.clock.setSystemTime(Date.now() + milliseconds)
}

export { expect }
