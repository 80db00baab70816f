/** What is needed of Playwright's `Locator`, whatever its version. */
interface Target {
  click(): Promise<void>
  fill(text: string): Promise<void>
  first(): Target
  or(other: Target): Target
  isVisible(): Promise<boolean>
  waitFor(options: { timeout: number }): Promise<void>
}

/** What is needed of Playwright's `Page`. */
export interface BrowserPage {
  url(): string
  isClosed(): boolean
  getByRole(role: 'button', options: { name: string | RegExp }): Target
  getByTestId(id: string): Target
  waitForURL(matches: (url: URL) => boolean, options: { timeout: number }): Promise<void>
  waitForEvent(event: 'popup', options: { timeout: number }): Promise<BrowserPage>
  waitForEvent(event: 'close' | 'domcontentloaded', options: { timeout: number }): Promise<unknown>
}

export interface SandboxSignIn {
  /** Default `agent@example.com`. */
  email?: string
  /** Default `sandbox`. */
  password?: string
  /** What to click; default: the button named *Sign in with LiveChat*. */
  click?: () => Promise<void>
  /** Milliseconds each step may take; default 15,000. */
  timeout?: number
}

/**
 * Signs in through the sandbox, by pop-up or redirect, as a person would: clicks, fills in, allows.
 *
 * ```ts
 * await signInThroughSandbox(page)
 * ```
 *
 * Returns when the sandbox has nothing left to ask; wait then for what your page shows an agent.
 *
 * @param page A Playwright page that shows your sign-in button.
 * @throws {Error} Playwright's, when a step takes too long: for instance with a wrong password.
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
  const place = await Promise.race([popup, redirected])
  const done =
    place === page
      ? page.waitForURL((url) => url.origin === origin, { timeout })
      : closing(place, timeout)
  // Only the race that meets it says whether it is late; nobody else waits for it.
  done.catch(() => {})

  const appears = (target: Target) =>
    Promise.race([target.waitFor({ timeout }).then(() => true), done.then(() => false)])
  const login = place.getByTestId('login-email-input')
  const allow = place.getByRole('button', { name: 'Allow' })
  if (!(await appears(login.or(allow)))) return
  if (await login.isVisible()) {
    await login.fill(email)
    await place.getByTestId('login-password-input').fill(password)
    await place.getByTestId('login-submit-button').click()
    if (!(await appears(allow))) return
  }
  await allow.click()
  await done
}

/** A window that already closed has no event left to wait for. */
async function closing(popup: BrowserPage, timeout: number): Promise<void> {
  if (!popup.isClosed()) await popup.waitForEvent('close', { timeout })
}
