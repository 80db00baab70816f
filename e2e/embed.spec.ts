import type { FrameLocator, Page } from '@playwright/test'
import { signInThroughSandbox } from '../src/testing/index.ts'
import { expectNoViolation } from './axe.ts'
import { agent, clientId, expect, fillInLogin, openPopup, signInButton, test } from './stack.ts'

const plain = '/examples/plain.html'

/** Refusals of the page's Content-Security-Policy, as the browser prints them. */
function violationsOf(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript/.test(message.text())) {
      found.push(message.text())
    }
  })
  return found
}

const events = (page: Page | FrameLocator) => page.getByRole('log', { name: 'Events' })

test('a page with a script file and the element signs in by popup, under the strict policy', async ({
  page,
}) => {
  const violations = violationsOf(page)
  const answer = await page.goto(plain)
  expect(answer?.headers()['content-security-policy']).toContain("style-src 'self'")
  await fillInLogin(await openPopup(page))
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  await expect(events(page)).toHaveText('signed-in')
  await expect(signInButton(page)).toBeHidden()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(events(page)).toContainText('signed-out')
  await expect(signInButton(page)).toBeVisible()
  expect(violations).toEqual([])
})

for (const settings of ['flow=redirect', 'flow=redirect&grant=code', 'grant=code']) {
  test(`attributes choose the way: ${settings}`, async ({ page }) => {
    const address = `${plain}?${settings}`
    await page.goto(address)
    await signInThroughSandbox(page)
    await expect(page.getByText('You are signed in, until')).toBeVisible()
    expect(page.url()).toMatch(new RegExp(`${address.replace(/[?]/, '\\?')}$`))
  })
}

test('an app inside a frame of another site signs in by popup', async ({ page, stack, world }) => {
  const { port } = new URL(stack.appUrl)
  world.clients.get(clientId)?.redirectUris.push(`http://127.0.0.1:${port}`)
  await page.goto('/examples/frame.html')
  const frame = page.frameLocator('iframe')
  const opened = page.waitForEvent('popup')
  await frame.getByRole('button', { name: 'Sign in with LiveChat' }).click()
  await fillInLogin(await opened)
  await expect(frame.getByText('You are signed in, until')).toBeVisible()
  await expect(events(frame)).toHaveText('signed-in')
})

test('a closed window is an error event and words beneath the button', async ({ page }) => {
  await page.goto(plain)
  const popup = await openPopup(page)
  await popup.getByTestId('login-email-input').waitFor()
  await expect(page.getByText('Continue in the LiveChat window')).toBeVisible()
  await popup.close()
  await expect(events(page)).toHaveText('error: popup_closed')
  await expect(page.getByRole('alert')).toContainText('was closed before you finished')
})

