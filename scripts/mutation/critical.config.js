import everything from './stryker.config.js'

/**
 * What decides whether a response is trusted and where a token goes; few enough files for every run of CI.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  ...everything,
  vitest: { configFile: 'scripts/mutation/critical-vitest.config.ts' },
  mutate: [
    'src/auth/flow/{popup-message,return-to}.ts',
    'src/auth/grant/{accounts-http,authorization-request,authorization-response,revoke-token,token-info}.ts',
  ],
  incremental: false,
  thresholds: { high: 98, low: 95, break: 95 },
  reporters: ['clear-text'],
}
