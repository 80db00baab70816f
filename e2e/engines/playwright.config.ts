import { defineConfig } from '@playwright/test'
import type { Engine } from './engines.ts'

const engines: Engine[] = ['Chromium', 'Firefox', 'WebKit']

export default defineConfig<object, { engine: Engine }>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/engines',
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 2 : 0,
  forbidOnly: !!process.env.CI,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  globalSetup: ['./programs.ts', '../support/build-app.ts'],
  reporter: [['list'], ['./table-reporter.ts']],
  projects: engines.map((engine) => ({ name: engine, use: { engine } })),
})
