import { agent } from '../support/fixtures.ts'
import type { Locator, Page } from './browser.ts'

export interface Way {
  flow?: 'Popup' | 'Redirect'
  grant?: 'Implicit' | 'Code'
  /** Where the agent is when they sign in; default: the start. */
  at?: string
}

/** The button that signs in: after a reload it greets the agent who was there, by name where that was known. */
export function signInButton(page: Page): Locator {
  return page.role('button', /^(Sign in with LiveChat|Continue (as .+|where you were))$/)
}

/** Opens the app and chooses how to sign in. */
export async function choose(page: Page, { flow = 'Popup', grant, at = '/' }: Way) {
  await page.goto(at)
  await page.role('radio', new RegExp(`^${flow}`)).click()
  if (grant) await page.role('radio', new RegExp(`^${grant}`)).click()
}

/** Signs in the way the agent chooses on the page, up to the chats. */
export async function signInBy(page: Page, way: Way = {}, person = agent): Promise<void> {
  await choose(page, way)
  if (way.flow === 'Redirect') {
    await signInButton(page).click()
    await fillInLogin(page, person)
  } else {
    await fillInLogin(await openPopup(page), person)
  }
  await expectChats(page)
}

/** Clicks the button and returns the window it opens. */
export function openPopup(page: Page): Promise<Page> {
  return page.browser.opened(() => signInButton(page).click())
}

/** Another tab of the same browser, signed in by itself with one click. */
export async function signedInTab(page: Page): Promise<Page> {
  const tab = await page.browser.newTab()
  await tab.goto('/')
  await signInButton(tab).click()
  await expectChats(tab)
  return tab
}

export async function fillInLogin(page: Page, person = agent): Promise<void> {
  await page.testId('login-email-input').type(person.email)
  await page.testId('login-password-input').type(person.password)
  await page.testId('login-submit-button').click()
}

export async function signOut(page: Page): Promise<void> {
  await page.role('button', 'Sign out').click()
}

export function chatRows(page: Page): Locator {
  return page.css('[aria-label="Chats"] [aria-posinset]')
}

/** Waits for the chats after signing in, which takes a busy machine the longest of all. */
export async function expectChats(page: Page): Promise<void> {
  await chatRows(page).appears({ timeout: 30_000 })
}
