import type { Page } from '@playwright/test'
import { expect, signInButton, test as stackTest } from './fixtures.ts'
import { type EvilSite, startEvilSite } from './hostile-site.ts'

/** Gives tests of attacks a hostile site on another origin. */
export const test = stackTest.extend<{ evil: EvilSite }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
  evil: async ({}, use) => {
    const evil = await startEvilSite()
    await use(evil)
    await evil.close()
  },
})

/** Checks a rejected response (docs/threats.md): an error in words, no session, no API call, a clean URL, nothing stored. */
export async function expectRefused(
  page: Page,
  words: string | RegExp,
  requests: readonly { endpoint: string; headers: Record<string, string> }[],
): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
  await expect(signInButton(page)).toBeVisible()
  expect(requests.filter((one) => one.headers.authorization)).toEqual([])
  expect(page.url()).not.toMatch(/access_token|code=|state=|secret/)
  await expectNoSecret(page, 'secret')
}

/** Checks that no storage, cookie, markup or global of the page contains the secret. */
export async function expectNoSecret(page: Page, secret: string): Promise<void> {
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases?.()) ?? []
    return JSON.stringify({
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookie: document.cookie,
      history: history.state,
      name: window.name,
      markup: document.documentElement.outerHTML,
      resources: performance.getEntriesByType('resource').map((entry) => entry.name),
      databases,
      caches: await caches.keys(),
    })
  })
  expect(kept).not.toContain(secret)
}

export { expect }
