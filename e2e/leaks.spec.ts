import { readdir, readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { chromium, type Request } from '@playwright/test'
import { expect, expectNoSecret, test } from './support/attack-fixtures.ts'
import { expectChats, fillInLogin, openPopup } from './support/fixtures.ts'
import { choose, leaveForLiveChat, openSignedIn, signIn } from './support/session-steps.ts'

test('the code verifier of a pop-up is in no storage while the window is open', async ({
  page,
}) => {
  await choose(page, { flow: 'Popup', grantType: 'Code' })
  const popup = await openPopup(page)
  await popup.getByTestId('login-email-input').waitFor()
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  )
  const exchange = page.waitForRequest('**/v2/token')
  await fillInLogin(popup)
  const verifier = verifierOf(await exchange)
  expect(kept).not.toContain(verifier)
})

test('the code verifier of a redirect is in this tab’s storage only, and gone after', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      atLoad: [{ ...sessionStorage }, { ...localStorage }].map((one) => JSON.stringify(one)),
    })
  })
  await leaveForLiveChat(page, 'Code')
  const exchange = page.waitForRequest('**/v2/token')
  await fillInLogin(page)
  const verifier = verifierOf(await exchange)
  await expectChats(page)
  const [session, local] = await page.evaluate(() => Reflect.get(window, 'atLoad') as string[])
  expect(session).toContain(verifier)
  expect(local).not.toContain(verifier)
  await expectNoSecret(page, verifier)
})

function verifierOf(exchange: Request): string {
  const verifier = new URLSearchParams(exchange.postData() ?? '').get('code_verifier') ?? ''
  expect(verifier.length).toBeGreaterThan(42)
  return verifier
}

test('after an implicit redirect the token remains where docs/security.md says, until a new document loads (A32)', async ({
  page,
  world,
}) => {
  await signIn(page, { flow: 'Redirect' })
  const [token = ''] = world.accessTokens.keys()
  const secret = token.slice(token.indexOf(':') + 1)
  const residual = () =>
    page.evaluate(() =>
      [
        performance.getEntriesByType('navigation')[0]?.name,
        Reflect.get(window, 'navigation')?.activation?.entry?.url,
      ].join(' '),
    )
  expect(await residual()).toContain(secret)
  await page.reload()
  expect(await residual()).not.toContain(secret)
})

test(
  'after a pop-up the browser’s profile on disk contains no token (A33)',
  { tag: '@chromium' },
  async ({ stack, world }, info) => {
    const profile = info.outputPath('profile')
    const { launchOptions = {} } = info.project.use
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions,
      baseURL: stack.appUrl,
    })
    await signIn(await context.newPage())
    const [token = ''] = world.accessTokens.keys()
    const secret = token.slice(token.indexOf(':') + 1)
    await context.close()
    for (const file of await readdir(profile, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue
      const content = await readFile(join(file.parentPath, file.name), 'latin1')
      expect(content.includes(secret), file.name).toBe(false)
    }
  },
)

/** Counts the connections to a port that pages reach by https. */
async function listenForHttps() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://evil.localhost:${port}`,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

test('a script that got into the page cannot send the token to another host, by http or https (A35)', async ({
  page,
  evil,
}) => {
  await openSignedIn(page)
  const secure = await listenForHttps()
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      document.body.dataset.blocked = `${document.body.dataset.blocked ?? ''} ${effectiveDirective}`
    })
  })
  for (const url of [evil.url, secure.url]) {
    await page.evaluate((url) => {
      fetch(`${url}/fetch`).catch(() => {})
      navigator.sendBeacon(`${url}/beacon`)
      new WebSocket(url.replace('http', 'ws'))
      new Image().src = `${url}/unattached-image`
      const image = document.createElement('img')
      image.src = `${url}/image`
      image.srcset = `${url}/srcset 2x`
      const frame = document.createElement('iframe')
      frame.src = `${url}/frame`
      const video = document.createElement('video')
      video.poster = `${url}/poster`
      video.src = `${url}/video`
      const links = [
        { rel: 'stylesheet' },
        { rel: 'icon' },
        { rel: 'prefetch' },
        { rel: 'manifest' },
        { rel: 'preload', as: 'image' },
        { rel: 'preload', as: 'fetch' },
        { rel: 'modulepreload' },
      ].map((attributes) =>
        Object.assign(document.createElement('link'), attributes, { href: `${url}/link` }),
      )
      document.body.style.backgroundImage = `url(${url}/background)`
      document.head.append(...links)
      document.body.append(image, frame, video)
    }, url)
  }
  for (const directive of ['connect-src', 'img-src', 'style-src-elem', 'frame-src', 'media-src']) {
    await expect(page.locator('body')).toHaveAttribute('data-blocked', new RegExp(directive))
  }
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
  expect(evil.requests).toEqual([])
  expect(secure.connections()).toBe(0)
  await secure.close()
})

test('the app is served with the headers it promises', async ({ page }) => {
  const headers = (await page.goto('/'))?.headers() ?? {}
  expect(headers).toMatchObject({
    'cross-origin-opener-policy': 'same-origin-allow-popups',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'cache-control': 'no-store',
  })
  const script = await page.locator('script[src^="/assets/"]').first().getAttribute('src')
  const caching = await page.evaluate(
    (paths) =>
      Promise.all(paths.map(async (path) => (await fetch(path)).headers.get('Cache-Control'))),
    [String(script), '/assets/gone.js'],
  )
  expect(caching).toEqual(['public, max-age=31536000, immutable', 'no-store'])
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]) {
    expect(headers['content-security-policy']).toContain(part)
  }
})