test('a session that ends soon is announced once', async ({ page, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.tokenLifetime = 50
  await page.goto(plain)
  await signInThroughSandbox(page)
  await expect(events(page)).toHaveText('signed-inexpiring')
})

test('an app that asks for consent is allowed in the same one line', async ({ page, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await page.goto(plain)
  await signInThroughSandbox(page, { email: 'smith@example.com' })
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  expect([...world.consents.keys()].some((key) => key.startsWith(clientId))).toBe(true)
})

test('F4 a blocked popup is said, and the redirect that is offered signs in', async ({ page }) => {
  // Nobody clicked, so the browser blocks it. Looking at the page would count as a gesture: the page says when.
  await page.addInitScript(() => {
    addEventListener('load', async () => {
      await document
        .querySelector('sign-in-with-livechat')
        ?.signIn()
        .catch(() => console.log('refused'))
    })
  })
  const refused = page.waitForEvent('console', (message) => message.text() === 'refused')
  await page.goto(plain)
  await refused
  await expect(events(page)).toHaveText('error: popup_blocked')
  await signInThroughSandbox(page, {
    click: () => page.getByRole('button', { name: 'Sign in by redirect instead' }).click(),
  })
  await expect(page.getByText('You are signed in, until')).toBeVisible()
})

for (const name of ['', 'plain.html', 'react.html', 'frame.html']) {
  test(`axe finds nothing in /examples/${name}`, async ({ page }) => {
    await page.goto(`/examples/${name}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectNoViolation(page)
  })
}

test('without script, the link in the element travels to LiveChat and back', async ({
  browser,
  stack,
  world,
}) => {
  world.clients.get(clientId)?.redirectUris.push('http://localhost:3000')
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.appUrl })
  const page = await context.newPage()
  await page.route('http://localhost:3000/**', (route) => route.fulfill({ body: 'back' }))
  await page.goto(plain)
  await page.getByRole('link', { name: 'Sign in with LiveChat' }).click()
  await fillInLogin(page)
  await expect(page).toHaveURL(/^http:\/\/localhost:3000\/?#access_token=/)
  await context.close()
})

test('several elements of one app are one session, also one inside a shadow root', async ({
  page,
}) => {
  await page.goto(plain)
  await page.evaluate(() => {
    const first = document.querySelector('sign-in-with-livechat')
    const host = document.createElement('div')
    const second = first?.cloneNode() as HTMLElement
    second.id = 'second'
    host.attachShadow({ mode: 'open' }).append(second)
    document.querySelector('main')?.append(host)
  })
  await expect(signInButton(page)).toHaveCount(2)
  const opened = page.waitForEvent('popup')
  await signInButton(page).last().click()
  await fillInLogin(await opened)
  await expect(events(page)).toHaveText('signed-in')
  await expect(signInButton(page).first()).toBeHidden()
  await expect(signInButton(page).last()).toBeHidden()
})

test('two apps on one page do not take each other’s answer by redirect', async ({
  page,
  world,
}) => {
  const other = [...world.clients.values()].find((client) => client.clientId !== clientId)
  await page.goto(`${plain}?flow=redirect`)
  await page.addInitScript((id) => {
    // Before the script runs, so that the other app's element is defined first.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return
      const element = document.createElement('sign-in-with-livechat')
      element.setAttribute('client-id', id)
      document.querySelector('main')?.prepend(element)
    })
  }, other?.clientId ?? '')
  await signInButton(page).click()
  await fillInLogin(page)
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0)
})

test('what is set before the element is defined counts once it is', async ({ page }) => {
  await page.addInitScript(() => {
    const client = {
      getSnapshot: () => ({ status: 'signed-out' }),
      subscribe: () => () => {},
      on: () => () => {},
    }
    // Before module scripts run, and so before the element is defined.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return
      const element: HTMLElement | null = document.querySelector('sign-in-with-livechat')
      Object.assign(window, { early: client, tooLate: element?.matches(':defined') })
      Object.assign(element ?? {}, { client })
    })
  })
  await page.goto(plain)
  await expect(signInButton(page)).toBeVisible()
  expect(await page.evaluate(() => Reflect.get(window, 'tooLate'))).toBe(false)
  const taken = await page.evaluate(() => {
    const element = document.querySelector('sign-in-with-livechat')
    if (!element || Object.hasOwn(element, 'client')) return false
    return element.client === Reflect.get(window, 'early')
  })
  expect(taken).toBe(true)
})

test('the button speaks the language around it, is disabled by its form, and never submits it', async ({
  page,
}) => {
  await page.goto(plain)
  await page.evaluate(() => {
    document.documentElement.lang = 'en'
    const form = document.createElement('form')
    form.lang = 'pl'
    const set = document.createElement('fieldset')
    const element = document.querySelector('sign-in-with-livechat')
    if (element) set.append(element)
    form.append(set)
    form.addEventListener('submit', () => document.body.setAttribute('data-submitted', ''))
    document.querySelector('main')?.append(form)
  })
  const button = page.getByRole('button', { name: 'Zaloguj się przez LiveChat' })
  await expect(button).toBeVisible()
  await fillInLogin(
    await (async () => {
      const opened = page.waitForEvent('popup')
      await button.click()
      return opened
    })(),
  )
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  await expect(page.locator('body')).not.toHaveAttribute('data-submitted')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('fieldset').evaluate((set) => set.toggleAttribute('disabled', true))
  await expect(button).toBeDisabled()
  await page.locator('sign-in-with-livechat').evaluate((one) => one.setAttribute('label', 'Enter'))
  await expect(page.getByRole('button', { name: 'Enter' })).toBeDisabled()
})

test('an element without a client id says that it is not set up', async ({ page }) => {
  await page.goto(plain)
  await page.evaluate(() =>
    document.querySelector('main')?.append(document.createElement('sign-in-with-livechat')),
  )
  await expect(page.getByRole('alert')).toContainText('not set up correctly')
})

test('the React example signs in', async ({ page }) => {
  const violations = violationsOf(page)
  await page.goto('/examples/react.html')
  await signInThroughSandbox(page, agent)
  await expect(page.getByText('You are signed in.')).toBeVisible()
  expect(violations).toEqual([])
})
