import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification, type Vite } from 'vitest/node'
import { lastingThreads } from './lasting-threads.ts'

/** Tests that start the sandbox or draw a page cost most: they come last, and seldom, since the first failure is enough. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) =>
      /sandbox\/|@vitest-environment/.test(readFileSync(moduleId, 'utf8')) ? 1 : 0
    return files.toSorted((one, other) => cost(one) - cost(other))
  }
}

/** Stryker asks Vitest for threads, one for each mutant; these take their place. */
const inLastingThreads: Vite.Plugin = {
  name: 'lasting-threads',
  configureVitest({ project }) {
    Object.assign(project.config, { pool: lastingThreads.name, poolRunner: lastingThreads })
  },
}

/** The unit tests that mutants are run against: the cheap ones first, and the same cases each time. */
export default defineConfig({
  plugins: [inLastingThreads],
  test: {
    environment: 'node',
    include: ['src/{store,access-token,auth,agent-chat,inbox,accounts-sdk,embed,app}/**/*.test.ts'],
    // What these find on the sandbox's server the other tests of the folder find without one.
    exclude: [
      'src/agent-chat/{agent-chat-client,chat-actions,live-feed/feed-on-the-sandbox}.test.ts',
      'src/inbox/inbox-on-the-sandbox.test.ts',
    ],
    isolate: false,
    sequence: { sequencer: CheapFirst },
    setupFiles: 'scripts/mutation/fixed-seed.ts',
    env: { FUZZ: '30' },
    // A mutant may let a test wait for ever.
    testTimeout: 10_000,
  },
})
