import type { Page } from '@playwright/test'
import { clientId, expect, fillInLogin, test as stackTest } from './support/fixtures.ts'

interface SdkPages {
  /** The page that tests LiveChat's own client, built with `./accounts-sdk` in place of that package. */
  sameAsOfficial: Page
  /** A page as in the readme and the sample apps of LiveChat's client. */
  sdkPage: (grant?: 'token' | 'code') => Promise<Page>
}

const test = stackTest.extend<SdkPages>({
  sameAsOfficial: async ({ page, stack, world }, use) => {
    const origin = await stack.servePage('dropIn')
    world.clients.get(clientId)?.redirectUris.push(origin)
    await page.goto(`${origin}/?accounts=${localAccounts(stack)}`)
    await use(page)
  },
  sdkPage: async ({ page, stack, world }, use) => {
    const origin = await stack.servePage('sample')
    world.clients.get(clientId)?.redirectUris.push(origin)
    await use(async (grant = 'token') => {
      await page.goto(`${origin}/?accounts=${localAccounts(stack)}&grant=${grant}&tab=mine#top`)
      return page
    })
  },
})

/** All on `localhost`, since the iframe needs the accounts cookie, which crosses ports but not sites. */
function localAccounts({ accountsUrl }: { accountsUrl: string }): string {
  return `http://localhost:${new URL(accountsUrl).port}`
}

interface Shown {
  answer?: { state: string }
  transaction?: object
  tokens?: object
  again?: object | null
  rejected?: object | string
}

async function shown(page: Page): Promise<Shown> {
  await expect(page.locator('output')).not.toBeEmpty()
  return JSON.parse((await page.locator('output').textContent()) ?? '')
}

async function open(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Popup' }).click()
  return opened
}

const completeAnswer = {
  access_token: expect.stringMatching(/^dal:/),
  token_type: 'Bearer',
  expires_in: expect.any(Number),
  scope: expect.stringContaining('chats--access:rw'),
  state: expect.stringMatching(/^[\w-]{32}$/),
}

test('the page of LiveChat’s own client signs in by pop-up, and what the response leaves out is filled in', async ({
  sameAsOfficial,
}) => {
  await fillInLogin(await open(sameAsOfficial))
  expect(await shown(sameAsOfficial)).toMatchObject(completeAnswer)
})

test('the page of LiveChat’s own client signs in by redirect, and silently in a frame', async ({
  sameAsOfficial,
}) => {
  await sameAsOfficial.getByRole('button', { name: 'Iframe' }).click()
  expect(await shown(sameAsOfficial)).toMatchObject({
    rejected: { identity_exception: 'unauthorized' },
  })
  await sameAsOfficial.getByRole('button', { name: 'Redirect' }).click()
  await fillInLogin(sameAsOfficial)
  expect(await shown(sameAsOfficial)).toMatchObject(completeAnswer)
  expect(sameAsOfficial.url()).not.toContain('access_token')

  await sameAsOfficial.goto(new URL('/', sameAsOfficial.url()).href)
  await sameAsOfficial.getByRole('button', { name: 'Iframe' }).click()
  await expect(sameAsOfficial.locator('output')).toContainText('"access_token":"dal:')
})

test('by redirect, a page that asks twice gets one response, and its query and hash back', async ({
  sdkPage,
}) => {
  const page = await sdkPage()
  const before = page.url()
  await page.getByRole('button', { name: 'Redirect' }).click()
  await fillInLogin(page)
  expect(await shown(page)).toMatchObject({ answer: completeAnswer, transaction: {}, again: null })
  expect(page.url()).toBe(before)
})

for (const flow of ['Popup', 'Redirect'] as const) {
  test(`a code comes by ${flow.toLowerCase()} and is exchanged with its verifier`, async ({
    sdkPage,
  }) => {
    const page = await sdkPage('code')
    if (flow === 'Popup') await fillInLogin(await open(page))
    else {
      await page.getByRole('button', { name: flow }).click()
      await fillInLogin(page)
    }
    const { tokens } = await shown(page)
    expect(tokens).toMatchObject({
      access_token: expect.stringMatching(/^dal:/),
      refresh_token: expect.any(String),
    })
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })
}

test('a closed pop-up rejects (F3)', async ({ sdkPage }) => {
  const page = await sdkPage()
  const popup = await open(page)
  await popup.getByTestId('login-email-input').waitFor()
  await popup.close()
  expect(await shown(page)).toMatchObject({ rejected: { oauth_exception: 'popup_closed' } })
})

test('LiveChat’s refusal has the same shape as before', async ({ sdkPage, world }) => {
  world.faults.push({ endpoint: 'authorize', times: 1, errorType: 'access_denied' })
  const page = await sdkPage()
  await open(page)
  expect(await shown(page)).toMatchObject({
    rejected: { oauth_exception: 'access_denied', description: expect.any(String) },
  })
})

for (const [what, address] of [
  ['without a state', '/#access_token=secret&token_type=Bearer&expires_in=28800'],
  ['with a state of its own', '/#access_token=secret&token_type=Bearer&expires_in=1&state=mine'],
  ['with a code', '/?code=secret&state=mine'],
] as const) {
  test(`a forged response ${what}, which the original accepts, is rejected and removed from the URL (A1, A2)`, async ({
    sdkPage,
  }) => {
    const page = await sdkPage()
    const { origin } = new URL(page.url())
    await page.evaluate(() => {
      sessionStorage.call = JSON.stringify({ redirect_uri: `${location.origin}/` })
    })
    await page.goto('about:blank')
    await page.goto(origin + address)
    expect(await shown(page)).toMatchObject({ rejected: { oauth_exception: 'state_mismatch' } })
    expect(page.url()).not.toContain('secret')
  })
}
