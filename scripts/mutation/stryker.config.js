import { readdirSync } from 'node:fs'

/**
 * What the inbox computes without a page: the files with a test beside them that needs none. Hooks run only in a
 * component.
 */
const inbox = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\buse-[^/]*)\.test\.ts$/.test(file))
  .map((file) => `src/app/${file.replace('.test.ts', '.ts')}`)

/**
 * Mutation testing of what handles tokens and untrusted data, and of what the inbox computes; see docs/mutation-testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignore-sentences.js'],
  ignorers: ['sentences'],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.ts' },
  mutate: [
    'src/{store,access-token,auth,agent-chat,inbox,accounts-sdk,embed}/**/*.ts',
    ...inbox,
    '!src/**/*.test.ts',
    '!src/*/testing/*',
  ],
  coverageAnalysis: 'perTest',
  // What runs once, when a module is loaded, would need every test for each mutant: half of the time for a tenth of them.
  ignoreStatic: true,
  concurrency: 2,
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/tmp',
  // Its preprocessors use an API that TypeScript 7 no longer has; nothing here is type-checked.
  tsconfigFile: 'none',
  disableTypeChecks: false,
  ignorePatterns: ['/e2e', '/lib', '/bench', '/dist', '/screenshots', '/test-results'],
  reporters: ['clear-text', 'html'],
  htmlReporter: { fileName: '.stryker/report.html' },
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
}
