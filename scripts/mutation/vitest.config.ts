import { defineConfig } from 'vitest/config'

/** The unit tests that mutants are run against: fast ones, and the same cases each time. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/{auth,agent-chat,accounts-sdk,embed}/**/*.test.ts'],
    // What these find on the sandbox's server the other tests of the folder find without one.
    exclude: ['src/agent-chat/{agent-chat-client,chat-actions}.test.ts'],
    isolate: false,
    setupFiles: 'scripts/mutation/fixed-seed.ts',
    env: { FUZZ: '30' },
    testTimeout: 20_000,
  },
})
