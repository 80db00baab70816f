/** The part of Playwright's `Locator` this helper uses, the same in every version. */
interface Target {
  click(): Promise<void>
  fill(text: string): Promise<void>
  first(): Target
  or(other: Target): Target
  isVisible(): Promise<boolean>
  waitFor(options: { timeout: number }): Promise<void>
}

/** The part of Playwright's `Page` this helper uses, the same in every version. */
export interface BrowserPage {
  url(): string
  isClosed(): boolean
  getByRole(role: 'button', options: { name: string | RegExp }): Target
  getByTestId(id: string): Target
  waitForURL(matches: (url: URL) => boolean, options: { timeout: number }): Promise<void>
  waitForEvent(event: 'popup', options: { timeout: number }): Promise<BrowserPage>
  waitForEvent(event: 'close' | 'domcontentloaded', options: { timeout: number }): Promise<unknown>
}

/** Who signs in to the sandbox, and how. */
export interface SandboxSignIn {
  /** Default `agent@example.com`. */
  email?: string
  /** Default `sandbox`. */
  password?: string
  /** Clicks what starts the sign-in; default: the button named *Sign in with LiveChat*. */
  click?: () => Promise<void>
  /** Milliseconds to wait for each step; default 15,000. */
  timeout?: number
}

/**
 * Signs in through the sandbox, in a sign-in window or by redirect, as a person does: clicks the button, fills in the
 * form and allows access.
 *
 * ```ts
 * await signInThroughSandbox(page)
 * ```
 *
 * Resolves when the sandbox has nothing left to ask; then wait for what your page shows a signed-in agent.
 *
 * @param page A Playwright page that shows your sign-in button.
 * @throws {Error} What the sandbox refused the sign-in with, or Playwright's timeout error when a step takes too long, for
 *   instance because of a wrong password.
 */
export async function signInThroughSandbox(
  page: BrowserPage,
  {
    email = 'agent@example.com',
    password = 'sandbox',
    click = () => page.getByRole('button', { name: 'Sign in with LiveChat' }).first().click(),
    timeout = 15_000,
  }: SandboxSignIn = {},
): Promise<void> {
  const { origin } = new URL(page.url())
  const popup = page.waitForEvent('popup', { timeout })
  const redirected = page.waitForEvent('domcontentloaded', { timeout }).then(() => page)
  await click()
  const signInPage = await Promise.race([popup, redirected])
  const done = Promise.race([
    signInPage === page
      ? page.waitForURL((url) => url.origin === origin, { timeout })
      : waitForClose(signInPage, timeout),
    rejectOnErrorPage(signInPage, origin, timeout),
  ])
  // When a step before it fails, nobody awaits it any more.
  done.catch(() => {})

  const appears = (target: Target) =>
    Promise.race([target.waitFor({ timeout }).then(() => true), done.then(() => false)])
  const login = signInPage.getByTestId('login-email-input')
  const allow = signInPage.getByRole('button', { name: 'Allow' })
  if (!(await appears(login.or(allow)))) return
  if (await login.isVisible()) {
    await login.fill(email)
    await signInPage.getByTestId('login-password-input').fill(password)
    await signInPage.getByTestId('login-submit-button').click()
    if (!(await appears(allow))) return
  }
  await allow.click()
  await done
}

/** Waits until a window closes; one that is closed already fires no event. */
async function waitForClose(popup: BrowserPage, timeout: number): Promise<void> {
  if (!popup.isClosed()) await popup.waitForEvent('close', { timeout })
}

/** Rejects when the sandbox shows its error page, where a test would wait in vain; never resolves. */
async function rejectOnErrorPage(
  signInPage: BrowserPage,
  origin: string,
  timeout: number,
): Promise<never> {
  const isErrorPage = (url: URL) => url.origin !== origin && url.pathname === '/ooops'
  try {
    await signInPage.waitForURL(isErrorPage, { timeout })
  } catch {
    // It closed, or stayed elsewhere: the other waits say which.
    return new Promise(() => {})
  }
  const { searchParams } = new URL(signInPage.url())
  const exceptions = ['oauth_exception', 'exception_details'].map((name) => searchParams.get(name))
  throw new Error(
    `The sandbox refused the sign-in: ${exceptions.filter(Boolean).join(', ')}. Its window says what to do; see also docs/testing.md.`,
  )
}
