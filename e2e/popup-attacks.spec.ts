import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './support/attack-fixtures.ts'
import { expectChats, fillInLogin, openPopup, signInButton } from './support/fixtures.ts'
import { startEvilSite } from './support/hostile-site.ts'
import { signIn } from './support/session-steps.ts'

/** A token the sandbox accepts, so that only the check under test can reject it. */
const forgedAnswer = {
  data: { access_token: 'dal:secret-forged', token_type: 'Bearer', expires_in: 60 },
}

/** Replaces the accounts server's sign-in page. */
async function replaceAccountsPage(context: BrowserContext, accountsUrl: string, script: string) {
  await context.route(`${accountsUrl}/?*`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${script}</script>` }),
  )
}

/** Navigates from inside the page: a navigation by the browser would cut its opener. */
async function wander(popup: Page, url: string) {
  await popup.evaluate((to) => {
    setTimeout(() => location.assign(to))
  }, url)
  await popup.waitForURL(url)
}

/** Waits for a window to show LiveChat's sign-in page at its final URL. */
async function openLogin(page: Page): Promise<Page> {
  const popup = await openPopup(page)
  await popup.getByTestId('login-email-input').waitFor()
  return popup
}

async function expectStillWaiting(page: Page) {
  await expect(signInButton(page)).toHaveAttribute('aria-busy', 'true')
}

test('a message from a hostile origin is ignored and the sign-in completes (A15)', async ({
  page,
  context,
  evil,
}) => {
  await page.goto('/')
  const popup = await openLogin(page)
  const state = new URL(popup.url()).searchParams.get('state')
  const answer = { data: { ...forgedAnswer.data, state } }
  const attack = evil.serve(
    '/',
    `opener.postMessage(${JSON.stringify(answer)}, '*'); document.title = 'sent'`,
  )
  const opened = context.waitForEvent('page')
  await page.evaluate((url) => {
    window.open(url)
  }, attack)
  await expect(await opened).toHaveTitle('sent')
  await expectStillWaiting(page)
  await fillInLogin(popup)
  await expectChats(page)
})

test('a message from the right origin but another window is ignored (A16)', async ({
  page,
  context,
  stack,
}) => {
  await page.goto('/')
  const popup = await openLogin(page)
  const state = new URL(popup.url()).searchParams.get('state')
  const answer = { data: { ...forgedAnswer.data, state } }
  await context.route(`${stack.accountsUrl}/elsewhere`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script>opener.postMessage(${JSON.stringify(answer)}, '*'); document.title = 'sent'</script>`,
    }),
  )
  const opened = context.waitForEvent('page')
  await page.evaluate((url) => {
    window.open(url)
  }, `${stack.accountsUrl}/elsewhere`)
  await expect(await opened).toHaveTitle('sent')
  await expectStillWaiting(page)
  await fillInLogin(popup)
  await expectChats(page)
})

test('a message of the right window with a wrong state is never a session (A17)', async ({
  page,
  context,
  stack,
  world,
}) => {
  const forged = { data: { ...forgedAnswer.data, state: 'wrong' } }
  await replaceAccountsPage(
    context,
    stack.accountsUrl,
    `opener.postMessage(${JSON.stringify(forged)}, '*')`,
  )
  await page.goto('/')
  await openPopup(page)
  await expect(page.getByRole('alert')).toContainText('does not belong to a sign-in started here')
  expect(world.requests.filter((one) => one.headers.authorization)).toEqual([])
})

test('our own window on a look-alike origin is ignored, even with the right state (A18)', async ({
  page,
  context,
  stack,
}) => {
  const otherPort = await startEvilSite('accounts.localhost')
  const suffix = await startEvilSite('accounts.localhost.evil.localhost')
  await page.goto('/')
  const popup = await openLogin(page)
  const loginUrl = popup.url()
  const state = new URL(loginUrl).searchParams.get('state')
  const script = `opener.postMessage(${JSON.stringify({ data: { ...forgedAnswer.data, state } })}, '*'); document.title = 'sent'`
  for (const lookAlike of [otherPort, suffix]) {
    await wander(popup, lookAlike.serve('/', script))
    await expect(popup).toHaveTitle('sent')
    await expectStillWaiting(page)
  }
  await context.route('https://accounts.livechatinc.com/', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><script>${script}</script>` }),
  )
  await wander(popup, 'https://accounts.livechatinc.com/')
  await expect(popup).toHaveTitle('sent')
  await expectStillWaiting(page)
  expect(stack.accountsUrl).not.toContain('livechat.com')

  await wander(popup, loginUrl)
  await fillInLogin(popup)
  await expectChats(page)
  await otherPort.close()
  await suffix.close()
})

test('nonsense and a flood from the right window do no harm (A19, A20)', async ({
  page,
  context,
  stack,
}) => {
  // Fifty megabytes and ten thousand messages take a busy machine a while.
  test.slow()
  const crashes: Error[] = []
  page.on('pageerror', (error) => crashes.push(error))
  await context.route(`${stack.accountsUrl}/nonsense`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script>
        const cyclic = {}; cyclic.self = cyclic
        for (const one of [null, 7, 'text', new Map([['data', 1]]), [], cyclic, { more: 'x'.repeat(5e7) }])
          opener.postMessage(one, '*')
        for (let i = 0; i < 10000; i++) opener.postMessage({ flood: i }, '*')
        document.title = 'sent'
      </script>`,
    }),
  )
  await page.goto('/')
  const popup = await openLogin(page)
  const loginUrl = popup.url()
  await wander(popup, `${stack.accountsUrl}/nonsense`)
  await expect(popup).toHaveTitle('sent')
  await expectStillWaiting(page)
  await wander(popup, loginUrl)
  await fillInLogin(popup)
  await expectChats(page)
  expect(crashes).toEqual([])
})

