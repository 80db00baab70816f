import type { FrameLocator, Page } from '@playwright/test'
import { signInThroughSandbox } from '../src/testing/index.ts'
import { expectNoViolation } from './support/axe.ts'
import {
  agent,
  clientId,
  expect,
  expectChats,
  fillInLogin,
  openPopup,
  signInButton,
  test,
} from './support/fixtures.ts'

const plain = '/examples/plain.html'

/** Violations of the page's policies, and what is wrong with them, as the browser reports it. */
function violationsOf(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (
      /Content Security Policy|TrustedHTML|TrustedScript|Permissions-Policy/.test(message.text())
    ) {
      found.push(message.text())
    }
  })
  return found
}

const events = (page: Page | FrameLocator) => page.getByRole('log', { name: 'Events' })

test('a page with a script file and the element signs in by pop-up, under the strict policy', async ({
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

for (const settings of ['flow=redirect', 'flow=redirect&grant-type=code']) {
  test(`attributes choose flow and grant: ${settings}`, async ({ page }) => {
    const violations = violationsOf(page)
    const address = `${plain}?${settings}`
    await page.goto(address)
    await signInThroughSandbox(page)
    await expect(page.getByText('You are signed in, until')).toBeVisible()
    expect(page.url()).toMatch(new RegExp(`${address.replace(/[?]/, '\\?')}$`))
    expect(violations).toEqual([])
  })
}

test('a script and the element are enough, under the strict policy', async ({ page }) => {
  const violations = violationsOf(page)
  const answer = await page.goto('/examples/bare.html')
  expect(answer?.headers()['content-security-policy']).toContain("script-src 'self'")
  await expect(page.locator('script')).toHaveCount(1)
  await page.locator('sign-in-with-livechat').evaluate(setGrant, 'code')
  await signInThroughSandbox(page)
  await expect(page.getByText('You are signed in.')).toBeVisible()
  expect(violations).toEqual([])
})

for (const grant of ['implicit', 'code']) {
  test(`an app inside a frame of another site, with storage of its own, signs in by pop-up, ${grant} grant`, {
    tag: '@chromium',
  }, async ({ page, stack, world }) => {
    const violations = violationsOf(page)
    const { port } = new URL(stack.appUrl)
    const framed = `http://127.0.0.1:${port}`
    world.clients.get(clientId)?.redirectUris.push(framed)
    await page.goto(`${framed}/examples/bare.html`)
    await page.evaluate(() => localStorage.setItem('seen', 'by itself'))

    const answer = page.waitForResponse(`${framed}/examples/bare.html`)
    await page.goto('/examples/frame.html?example=bare.html')
    expect((await answer).headers()['content-security-policy']).toContain("script-src 'self'")
    const frame = page.frameLocator('iframe')
    const element = frame.locator('sign-in-with-livechat')
    expect(await element.evaluate(() => localStorage.getItem('seen'))).toBeNull()

    await element.evaluate(setGrant, grant)
    const opened = page.waitForEvent('popup')
    await frame.getByRole('button', { name: 'Sign in with LiveChat' }).click()
    await fillInLogin(await opened)
    await expect(frame.getByText('You are signed in.')).toBeVisible()
    expect(violations).toEqual([])
  })
}

const setGrant = (element: Element, grant: string) => element.setAttribute('grant-type', grant)

test('a page’s own parameters, and another provider’s, stay in its URL (A49)', async ({ page }) => {
  const own = `${plain}?code=SUMMER10&state=CA&error=404#access_token=theirs&state=theirs`
  await page.goto(own)
  await expect(signInButton(page)).toBeVisible()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page).toHaveURL(own)
})

test('a refused redirect causes one error event, after the listeners are there', async ({
  page,
}) => {
  await page.goto(`${plain}?flow=redirect`)
  await signInButton(page).click()
  await page.getByTestId('login-email-input').waitFor()
  const asked = new URL(page.url()).searchParams
  await page.goto(`${asked.get('redirect_uri')}#error=access_denied&state=${asked.get('state')}`)
  await expect(page.getByRole('alert')).toContainText('Access was denied')
  await expect(events(page)).toHaveText('error: access_denied')

  // An error is not dispatched again when the element moves, nor with the next one.
  await page.evaluate(() => {
    const element = document.querySelector('sign-in-with-livechat')
    element?.after(document.createElement('hr'), element)
  })
  const popup = await openPopup(page)
  await popup.getByTestId('login-email-input').waitFor()
  await popup.close()
  await expect(events(page)).toHaveText('error: access_deniederror: popup_closed')
})

test('a test whose page LiveChat refuses fails with the reason, by pop-up and by redirect', async ({
  page,
  world,
}) => {
  await page.goto(plain)
  const client = world.clients.get(clientId)
  if (client) client.redirectUris = ['http://localhost:9999']
  await expect(signInThroughSandbox(page)).rejects.toThrow(
    'The sandbox refused the sign-in: unauthorized_client, invalid_redirect_uri.',
  )
  await page.reload()
  await page.locator('sign-in-with-livechat').evaluate((element) => {
    element.setAttribute('flow', 'redirect')
  })
  await expect(signInThroughSandbox(page)).rejects.toThrow('invalid_redirect_uri')
})

test('an app that asks for consent is allowed in the same one line', async ({ page, world }) => {
  const client = world.clients.get(clientId)
  if (client) client.visibility = 'public'
  await page.goto(plain)
  await signInThroughSandbox(page, { email: 'smith@example.com' })
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  expect([...world.consents.keys()].some((key) => key.startsWith(clientId))).toBe(true)
})

test('a blocked pop-up is reported, and the redirect that is offered signs in (F4)', {
  tag: '@chromium',
}, async ({ page }) => {
  // Without a click the browser blocks it. Evaluating in the page would count as a gesture, so the page reports it.
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
    click: () => page.getByRole('button', { name: 'Use this tab instead' }).click(),
  })
  await expect(page.getByText('You are signed in, until')).toBeVisible()
})

