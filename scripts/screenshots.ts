import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { serveBuilt } from '../e2e/serve-built.ts'
import { revokeTokens, setTokenLifetime } from '../sandbox/control-actions.ts'
import { clients } from '../sandbox/seed.ts'
import { startSandbox } from '../sandbox/serve.ts'
import { ensureChromium } from './chromium.ts'

/** `npm run screenshots`: every page and state, wide and narrow, light and dark; one of them is the README's. */
const folder = join(import.meta.dirname, '../screenshots')
const readmePicture = join(import.meta.dirname, '../docs/chats.png')

const appPort = 4200
const appUrl = `http://localhost:${appPort}`
const [client] = clients
const clientId = client?.clientId ?? ''

const sandbox = await startSandbox({
  accountsPort: appPort + 1,
  apiPort: appPort + 2,
  clients: clients.map((one) => ({ ...one, redirectUris: [...one.redirectUris, appUrl] })),
})
process.env.VITE_LIVECHAT_ACCOUNTS_URL = sandbox.accountsUrl
process.env.VITE_LIVECHAT_API_URL = sandbox.apiUrl
const app = await serveBuilt(join(import.meta.dirname, '..'), appPort, {})
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})

const sizes = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 844 } }

await mkdir(folder, { recursive: true })
await mkdir(join(readmePicture, '..'), { recursive: true })
for (const [size, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await takeAll(browser, `${size}-${colorScheme}`, { viewport, colorScheme })
  }
}
await browser.close()
await app.close()
await sandbox.close()

async function takeAll(
  from: Browser,
  suffix: string,
  look: { viewport: { width: number; height: number }; colorScheme: 'light' | 'dark' },
): Promise<void> {
  sandbox.reset()
  const { world } = sandbox
  const known = world.clients.get(clientId)
  const context = await from.newContext({ ...look, baseURL: appUrl, deviceScaleFactor: 2 })
  const page = await context.newPage()
  const take = (of: Page, name: string) =>
    of.screenshot({ path: join(folder, `${name}-${suffix}.png`), animations: 'disabled' })

  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in with LiveChat' }).waitFor()
  await take(page, 'sign-in')

  const denied = await openPopup(page)
  await denied.setViewportSize({ width: Math.min(500, look.viewport.width), height: 650 })
  await take(denied, 'accounts-login')
  await take(page, 'sign-in-busy')
  await fillIn(denied, 'wrong')
  await denied.getByRole('alert').waitFor()
  await take(denied, 'accounts-wrong-password')
  if (known) known.visibility = 'public'
  await fillIn(denied, 'sandbox')
  await denied.getByRole('button', { name: 'Allow' }).waitFor()
  await take(denied, 'accounts-consent')
  await denied.getByRole('button', { name: 'Deny' }).click()
  await page.getByRole('alert').waitFor()
  await take(page, 'sign-in-denied')
  if (known) known.visibility = 'private'

  const lost = await context.newPage()
  await lost.goto(`${sandbox.accountsUrl}/?client_id=unknown&response_type=token`)
  await take(lost, 'accounts-ooops')
  await lost.close()

  await page.goto('/callback#access_token=x&state=forged')
  await page.getByRole('alert').waitFor()
  await take(page, 'callback-refused')
  await page.goto('/nowhere')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await take(page, 'not-found')

  world.faults.push({ endpoint: 'list_chats', times: 1, delay: 60_000 })
  await page.goto('/chats')
  await signInButton(page).click()
  await page.getByRole('timer').waitFor()
  await take(page, 'chats-loading')
  world.faults.length = 0
  await page.goto('/')
  await signInButton(page).waitFor()
  await take(page, 'continue-as')

  await signIn(page)
  await take(page, 'chats')
  await page.getByRole('listitem').nth(2).getByRole('link').click()
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  await take(page, 'conversation')
  if (suffix === 'wide-light') await page.screenshot({ path: readmePicture })
  await page.getByRole('link', { name: 'agent@example.com' }).click()
  await page.getByRole('heading', { name: 'Your account' }).waitFor()
  await page.getByRole('list', { name: 'Sessions' }).waitFor()
  await takeWhole(page, 'account')
  await page.goBack()
  await page.goBack()
  await page.getByRole('radio', { name: 'Queued' }).check()
  await page.getByRole('listitem').first().waitFor()
  await take(page, 'chats-queued')
  await page.getByRole('searchbox').fill('tent')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('heading', { name: 'Archives', level: 1 }).waitFor()
  await page.getByRole('listitem').first().waitFor()
  await take(page, 'archives')
  await page.goBack()

  world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'internal' })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByRole('alert').waitFor()
  await take(page, 'chats-error')
  await context.setOffline(true)
  await page.getByText('You are offline').waitFor()
  await take(page, 'chats-offline')
  await context.setOffline(false)
  await page.getByText('You are offline').waitFor({ state: 'hidden' })
  revokeTokens(world, { clientId })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await page.getByText('Your session has ended', { exact: true }).waitFor()
  await take(page, 'chats-expired')

  setTokenLifetime(world, clientId, 50)
  await signIn(page)
  await page.getByRole('button', { name: 'Continue', exact: true }).waitFor()
  await take(page, 'chats-expiring')
  setTokenLifetime(world, clientId, 28_800)
  const none = { status: 200, body: '{"chats_summary":[],"found_chats":0}' }
  world.faults.push({ endpoint: 'list_chats', times: 1, ...none })
  await signIn(page, 'No chats yet')
  await take(page, 'chats-empty')
  world.faults.push({ endpoint: 'list_chats', times: 1, errorType: 'authorization' })
  await signIn(page, 'This sign-in may not list chats')
  await take(page, 'chats-missing-scope')
  await context.close()

  function takeWhole(whole: Page, name: string) {
    return whole.screenshot({
      path: join(folder, `${name}-${suffix}.png`),
      animations: 'disabled',
      fullPage: true,
    })
  }
}

/** Also after a reload, when the button knows who was here. */
function signInButton(page: Page) {
  return page.getByRole('button', { name: /^(Sign in with LiveChat|Continue as)/ })
}

async function openPopup(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Sign in with LiveChat' }).click()
  const popup = await opened
  await popup.getByTestId('login-email-input').waitFor()
  return popup
}

async function fillIn(popup: Page, password: string): Promise<void> {
  await popup.getByTestId('login-email-input').fill('agent@example.com')
  await popup.getByTestId('login-password-input').fill(password)
  await popup.getByTestId('login-submit-button').click()
}

/** The accounts session lives, so one click is enough. */
async function signIn(page: Page, until?: string): Promise<void> {
  await page.goto('/chats')
  await signInButton(page).click()
  await (until ? page.getByText(until) : page.getByRole('listitem').first()).waitFor()
}
