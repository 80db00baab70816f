import type { Page, Request } from '@playwright/test'
import { expect, fillInLogin, openPopup, signInButton, test } from './support/fixtures.ts'

const secretNames = ['code', 'state', 'code_verifier', 'access_token', 'refresh_token']

/** What a request sends that no log may have: in its query, its hash, its form or its header. */
function secretsOf(request: Request): string[] {
  const { search, hash } = new URL(request.url())
  const bearer = request.headers().authorization?.split(' ')[1]
  const all = [search, hash.slice(1), request.postData() ?? ''].flatMap((text) => {
    const parameters = new URLSearchParams(text)
    return secretNames.map((name) => parameters.get(name))
  })
  return [...all, bearer].filter((one) => one != null && one.length > 8).map(String)
}

/** What the page writes to the console, in full, and also what it wrote before it left. */
async function logOf(page: Page): Promise<string[]> {
  const messages: string[] = []
  await page.exposeFunction('keepMessage', (text: string) => messages.push(text))
  await page.addInitScript(() => {
    console.debug = (...parts) => Reflect.get(window, 'keepMessage')(JSON.stringify(parts))
  })
  return messages
}

for (const flow of ['popup', 'redirect']) {
  for (const grantType of ['implicit', 'code']) {
    test(`the log of a sign-in by ${flow} and ${grantType} says what happened, and no secret`, async ({
      page,
      context,
      world,
    }) => {
      const secrets = new Set<string>()
      const messages = await logOf(page)
      context.on('request', (request) => {
        for (const secret of secretsOf(request)) secrets.add(secret)
      })
      await page.goto(`/examples/react.html?debug&flow=${flow}&grant-type=${grantType}`)
      if (flow === 'popup') await fillInLogin(await openPopup(page))
      else {
        await signInButton(page).click()
        await fillInLogin(page)
      }
      await expect(page.getByText('You are signed in.')).toBeVisible()
      for (const token of world.accessTokens.keys()) secrets.add(token)
      await page.getByRole('button', { name: 'Sign out', exact: true }).click()
      await expect(signInButton(page)).toBeVisible()

      const path = grantType === 'code' ? '/v2/token' : '/v2/info'
      await expect
        .poll(() => messages.join('\n'))
        .toMatch(new RegExp(`request",\\{"path":"${path}","duration":\\d+,"status":200`))
      const log = messages.join('\n')
      expect(log).toMatch(/"status":"signing-in","after":\d+,"flow":/)
      expect(log).toMatch(/"status":"signed-in","after":\d+,"grantType":/)
      expect(secrets.size).toBeGreaterThan(grantType === 'code' ? 3 : 1)
      for (const secret of secrets) {
        expect(log).not.toContain(secret)
        expect(log).not.toContain(secret.slice(secret.indexOf(':') + 1))
      }
    })
  }
}
