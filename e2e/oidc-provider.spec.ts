import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page } from '@playwright/test'
import Provider from 'oidc-provider'
import {
  askForAnother,
  askForToken,
  test as corePageTest,
  openCorePage,
  openCorePopup,
  stateOf,
} from './support/core-page.ts'
import { pressBack } from './support/fixtures.ts'

/** An independent authorization server; only the core's endpoints are configured for it. */
const test = corePageTest.extend<{ plainServer: { url: string; tokenRequests: string[] } }>({
  plainServer: async ({ corePageUrl }, use) => {
    const server = await new Promise<Server>((resolve) => {
      const listening: Server = new Provider('http://localhost', {}).listen(0, '127.0.0.1', () =>
        resolve(listening),
      )
    })
    const { port } = server.address() as AddressInfo
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))

    const url = `http://plain.localhost:${port}`
    const provider = new Provider(url, {
      clients: [
        {
          client_id: 'public-client',
          token_endpoint_auth_method: 'none',
          redirect_uris: [`${corePageUrl}/callback`],
          grant_types: ['authorization_code', 'refresh_token'],
          response_types: ['code'],
        },
      ],
      scopes: ['read'],
      clientBasedCORS: () => true,
      issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
      rotateRefreshToken: true,
      ttl: { AccessToken: 60, Grant: 600, Interaction: 600, Session: 600 },
    })
    const tokenRequests: string[] = []
    provider.on('grant.success', (context) => {
      tokenRequests.push(String(context.oidc.params?.grant_type))
    })
    provider.on('grant.error', (_context, error) => {
      tokenRequests.push(error.message)
    })
    const running = await new Promise<Server>((resolve) => {
      const listening: Server = provider.listen(port, '127.0.0.1', () => resolve(listening))
    })
    await use({ url, tokenRequests })
    running.closeAllConnections()
    await new Promise((resolve) => running.close(resolve))
  },
})

function optionsFor(accountsUrl: string, flow: 'popup' | 'redirect') {
  return {
    clientId: 'public-client',
    accountsUrl,
    flow,
    grantType: 'code',
    scopes: ['read'],
    endpoints: { authorize: '/auth', token: '/token', info: '' },
  } as const
}

async function signInAt(page: Page) {
  await page.locator('[name=login]').fill('somebody')
  await page.locator('[name=password]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('the code grant works with another authorization server by redirect', async ({
  page,
  corePageUrl,
  plainServer,
}) => {
  await openCorePage(page, corePageUrl, [optionsFor(plainServer.url, 'redirect')])
  await page.getByRole('button', { name: 'First' }).click()
  await signInAt(page)
  await expect(stateOf(page)).toHaveText('signed-in')
  expect(plainServer.tokenRequests).toEqual(['authorization_code'])
  expect(page.url()).not.toContain('code=')
})

test('the code grant works with another authorization server by pop-up, refresh included', async ({
  page,
  corePageUrl,
  plainServer,
}) => {
  await openCorePage(page, corePageUrl, [optionsFor(plainServer.url, 'popup')])
  await signInAt(await openCorePopup(page))
  await expect(stateOf(page)).toHaveText('signed-in')
  const first = await askForToken(page)
  const second = await askForAnother(page, first)
  expect(first).toBeTruthy()
  expect(second).toBeTruthy()
  expect(second).not.toBe(first)
  expect(plainServer.tokenRequests).toEqual(['authorization_code', 'refresh_token'])
})

test('a wrong verifier is refused by another authorization server, and reported', async ({
  page,
  corePageUrl,
  plainServer,
}) => {
  await openCorePage(page, corePageUrl, [optionsFor(plainServer.url, 'redirect')])
  await page.getByRole('button', { name: 'First' }).click()
  await page.locator('[name=login]').waitFor()
  await page.goto(`${corePageUrl}/404`)
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage)) {
      const spoiled = String(value).replace(/("codeVerifier":")[^"]*/, `$1${'a'.repeat(64)}`)
      sessionStorage.setItem(key, spoiled)
    }
  })
  await pressBack(page)
  await signInAt(page)
  await expect(stateOf(page)).toHaveText('signed-out invalid_grant')
})
