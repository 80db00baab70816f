import { readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that start the sandbox or draw a page cost most: they come last, and seldom, since the first failure is enough. */
class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) =>
      /sandbox\/|@vitest-environment/.test(readFileSync(moduleId, 'utf8')) ? 1 : 0
    return files.toSorted((one, other) => cost(one) - cost(other))
  }
}

/** The unit tests that mutants are run against: the cheap ones first, and the same cases each time. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/{auth,agent-chat,accounts-sdk,embed}/**/*.test.ts'],
    // What these find on the sandbox's server the other tests of the folder find without one.
    exclude: ['src/agent-chat/{agent-chat-client,chat-actions}.test.ts'],
    isolate: false,
    sequence: { sequencer: CheapFirst },
    setupFiles: 'scripts/mutation/fixed-seed.ts',
    env: { FUZZ: '30' },
    testTimeout: 20_000,
  },
})
