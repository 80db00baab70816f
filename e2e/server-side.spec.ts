import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import type { BrowserContext, Page, Response } from '@playwright/test'
import { test as base, expect, expectNoSecret } from './support/attack-fixtures.ts'
import { expectNothingSeriousInAnyLook, expectNoViolation } from './support/axe.ts'
import { fillInLogin } from './support/fixtures.ts'

const secret = 'known-to-the-server-only'

const test = base.extend<{ url: string }>({
  url: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
    async ({}, use) => {
      const [port, accountsPort, apiPort] = await freePorts(3)
      const example = startExample({ PORT: port, ACCOUNTS_PORT: accountsPort, API_PORT: apiPort })
      await ready(example)
      await use(`http://localhost:${port}`)
      example.kill()
      await once(example, 'exit')
    },
    // It bundles the page first.
    { timeout: 120_000 },
  ],
})

/** Runs what `npm run example:server-side` runs, without the processes around it. */
function startExample(ports: Record<string, string | undefined>): ChildProcess {
  const root = join(import.meta.dirname, '..')
  const parameters = ['--import', 'tsx', 'examples/server-side/main.ts']
  const env = { ...process.env, ...ports, TSX_TSCONFIG_PATH: 'tsconfig.tools.json' }
  return spawn(process.execPath, parameters, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function ready({ stdout }: ChildProcess): Promise<void> {
  let said = ''
  for await (const part of stdout ?? []) {
    said += part
    if (said.includes('ready')) return
  }
  throw new Error(`The example did not start: ${said}`)
}

/** Ports that nobody listens at; all are free until all are known, so none is given twice. */
async function freePorts(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => String((server.address() as AddressInfo).port))
  for (const server of servers) server.close()
  await Promise.all(servers.map((server) => once(server, 'close')))
  return ports
}

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('link', { name: 'Sign in with LiveChat' }).click()
  await fillInLogin(page)
  await expect(page.getByText(/^The latest 10 of \d+/)).toBeVisible()
}

/** The sandbox has a cookie of its own on this host. */
async function ownCookies(page: Page) {
  const cookies = await page.context().cookies()
  return cookies.filter(({ name }) => name.startsWith('livechat-'))
}

/** Records everything the browser is sent, and everything it sends. */
function record(context: BrowserContext): () => Promise<string[]> {
  const parts: Promise<string>[] = []
  context.on('response', (response) => void parts.push(textOf(response)))
  return () => Promise.all(parts)
}

async function textOf(response: Response): Promise<string> {
  const request = response.request()
  const all = [request.url(), request.postData(), JSON.stringify(await request.allHeaders())]
  const body = await response.text().catch(() => 'a redirect has none')
  return [...all, JSON.stringify(await response.allHeaders()), body].join('\n')
}

test('an agent signs in to a server-side app, stays signed in after a reload, and signs out', async ({
  page,
  url,
}) => {
  await signIn(page, url)
  expect(page.url()).toBe(`${url}/`)
  await expect(page.getByRole('listitem')).toHaveCount(10)
  await page.reload()
  await expect(page.getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in with LiveChat' })).toBeVisible()
  expect(await ownCookies(page)).toEqual([])
})

test('the account menu of the page switches the account and signs out of every tab', async ({
  page,
  context,
  url,
}) => {
  await signIn(page, url)
  const account = (name: string) => page.getByRole('button', { name: `Account: ${name}` })
  await account('Ada Agent').click()
  await expect(page.getByText('Acme Outdoor')).toBeVisible()
  await expectNoViolation(page)
  await page.getByRole('menuitem', { name: 'Switch account' }).click()
  await fillInLogin(page, { email: 'smith@example.com', password: 'sandbox' })
  await account('Agent Smith').click()

  const other = await context.newPage()
  await other.goto(url)
  await expect(other.getByRole('listitem')).toHaveCount(10)
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  for (const tab of [page, other]) {
    await expect(tab.getByRole('button', { name: 'Sign in with LiveChat' })).toBeVisible()
    await expect(tab.getByRole('listitem')).toHaveCount(0)
  }
  expect(await ownCookies(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in with LiveChat' }).click()
  await expect(account('Agent Smith')).toBeVisible()
})

test('the secret never reaches the browser, and the token is in nothing that lasts (A57)', async ({
  page,
  context,
  url,
}) => {
  const recorded = record(context)
  const answered = page.waitForResponse('**/auth/token')
  await signIn(page, url)
  const { access_token: token, ...rest } = await (await answered).json()
  expect(Object.keys(rest)).not.toContain('refresh_token')
  await expectNoSecret(page, token)
  const cookies = await ownCookies(page)
  expect(cookies.map(({ name, httpOnly, sameSite }) => [name, httpOnly, sameSite])).toEqual([
    ['livechat-session', true, 'Lax'],
  ])
  expect(JSON.stringify(cookies)).not.toContain(token)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in with LiveChat' }).waitFor()
  const everything = await recorded()
  expect(everything.length).toBeGreaterThan(8)
  expect(everything.filter((part) => part.includes(secret))).toEqual([])
  expect(everything.filter((part) => part.includes('client_secret'))).toEqual([])
})

test('another site can neither get the token nor sign the agent out (A60)', async ({
  page,
  url,
  evil,
}) => {
  await signIn(page, url)
  const other = await page.context().newPage()
  await other.goto(
    evil.serve(
      '/token',
      `fetch('${url}/auth/token', { method: 'POST', credentials: 'include' })
      .then((response) => response.text(), () => 'refused')
      .then((text) => document.body.append(text))`,
    ),
  )
  await expect(other.locator('body')).toContainText('refused')
  for (const path of ['/auth/token', '/auth/sign-out']) {
    const answered = other.waitForResponse(url + path)
    await other.goto(
      evil.serve(
        '/form',
        `const form = document.createElement('form')
        form.method = 'post'
        form.action = '${url}${path}'
        document.body.append(form)
        form.submit()`,
      ),
    )
    expect((await answered).status()).toBe(403)
  }
  await page.reload()
  await expect(page.getByRole('listitem')).toHaveCount(10)
})

test('a response that was not asked for is refused, on a page that leads back', async ({
  page,
  url,
}) => {
  await page.goto(`${url}/auth/callback?code=forged&state=siwl_${'f'.repeat(64)}`)
  await expect(page.getByRole('heading', { name: 'Sign-in failed' })).toBeVisible()
  await expectNothingSeriousInAnyLook(page, [320, 1280])
  await page.getByRole('link', { name: 'Back' }).click()
  await expect(page.getByRole('link', { name: 'Sign in with LiveChat' })).toBeVisible()
})

test('its pages can be used by everybody', async ({ page, url }) => {
  await page.goto(url)
  await expectNothingSeriousInAnyLook(page, [320, 1280])
  await signIn(page, url)
  await expectNothingSeriousInAnyLook(page, [320, 1280])
})
