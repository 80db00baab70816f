import type { BrowserContext, Page } from '@playwright/test'
import { openSession, sessionCookie } from '../../sandbox/accounts/browser-session.ts'
import { savePending } from '../../src/auth/flow/pending-sign-in.ts'
import { createImplicitRequest, createState } from '../../src/auth/grant/authorization-request.ts'
import { completeOptions } from '../../src/auth/sign-in-options.ts'
import {
  agent,
  clientId,
  closed,
  expectChats,
  fillInLogin,
  openPopup,
  runningStack,
  signInButton,
} from './fixtures.ts'

export type FlowName = 'Popup' | 'Redirect'
export type GrantName = 'Implicit' | 'Code'

export interface Way {
  flow?: FlowName
  grantType?: GrantName
  /** Default: the agent whose chats the sandbox has. */
  as?: typeof agent
  /** The page where the agent signs in; default: the start page. */
  at?: string
}

/** Opens the app and chooses how to sign in. */
export async function choose(page: Page, { flow, grantType, at = '/' }: Way) {
  await page.goto(at)
  if (flow) await page.getByRole('radio', { name: flow }).check()
  if (grantType) await page.getByRole('radio', { name: grantType }).check()
}

/** Signs in with the flow and grant chosen on the page, up to the chats; fills in LiveChat's form if it is shown. */
export async function signIn(page: Page, { as = agent, ...way }: Way = {}): Promise<void> {
  await choose(page, way)
  const isKnown = await isKnownToLiveChat(page.context())
  if (way.flow === 'Redirect') {
    await signInButton(page).click()
    if (!isKnown) await fillInLogin(page, as)
    return expectChats(page)
  }
  const popup = await openPopup(page)
  if (!isKnown) await fillInLogin(popup, as)
  await expectChats(page)
  await closed(popup)
}

/** The list of everything there is. */
export const allChats = '/chats?show=all'

/**
 * Opens the app with an agent signed in, for tests of what comes after: by redirect in the implicit grant, in a
 * browser LiveChat knows, from the address the app would send them to; unless told otherwise at all chats.
 */
export async function openSignedIn(
  page: Page,
  { as = agent, at = allChats }: Way = {},
): Promise<void> {
  await makeKnownToLiveChat(page.context(), as)
  const { appUrl, accountsUrl } = runningStack()
  const redirectUri = `${appUrl}/callback`
  const { url, pending } = createImplicitRequest(
    completeOptions({ clientId, accountsUrl, redirectUri }, appUrl),
    { flow: 'redirect' },
    { state: createState(), createdAt: Date.now(), returnTo: at },
  )
  const kept = new Map<string, string>()
  savePending(pending, {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  })
  await page.addInitScript(
    ({ state, entries }) => {
      if (!location.hash.includes(state)) return
      for (const [key, value] of entries) sessionStorage.setItem(key, value)
    },
    { state: pending.state, entries: [...kept] },
  )
  await page.goto(url)
  await expectChats(page)
}

/** The agent signed in to LiveChat in this browser some time before. */
export async function makeKnownToLiveChat(context: BrowserContext, person = agent): Promise<void> {
  const { sandbox, accountsUrl } = runningStack()
  const { world } = sandbox
  const account = [...world.accounts.values()].find(({ email }) => email === person.email)
  if (!account) throw new RangeError(`The sandbox has no account ${person.email}.`)
  const page = context.pages()[0]
  const userAgent = (await page?.evaluate(() => navigator.userAgent)) ?? ''
  const { cookie } = openSession(world, account, { userAgent, ip: '127.0.0.1' })
  const { hostname } = new URL(accountsUrl)
  await context.addCookies([
    {
      name: sessionCookie,
      value: cookie,
      domain: hostname,
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    },
  ])
}

async function isKnownToLiveChat(context: BrowserContext): Promise<boolean> {
  const cookies = await context.cookies(runningStack().accountsUrl)
  return cookies.some(({ name }) => name === sessionCookie)
}

/** Sends the page to LiveChat's sign-in page and stops there. */
export async function leaveForLiveChat(page: Page, grantType?: GrantName): Promise<void> {
  await choose(page, { flow: 'Redirect', ...(grantType && { grantType }) })
  await signInButton(page).click()
  await page.getByTestId('login-email-input').waitFor()
}

/** Opens a second tab of the same browser and signs it in with one click. */
export async function signedInTab(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage()
  await signIn(tab)
  return tab
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
}

/** The notice that the session has ended. */
export function ended(page: Page) {
  return page.getByText('Your session has ended', { exact: true })
}

/** The prompt to continue before the session ends. */
export function prompt(page: Page) {
  return page.getByRole('region', { name: 'Your session is about to expire' })
}

export function continueButton(page: Page) {
  return page.getByRole('button', { name: 'Continue', exact: true })
}

/** Polls, and returns LiveChat's response. */
export async function refreshList(page: Page) {
  const answered = page.waitForResponse(/list_chats/)
  await page.getByRole('button', { name: 'Refresh' }).click()
  return answered
}

/** Ends `setOffline(true)`. The browser says so even on a machine whose only network is itself. */
export async function goOnline(page: Page): Promise<void> {
  await page.context().setOffline(false)
  await page.evaluate(() => navigator.onLine || dispatchEvent(new Event('online')))
}
