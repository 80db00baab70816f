import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/{auth,agent-chat,accounts-sdk,embed}/**/*.test.ts'],
    isolate: false,
    testTimeout: 5_000,
    env: { FUZZ: '30' },
  },
})
