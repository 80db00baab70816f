import { join } from 'node:path'
import type { InlineConfig } from 'vite'

const firstPort = Number(process.env.E2E_PORT ?? 4300)

/** Number of a port of a worker, from 0 to 9. */
export function portOf(worker: number, offset: number): number {
  return firstPort + worker * 10 + offset
}

/**
 * The servers of a worker, on three sites. The hosts differ, not just the ports: two ports of `localhost` are one site
 * and share cookies.
 */
export function serversOf(worker: number) {
  return {
    appUrl: `http://app.localhost:${portOf(worker, 0)}`,
    accountsUrl: `http://accounts.localhost:${portOf(worker, 1)}`,
    apiUrl: `http://api.localhost:${portOf(worker, 2)}`,
  }
}

export interface TestPage {
  /** Its folder in e2e/pages. */
  folder: string
  host: string
  /** Offset of its port among those of the worker. */
  offset: number
  config?: InlineConfig
}

const ourDropIn = join(import.meta.dirname, '../../src/accounts-sdk/index.ts')
const withOurDropIn: InlineConfig = {
  configFile: false,
  resolve: {
    alias: {
      '@livechat/accounts-sdk': ourDropIn,
      'sign-in-with-livechat/accounts-sdk': ourDropIn,
    },
  },
}

/** The pages that tests use beside the app. */
export const testPages = {
  /** Only the core. */
  core: { folder: 'core-page', host: 'app.localhost', offset: 5 },
  /** The published `@livechat/accounts-sdk`. */
  official: { folder: 'official-client', host: 'localhost', offset: 3 },
  /** The same page with `./accounts-sdk` in its place. */
  dropIn: { folder: 'official-client', host: 'localhost', offset: 4, config: withOurDropIn },
  /** As in the readme and the sample apps of LiveChat's client, with `./accounts-sdk`. */
  sample: { folder: 'accounts-sdk-page', host: 'localhost', offset: 8, config: withOurDropIn },
  /** The button in odd places. */
  places: { folder: 'places-page', host: 'localhost', offset: 9 },
} as const satisfies Record<string, TestPage>

export type TestPageName = keyof typeof testPages
