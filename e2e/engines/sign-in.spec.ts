import { withResolvers } from '../../src/older-browsers/index.ts'
import { clientId } from '../support/fixtures.ts'
import type { Page } from './browser.ts'
import { expect, test } from './fixtures.ts'
import {
  chatRows,
  choose,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  signInBy,
} from './steps.ts'

/** All that a page keeps where a script, another page or another person could read it. */
function keptBy(page: Page): Promise<string> {
  return page.script(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      location.href,
      history.state,
      window.name,
      document.documentElement.outerHTML,
    ]),
  )
}

for (const flow of ['Popup', 'Redirect'] as const) {
  for (const grant of ['Implicit', 'Code'] as const) {
    test(`an agent signs in by ${flow} with the ${grant} grant, sees chats, and no token is left outside memory`, async ({
      tab,
      world,
    }) => {
      await signInBy(tab, { flow, grant })
      await tab.isAt('/chats')
      await expect.poll(() => tab.browser.handles()).toHaveLength(1)
      const kept = await keptBy(tab)
      const tokens = [...world.accessTokens.keys(), ...world.refreshTokens.keys()]
      expect(tokens.length).toBeGreaterThan(0)
      for (const token of tokens) expect(kept).not.toContain(token.slice(token.indexOf(':') + 1))
    })
  }

  test(`a deep link signs in by ${flow} and comes back to exactly that place`, async ({ tab }) => {
    await signInBy(tab, { flow, at: '/chats?show=active#here' })
    await tab.isAt('/chats?show=active#here')
  })
}

test('closing the sign-in window is noticed within about a second, and said', async ({ tab }) => {
  await tab.goto('/')
  const popup = await openPopup(tab)
  await popup.testId('login-email-input').appears()
  await popup.close()
  await tab.role('alert').says('closed before you finished')
  await fillInLogin(await openPopup(tab))
  await expectChats(tab)
})

test('a blocked sign-in window is said, and the redirect it offers signs in', async ({ tab }) => {
  await tab.goto('/')
  await signInButton(tab).appears()
  // A click nobody made gives no right to open windows.
  await tab.script(() => {
    const button = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.includes('Sign in with LiveChat'),
    )
    button?.click()
  })
  await tab.role('alert').says('blocked the sign-in window')
  expect(await tab.browser.handles()).toHaveLength(1)
  await tab.role('button', 'Use this tab instead').click()
  await fillInLogin(tab)
  await expectChats(tab)
})

test('an agent who denies is told so, and can sign in again', async ({ tab, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await tab.goto('/')
  const popup = await openPopup(tab)
  await fillInLogin(popup)
  await popup.role('button', 'Deny').click()
  await tab.role('alert').says('Access was denied')
  if (client) client.visibility = 'private'
  await signInButton(tab).click()
  await expectChats(tab)
})

test('a reload offers to continue as the agent, with one click', async ({ tab }) => {
  await signInBy(tab)
  await tab.role('banner').says('Ada Agent')
  await tab.reload()
  await tab.role('button', 'Continue as Ada Agent').click()
  await expectChats(tab)
})

test('Back from LiveChat’s page finds the button ready, and the redirect still works', async ({
  tab,
}) => {
  await choose(tab, { flow: 'Redirect' })
  await signInButton(tab).click()
  await tab.testId('login-email-input').appears()
  await tab.back()
  await tab.isAt('/')
  await expect
    .poll(() => signInButton(tab).map((one) => one.getAttribute('aria-busy')))
    .toEqual(['false'])
  await signInBy(tab, { flow: 'Redirect' })
})

test('after a redirect, Back does not use its answer again, and leaves none in the address', async ({
  tab,
  world,
}) => {
  await signInBy(tab, { flow: 'Redirect' })
  const [token = ''] = world.accessTokens.keys()
  await tab.back()
  // One browser still has the page as it was left, one has LiveChat's, one asks LiveChat again and refuses the answer.
  const shown = async () => {
    const counts = [signInButton(tab), chatRows(tab), tab.testId('login-email-input')]
    return (await Promise.all(counts.map((one) => one.count()))).some((count) => count > 0)
  }
  await expect.poll(() => shown().catch(() => false)).toBe(true)
  await expect.poll(() => tab.url().catch(String)).not.toContain('access_token')
  // Between two pages Firefox lets nobody read its storage.
  const secret = token.slice(token.indexOf(':') + 1)
  await expect
    .poll(() => keptBy(tab).catch(() => undefined))
    .toEqual(expect.not.stringContaining(secret))
})

test('the part of the page for signed-in agents is fetched again when it failed to load', async ({
  tab,
  front,
}) => {
  const left = front.refuse(/signed-in-pages-.*\.js/, 1)
  await tab.goto('/')
  const popup = await openPopup(tab)
  await expect.poll(left).toBe(0)
  await fillInLogin(popup)
  await expectChats(tab)
})

test('the code grant is fetched again when it failed to load', async ({ tab, front }) => {
  const left = front.refuse(/code-grant-.*\.js/, 1)
  await choose(tab, {})
  await tab.role('radio', /^Code/).click()
  await expect.poll(left).toBe(0)
  await expect.poll(() => front.paths.filter((path) => /code-grant/.test(path)).length).toBe(2)
  await fillInLogin(await openPopup(tab))
  await expectChats(tab)
})

for (const grantType of ['implicit', 'code']) {
  test(`a sign-in without a client signs in, in the ${grantType} grant`, async ({
    tab,
    serveIsolated,
    stack,
  }) => {
    const { url } = await serveIsolated('core')
    await openCorePage(tab, url, { clientId, accountsUrl: stack.accountsUrl, grantType })
    await fillInLogin(await tab.browser.opened(() => tab.role('button', 'Once').click()))
    await tab.css('output').says('once true')
  })
}

test('the code grant signs in when the click comes long before it is loaded', async ({
  tab,
  serveIsolated,
  stack,
}) => {
  const front = await serveIsolated('core')
  const loaded = withResolvers<void>()
  front.delay(/code-grant/, loaded.promise)
  const { accountsUrl } = stack
  await openCorePage(tab, front.url, { clientId, accountsUrl, grantType: 'code' })
  const popup = await tab.browser.opened(() => tab.role('button', 'First').click())
  await expect.poll(() => popup.url().catch(String)).toContain(accountsUrl)
  loaded.resolve()
  await fillInLogin(popup)
  await tab.css('output').says('signed-in')
})

async function openCorePage(page: Page, url: string, options: object): Promise<void> {
  await page.goto(`${url}/?options=${encodeURIComponent(JSON.stringify([options]))}`)
  await page.css('output').says('signed-out')
}

for (const grant of ['token', 'code']) {
  test(`a page written for LiveChat’s own client signs in with the drop-in, ${grant}`, async ({
    tab,
    serveIsolated,
    stack,
  }) => {
    const { url } = await serveIsolated('sample')
    await tab.goto(`${url}/?accounts=${encodeURIComponent(stack.accountsUrl)}&grant=${grant}`)
    await fillInLogin(await tab.browser.opened(() => tab.role('button', 'Popup').click()))
    await tab.css('output').says('"access_token":"dal:')
    await tab.goto(url)
    await tab.role('button', 'Redirect').click()
    await tab.css('output').says('"access_token":"dal:')
    expect(await tab.url()).not.toMatch(/access_token|code=/)
  })
}
