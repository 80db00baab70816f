import { defineConfig } from 'vitest/config'
import everything from './vitest.config.ts'

/** Only the tests beside the critical files, which need neither a server nor a page. */
export default defineConfig({
  ...everything,
  test: {
    ...everything.test,
    include: [
      'src/auth/flow/{popup-message,return-to}.test.ts',
      'src/auth/grant/{accounts-http,authorization-request,authorization-response,revoke-token,token-info}.test.ts',
    ],
  },
})