test('a hostile page that uses our client id receives nothing (A21)', async ({
  page,
  evil,
  stack,
}) => {
  const authorize = new URL(stack.accountsUrl)
  authorize.search = new URLSearchParams({
    client_id: '9cbf3a968289727cb3cdfe83ab1d9836',
    redirect_uri: stack.appUrl,
    response_type: 'token',
    state: 'evil',
    flow: 'button',
  }).toString()
  const url = evil.serve(
    '/',
    `addEventListener('message', (event) => { document.title = 'received ' + JSON.stringify(event.data) })
     addEventListener('click', () => window.open(${JSON.stringify(authorize.href)}))`,
  )
  await page.goto(url)
  const opened = page.waitForEvent('popup')
  await page.locator('body').click({ position: { x: 5, y: 5 }, force: true })
  const popup = await opened
  const closed = popup.waitForEvent('close')
  await fillInLogin(popup)
  await closed
  await expect(page).toHaveTitle('evil')
  expect(evil.requests.join()).not.toContain('dal:')
})

test('the window’s name is new every time, so that nobody can know it (A22)', async ({ page }) => {
  await page.goto('/')
  const names = []
  for (let i = 0; i < 2; i++) {
    const blank = page.waitForEvent('popup')
    await page.evaluate(() => {
      const open = window.open.bind(window)
      window.open = (url, name, features) => {
        document.body.dataset.openedName = name ?? ''
        return open(url, name, features)
      }
    })
    await signInButton(page).click()
    const popup = await blank
    names.push(await page.evaluate(() => document.body.dataset.openedName))
    await popup.close()
    await expect(page.getByRole('alert')).toBeVisible()
  }
  expect(new Set(names).size).toBe(2)
  for (const name of names) expect(name).toMatch(/[0-9a-f]{32}$/)
})

test('a pop-up sent to a hostile page can navigate our page away, but gets no token (A23)', {
  tag: '@chromium',
}, async ({ page, evil, world }) => {
  await signIn(page)
  const [token] = world.accessTokens.keys()
  expect(token).toBeDefined()
  const attack = evil.serve('/', `if (opener) opener.location = '${evil.url}/phish'`)
  const opened = page.waitForEvent('popup')
  await page.evaluate((url) => {
    window.open(url)
  }, attack)
  await opened
  await page.waitForURL(`${evil.url}/phish`)
  expect(await page.evaluate(() => window.name)).toBe('')
  expect(evil.requests.join()).not.toContain(token)
})

test('a hostile page that opens our app keeps no handle on it (A24)', { tag: '@chromium' }, async ({
  page,
  evil,
  stack,
}) => {
  await page.goto(
    evil.serve(
      '/',
      `addEventListener('click', () => { globalThis.ours = window.open('${stack.appUrl}/', 'mine') })`,
    ),
  )
  const opened = page.context().waitForEvent('page')
  await page.locator('body').click({ position: { x: 5, y: 5 }, force: true })
  const app = await opened
  await expect(signInButton(app)).toBeVisible()
  expect(await app.evaluate(() => [window.opener, window.name])).toEqual([null, ''])
  await expect.poll(() => page.evaluate('ours.closed')).toBe(true)
})

test('neither our app nor LiveChat’s pages are shown in a frame (A25)', async ({
  page,
  evil,
  stack,
}) => {
  for (const framed of [stack.appUrl, `${stack.accountsUrl}/signin?client_id=x`]) {
    await page.goto(
      evil.serve(
        '/',
        `const f = document.createElement('iframe'); f.src = ${JSON.stringify(framed)}; f.onload = () => { document.title = 'loaded' }; document.body.append(f)`,
      ),
    )
    await expect(page).toHaveTitle('loaded')
    const frame = page.frames().find((one) => one !== page.mainFrame())
    expect(frame?.url()).toContain('chrome-error://')
  }
})

test('a double click that began before the grant page was there does not allow access (A25)', async ({
  page,
  context,
  world,
}) => {
  const client = world.clients.get('9cbf3a968289727cb3cdfe83ab1d9836')
  if (client) client.visibility = 'public'
  await context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const allow = [...document.querySelectorAll('button')].find(
        (button) => button.textContent?.trim() === 'Allow',
      )
      allow?.click()
      if (allow) document.title = 'clicked at once'
    })
  })
  await page.goto('/')
  const popup = await openPopup(page)
  await fillInLogin(popup)
  await expect(popup).toHaveTitle('clicked at once')
  const allow = popup.getByRole('button', { name: 'Allow' })
  await expect(allow).toBeEnabled()
  expect(world.accessTokens.size).toBe(0)
  await allow.click()
  await expectChats(page)
})

test('a hostile page we navigate to finds no window name (A31)', { tag: '@chromium' }, async ({
  page,
  evil,
}) => {
  await signIn(page)
  await page.goto(evil.serve('/', 'document.title = JSON.stringify(window.name)'))
  await expect(page).toHaveTitle('""')
})