test('the redirect offered for a blocked pop-up expects the same account', {
  tag: '@chromium',
}, async ({ page, world }) => {
  await page.addInitScript(() => {
    addEventListener('load', () => {
      document
        .querySelector('sign-in-with-livechat')
        ?.signIn({ expectedAccountId: 'somebody-else' })
        .catch(() => {})
    })
  })
  await page.goto(plain)
  await signInThroughSandbox(page, {
    click: () => page.getByRole('button', { name: 'Use this tab instead' }).click(),
  })
  await expect(page.getByRole('alert')).toContainText('a different account')
  await expect.poll(() => world.accessTokens.size).toBe(0)
})

test('in a frame, no redirect is offered in place of a blocked pop-up', {
  tag: '@chromium',
}, async ({ page }) => {
  await page.addInitScript(() => {
    addEventListener('load', async () => {
      // No click here either.
      await document
        .querySelector('sign-in-with-livechat')
        ?.signIn()
        .catch(() => console.log('refused'))
    })
  })
  const refused = page.waitForEvent('console', (message) => message.text() === 'refused')
  await page.goto('/examples/frame.html')
  await refused
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('alert')).toContainText('Your browser blocked the sign-in window')
  await expect(frame.getByRole('button', { name: 'Use this tab instead' })).toBeHidden()
})

