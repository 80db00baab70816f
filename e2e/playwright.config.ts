import { defineConfig } from '@playwright/test'
import { ensureChromium } from '../scripts/chromium.ts'

/** As root, Chromium cannot build its own sandbox. */
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
    '--no-first-run',
    // Drawing in software costs a twelfth of the whole run less than a GPU acted out in software.
    '--disable-gpu',
    `--disable-features=${disabledFeatures}`,
  ],
  // Playwright turns these off; an agent's browser has them on.
  ignoreDefaultArgs: ['--disable-popup-blocking', '--disable-back-forward-cache'],
}

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  // A machine that serves others may stall. What passes only then is reported as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['./support/slowest-tests.ts']],
  use: {
    browserName: 'chromium',
    // Recording evaluates in the page, which Chromium takes for a gesture: no pop-up would ever be blocked.
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
