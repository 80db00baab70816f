import { defineConfig } from '@playwright/test'
import suite from '../playwright.config.ts'

/** Long runs by hand, one after the other, with figures in the end. */
export default defineConfig({
  ...suite,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results/soak',
  globalSetup: '../support/build-app.ts',
  workers: 1,
  retries: 0,
  reporter: [['list'], ['./figures.ts']],
})
