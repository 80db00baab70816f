import { join } from 'node:path'
import { test as base, type Page, type WorkerInfo } from '@playwright/test'
import type { SignInClient, SignInOptions } from '../src/auth/index.ts'
import { serveBuilt } from './serve-built.ts'
import { clientId, test as stackTest } from './stack.ts'

declare global {
  /** The clients of the page under test. */
  var clients: SignInClient[]
}

async function serveCorePage(
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
  {}: object,
  use: (url: string) => Promise<void>,
  { parallelIndex }: WorkerInfo,
): Promise<void> {
  const port = Number(process.env.E2E_PORT ?? 4300) + parallelIndex * 10 + 5
  const server = await serveBuilt(join(import.meta.dirname, 'core-page'), port)
  await use(`http://app.localhost:${port}`)
  await server.close()
}

/** A page with nothing but the core, for any server. */
export const corePageTest = base.extend<object, { corePageUrl: string }>({
  corePageUrl: [serveCorePage, { scope: 'worker', timeout: 60_000 }],
})

/** The same page beside the sandbox, which knows it. */
export const test = stackTest.extend<
  {
    open: (page: Page, ...more: (Partial<SignInOptions> & { shared?: boolean })[]) => Promise<void>
  },
  { corePageUrl: string }
>({
  corePageUrl: [serveCorePage, { scope: 'worker', timeout: 60_000 }],
  open: async ({ corePageUrl, stack, world }, use) => {
    world.clients.get(clientId)?.redirectUris.push(corePageUrl)
    await use((page, ...more) =>
      openCorePage(
        page,
        corePageUrl,
        more.map((one) => ({ clientId, accountsUrl: stack.accountsUrl, ...one })),
      ),
    )
  },
})

export async function openCorePage(
  page: Page,
  url: string,
  options: SignInOptions[],
): Promise<void> {
  await page.goto(`${url}/?options=${encodeURIComponent(JSON.stringify(options))}`)
  await page.locator('output').getByText('signed-out').waitFor()
}

export { expect } from './stack.ts'
