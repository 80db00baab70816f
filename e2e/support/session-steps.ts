import type { BrowserContext, Page } from '@playwright/test'
import { agent, closed, expectChats, fillInLogin, openPopup, signInButton } from './fixtures.ts'

export type FlowName = 'Popup' | 'Redirect'
export type GrantName = 'Implicit' | 'Code'

export interface Way {
  flow?: FlowName
  grant?: GrantName
  /** Where the agent is when they sign in; default: the start. */
  at?: string
}

/** Opens the app and chooses how to sign in. */
export async function choose(page: Page, { flow = 'Popup', grant, at = '/' }: Way) {
  await page.goto(at)
  await page.getByRole('radio', { name: flow }).check()
  if (grant) await page.getByRole('radio', { name: grant }).check()
}

/** Signs in the way the agent chooses on the page, up to the chats. */
export async function signInBy(page: Page, way: Way, person = agent): Promise<void> {
  await choose(page, way)
  if (way.flow === 'Redirect') {
    await signInButton(page).click()
    await fillInLogin(page, person)
    return expectChats(page)
  }
  const popup = await openPopup(page)
  await fillInLogin(popup, person)
  await expectChats(page)
  await closed(popup)
}

/** Sent to LiveChat's sign-in page, and not yet back. */
export async function leaveForLiveChat(page: Page, grant?: GrantName): Promise<void> {
  await choose(page, { flow: 'Redirect', ...(grant && { grant }) })
  await signInButton(page).click()
  await page.getByTestId('login-email-input').waitFor()
}

/** A second tab of the same browser, signed in by itself with one click. */
export async function signedInTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  await tab.goto('/')
  const popup = await openPopup(tab)
  await expectChats(tab)
  await closed(popup)
  return tab
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
}

/** Says that the session is over; what was loaded stays. */
export function ended(page: Page) {
  return page.getByText('Your session has ended', { exact: true })
}

/** Asks in good time whether to go on. */
export function prompt(page: Page) {
  return page.getByRole('region', { name: 'Your session is about to expire' })
}

export function continueButton(page: Page) {
  return page.getByRole('button', { name: 'Continue', exact: true })
}

/** Looks for news, and gives LiveChat's answer. */
export async function refreshList(page: Page) {
  const answered = page.waitForResponse(/list_chats/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  return answered
}
