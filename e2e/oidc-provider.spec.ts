import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import Provider from 'oidc-provider'
import type { SignInClient } from '../src/auth/index.ts'
import { serveBuilt } from './serve-built.ts'

declare const clients: SignInClient[]

/** An authorization server that knows nothing of LiveChat: the core differs only in its endpoints. */
interface Fixtures {
  plainServer: { url: string; tokenRequests: string[] }
}
interface WorkerFixtures {
  pageUrl: string
}

const test = base.extend<Fixtures, WorkerFixtures>({
  pageUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
    async ({}, use, { parallelIndex }) => {
      const port = Number(process.env.E2E_PORT ?? 4300) + parallelIndex * 10 + 5
      const server = await serveBuilt(join(import.meta.dirname, 'core-page'), port)
      await use(`http://app.localhost:${port}`)
      await server.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  plainServer: async ({ pageUrl }, use) => {
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
          redirect_uris: [`${pageUrl}/callback`],
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

function optionsFor(url: string, flow: 'popup' | 'redirect') {
  return JSON.stringify([
    {
      clientId: 'public-client',
      accountsUrl: url,
      flow,
      grant: 'code',
      scopes: ['read'],
      endpoints: { authorize: '/auth', token: '/token', info: '' },
    },
  ])
}

async function openPage(page: Page, pageUrl: string, options: string) {
  await page.goto(`${pageUrl}/?options=${encodeURIComponent(options)}`)
  await expect(page.locator('output')).toHaveText('signed-out')
}

async function signInAt(page: Page) {
  await page.locator('[name=login]').fill('somebody')
  await page.locator('[name=password]').fill('anything')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
}

test('another authorization server agrees with the code grant by redirect', async ({
  page,
  pageUrl,
  plainServer,
}) => {
  await openPage(page, pageUrl, optionsFor(plainServer.url, 'redirect'))
  await page.getByRole('button', { name: 'First' }).click()
  await signInAt(page)
  await expect(page.locator('output')).toHaveText('signed-in')
  expect(plainServer.tokenRequests).toEqual(['authorization_code'])
  expect(page.url()).not.toContain('code=')
})

test('another authorization server agrees with the code grant by pop-up, and with a refresh', async ({
  page,
  pageUrl,
  plainServer,
}) => {
  await openPage(page, pageUrl, optionsFor(plainServer.url, 'popup'))
  const opened = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'First' }).click()
  await signInAt(await opened)
  await expect(page.locator('output')).toHaveText('signed-in')
  const [first, second] = await page.evaluate(async () => {
    const token = await clients[0]?.getAccessToken()
    return [token, await clients[0]?.renewAccessToken(token ?? '')]
  })
  expect(first).toBeTruthy()
  expect(second).toBeTruthy()
  expect(second).not.toBe(first)
  expect(plainServer.tokenRequests).toEqual(['authorization_code', 'refresh_token'])
})

test('another authorization server refuses a wrong verifier, and that is said', async ({
  page,
  pageUrl,
  plainServer,
}) => {
  await openPage(page, pageUrl, optionsFor(plainServer.url, 'redirect'))
  await page.getByRole('button', { name: 'First' }).click()
  await page.locator('[name=login]').waitFor()
  await page.goto(`${pageUrl}/404`)
  await page.evaluate(() => {
    for (const [key, value] of Object.entries(sessionStorage)) {
      const spoiled = String(value).replace(/(code_verifier\\":\\")[^"\\]*/, `$1${'a'.repeat(64)}`)
      sessionStorage.setItem(key, spoiled)
    }
  })
  await page.evaluate(() => history.back())
  await signInAt(page)
  await expect(page.locator('output')).toHaveText('signed-out invalid_grant')
})