test('axe finds nothing in any example', async ({ page }) => {
  for (const name of ['', 'bare.html', 'plain.html', 'react.html', 'frame.html']) {
    await page.goto(`/examples/${name}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectNoViolation(page)
  }
})

test('where the script does not load, the link in the element leads to a page that signs in', async ({
  page,
}) => {
  await page.route('**/sign-in-with-livechat.js', (route) => route.abort())
  await page.goto(plain)
  await expect(page.getByText('You are signed in')).toBeHidden()
  await page.getByRole('link', { name: 'Sign in with LiveChat' }).click()
  await expect(page).toHaveURL('/')
  await fillInLogin(await openPopup(page))
  await expectChats(page)
})

test('several elements of one app share one session, also inside a shadow root', async ({
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

test('two apps on one page do not take each other’s redirect responses', async ({
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

test('properties set before the element is defined apply once it is', async ({ page }) => {
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
      Object.assign(element ?? {}, { client, disabled: true })
    })
  })
  await page.goto(plain)
  await expect(signInButton(page)).toBeDisabled()
  await page.evaluate(() => {
    const element = document.querySelector('sign-in-with-livechat')
    if (element) element.disabled = false
  })
  await expect(signInButton(page)).toBeEnabled()
  expect(await page.evaluate(() => Reflect.get(window, 'tooLate'))).toBe(false)
  const taken = await page.evaluate(() => {
    const element = document.querySelector('sign-in-with-livechat')
    if (!element || Object.hasOwn(element, 'client')) return false
    return element.client === Reflect.get(window, 'early')
  })
  expect(taken).toBe(true)
})

test('the button is in the language around it, is disabled by its form, and never submits it', async ({
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
  await expect(page.getByRole('button', { name: 'Zaloguj się przez LiveChat' })).toBeVisible()
  await page.locator('form').evaluate((form: HTMLElement) => {
    form.lang = 'de'
  })
  const button = page.getByRole('button', { name: 'Mit LiveChat anmelden' })
  await expect(button).toBeVisible()
  const opened = page.waitForEvent('popup')
  await button.click()
  await expect(page.getByText('Fahren Sie im Anmeldefenster fort')).toBeVisible()
  await fillInLogin(await opened)
  await expect(page.getByText('You are signed in, until')).toBeVisible()
  await expect(page.locator('body')).not.toHaveAttribute('data-submitted')

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('fieldset').evaluate((set) => set.toggleAttribute('disabled', true))
  await expect(button).toBeDisabled()
  await page.locator('sign-in-with-livechat').evaluate((one) => one.setAttribute('label', 'Enter'))
  await expect(page.getByRole('button', { name: 'Enter' })).toBeDisabled()
})

test('the React button is in the language around it too', async ({ page }) => {
  await page.goto('/examples/react.html')
  await expect(signInButton(page)).toBeVisible()
  await page.locator('#root').evaluate((root: HTMLElement) => {
    root.lang = 'pl'
  })
  await expect(page.getByRole('button', { name: 'Zaloguj się przez LiveChat' })).toBeVisible()
  await page.locator('#root').evaluate((root: HTMLElement) => {
    root.removeAttribute('lang')
    document.documentElement.lang = 'de'
  })
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Mit LiveChat anmelden' }).click()
  await expect(page.getByText('Fahren Sie im Anmeldefenster fort')).toBeVisible()
  await (await opened).close()
  await expect(page.getByRole('alert')).toHaveText(/^Das Anmeldefenster wurde geschlossen/)
})

test('the page can set every colour, also inside the shadow root', async ({ page }) => {
  for (const name of ['plain.html', 'react.html']) {
    await page.goto(`/examples/${name}`)
    await page.locator('main').evaluate((main: HTMLElement) => {
      main.style.setProperty('--sign-in-background', 'rgb(1, 2, 3)')
      main.style.setProperty('--sign-in-text', 'rgb(250, 251, 252)')
    })
    await expect(signInButton(page)).toHaveCSS('background-color', 'rgb(1, 2, 3)')
    await expect(signInButton(page)).toHaveCSS('color', 'rgb(250, 251, 252)')
  }
})

test('the React example signs in', async ({ page }) => {
  const violations = violationsOf(page)
  await page.goto('/examples/react.html')
  await signInThroughSandbox(page, agent)
  await expect(page.getByText('You are signed in.')).toBeVisible()
  expect(violations).toEqual([])
})
