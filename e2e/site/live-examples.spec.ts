import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type PreviewServer, preview } from 'vite'
import { type RunningSandbox, startSandbox } from '../../sandbox/server/serve.ts'
import { findLiveExamples } from '../../site/live-examples.ts'
import { fillInLogin, openPopup, signInButton } from '../support/fixtures.ts'
import { portOf } from '../support/servers.ts'

const root = join(import.meta.dirname, '../..')

const examples = findLiveExamples()
let site: PreviewServer
let sandbox: RunningSandbox | undefined

test.beforeAll(async () => {
  site = await preview({
    configFile: false,
    root,
    base: process.env.SITE_BASE ?? '/',
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: 'site/dist' },
    preview: { host: '127.0.0.1', port: portOf(0, 0), strictPort: true },
  })
})

test.afterEach(async () => {
  await sandbox?.close()
  sandbox = undefined
})

test.afterAll(() => site.close())

function start(): Promise<RunningSandbox> {
  return startSandbox({ accountsPort: portOf(0, 1), apiPort: portOf(0, 2) })
}

const exampleOn = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('without the sandbox an example says how to start it, and runs once that is done', async ({
  page,
}) => {
  await page.goto('docs/frameworks/plain.html')
  const example = exampleOn(page, 'A page without a bundler')
  await expect(example.getByRole('status')).toContainText('npm run sandbox')
  await expect(example.locator('iframe')).toHaveCount(0)
  await expect(example.locator('pre')).toContainText('<sign-in-with-livechat')
  const tryAgain = example.getByRole('button', { name: 'Try again' })
  await tryAgain.click()
  await expect(example.getByRole('status')).toContainText('no answer')
  await expect(tryAgain).toBeFocused()

  sandbox = await start()
  await tryAgain.click()
  await expect(example.locator('iframe')).toBeFocused()
  await expect(example.getByRole('status')).toBeEmpty()
  const frame = example.locator('iframe').contentFrame()
  await fillInLogin(await openPopup(page, frame.locator('body')))
  await expect(frame.getByText('You are signed in until')).toBeVisible()
})

test('every example is the code below it, and signs in', async ({ page }) => {
  sandbox = await start()
  expect(examples.length).toBeGreaterThan(4)
  for (const [index, { document, title, code }] of examples.entries()) {
    await page.goto(document.replace(/\.md$/, '.html'))
    const example = exampleOn(page, title)
    expect(await example.locator('pre').innerText()).toBe(code.trimEnd())
    const frame = example.locator('iframe').contentFrame()
    const popup = await openPopup(page, frame.locator('body'))
    // Afterwards LiveChat knows the agent.
    if (index === 0) await fillInLogin(popup)
    await expect(signInButton(frame.locator('body'))).toBeHidden()
    const menu = frame.getByRole('button', { name: 'Account: Ada Agent' })
    await expect(menu.or(frame.getByText(/signed in until|unread/))).toBeVisible()
  }
})

test('on another origin than this machine’s an example says where it runs', async ({
  page,
  baseURL,
}) => {
  const address = new URL('docs/frameworks/react.html', baseURL)
  address.hostname = 'docs.localhost'
  await page.goto(address.href)
  const example = exampleOn(page, 'A React page')
  await expect(example.getByRole('status')).toContainText('npm run site:preview')
  await expect(example.getByRole('button', { name: 'Try again' })).toHaveCount(0)
  await expect(example.locator('iframe')).toHaveCount(0)
})

test('the gallery is a page of the site, also without the sandbox', async ({ page }) => {
  await page.goto('docs/theming.html')
  await page.getByRole('link', { name: 'Gallery', exact: true }).click()
  const gallery = page.locator('iframe').contentFrame()
  await expect(gallery.locator('#states').getByRole('button').first()).toBeVisible()
})
