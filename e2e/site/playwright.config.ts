import { defineConfig } from '@playwright/test'
import { ensureChromium } from '../../scripts/chromium.ts'
import { portOf } from '../support/servers.ts'

/** The browser finds the tests' sandbox where the documents' code expects one, whatever else runs on this machine. */
const rules = [1, 2].map(
  (offset) => `MAP localhost:${3000 + offset} 127.0.0.1:${portOf(0, offset)}`,
)

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/site',
  workers: 1,
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${portOf(0, 0)}${process.env.SITE_BASE ?? '/'}`,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: ensureChromium().headlessShell,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--host-resolver-rules=${rules}`,
      ],
    },
  },
})
