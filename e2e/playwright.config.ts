import { defineConfig } from '@playwright/test'
import { ensureChromium } from '../scripts/chromium.ts'

/** Chromium cannot use its own sandbox as root. */
const asRoot = process.getuid?.() === 0

/**
 * What Playwright disables, but for `ThirdPartyStoragePartitioning`: a frame has no storage in common with its site,
 * as in an agent's browser. Chromium obeys the last list it is given; e2e/embed.spec.ts sees to it that it does.
 * The last two are web pages of Chromium's own, loaded for the address bar of each window: a fifth of the whole run.
 */
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

const { chromium, headlessShell } = ensureChromium()

const launchOptions = {
  args: [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // No test waits for another computer, such as one with the avatars or fonts that a page names.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
    '--no-first-run',
    // Rendering in software is a twelfth faster than emulating a GPU.
    '--disable-gpu',
    `--disable-features=${disabledFeatures}`,
  ],
  // Playwright turns these off; an agent's browser has them on.
  ignoreDefaultArgs: ['--disable-popup-blocking', '--disable-back-forward-cache'],
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // Those have configurations of their own.
  testIgnore: /e2e\/(engines|site|soak)\//,
  outputDir: '../test-results',
  globalSetup: './support/build-app.ts',
  fullyParallel: true,
  workers: 2,
  // A shared machine may stall. A test that passes only on retry is reported as flaky, and must be fixed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/slowest-tests.ts']],
  use: {
    browserName: 'chromium',
    // Recording evaluates in the page, which Chromium counts as a gesture, so no pop-up would be blocked.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  // The headless shell is a quarter faster. It blocks no pop-up and keeps no page for Back, so the tests of
  // what a browser does by itself are tagged to run in the whole one.
  projects: [
    {
      name: 'chromium',
      grep: /@chromium/,
      use: { launchOptions: { ...launchOptions, executablePath: chromium } },
    },
    {
      name: 'headless-shell',
      grepInvert: /@chromium/,
      use: { launchOptions: { ...launchOptions, executablePath: headlessShell } },
    },
  ],
})
