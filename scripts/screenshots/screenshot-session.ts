import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expectNothingSerious } from '../../e2e/support/axe.ts'
import type { RunningSandbox } from '../../sandbox/server/serve.ts'
import { clients } from '../../sandbox/world/seed.ts'
import type { World } from '../../sandbox/world/world.ts'

export const clientId = clients[0]?.clientId ?? ''

/** Width and colour scheme of a series of pictures. */
export interface Look {
  name: string
  viewport: { width: number; height: number }
  colorScheme: 'light' | 'dark'
}

/** A browser with the app open, and the sandbox behind it. */
export interface Studio {
  look: Look
  page: Page
  context: BrowserContext
  world: World
  accountsUrl: string
  /** Takes a picture of the visible page and checks it with axe. */
  take(name: string, of?: Page): Promise<void>
  /** Takes a picture of the whole page, beyond what is visible. */
  takeWhole(name: string): Promise<void>
}

export interface StudioOptions {
  browser: Browser
  sandbox: RunningSandbox
  appUrl: string
  folder: string
  look: Look
}

/** Resets the sandbox and opens a new browser context. */
export async function openStudio(options: StudioOptions): Promise<Studio> {
  const { browser, sandbox, appUrl, folder, look } = options
  sandbox.reset()
  const { viewport, colorScheme } = look
  const context = await browser.newContext({
    viewport,
    colorScheme,
    baseURL: appUrl,
    deviceScaleFactor: 2,
  })
  const page = await context.newPage()
  const shoot = async (of: Page, name: string, fullPage: boolean) => {
    const path = join(folder, `${name}-${look.name}.png`)
    await of.screenshot({ path, animations: 'disabled', fullPage })
    await expectNothingSerious(of)
  }
  return {
    look,
    page,
    context,
    world: sandbox.world,
    accountsUrl: sandbox.accountsUrl,
    take: (name, of = page) => shoot(of, name, false),
    takeWhole: (name) => shoot(page, name, true),
  }
}

/** Works also after a reload, when the button reads *Continue as …*. */
export function signInButton(page: Page) {
  return page.getByRole('button', { name: /^(Sign in with LiveChat|Continue as)/ }).first()
}

export async function openPopup(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await signInButton(page).click()
  const popup = await opened
  await popup.getByTestId('login-email-input').waitFor()
  return popup
}

export async function fillIn(popup: Page, password: string): Promise<void> {
  await popup.getByTestId('login-email-input').fill('agent@example.com')
  await popup.getByTestId('login-password-input').fill(password)
  await popup.getByTestId('login-submit-button').click()
}

/** One click is enough, since the agent is still signed in at LiveChat. */
export async function signIn(page: Page, address = '/chats', until?: string): Promise<void> {
  await page.goto(address)
  await signInButton(page).click()
  await (until ? page.getByText(until) : rows(page).first()).waitFor()
}

export function rows(page: Page) {
  return page.getByRole('list', { name: 'Chats' }).getByRole('listitem')
}

/** Navigates inside the app; loading the page again would end the session. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
}
