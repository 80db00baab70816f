import react from '@vitejs/plugin-react'
import { loadEnv } from 'vite'
import { defineConfig } from 'vitest/config'
import { examplesPlugin } from './packaging/examples-plugin.ts'
import { designSystemPlugin } from './scripts/design-system-plugin.ts'
import { preloadStartPlugin } from './scripts/preload-start-plugin.ts'
import { securityHeadersPlugin } from './scripts/security-headers.ts'
import { type Environment, readEnvironment } from './src/app/environment.ts'

const pluginsFor = (environment: Environment) => [
  react(),
  designSystemPlugin(),
  preloadStartPlugin('/src/app/bootstrap.tsx'),
  securityHeadersPlugin(environment),
  examplesPlugin(environment),
]

export default defineConfig(({ mode }) => ({
  plugins: pluginsFor(readEnvironment(loadEnv(mode, import.meta.dirname))),
  // The app's page; other pages of this repository are built by their own tests.
  optimizeDeps: { entries: ['index.html'] },
  // One address family, so that localhost and 127.0.0.1 are both this server.
  server: { host: '127.0.0.1', port: 3000, strictPort: true },
  preview: { host: '127.0.0.1', port: 4173, strictPort: true },
  build: {
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for each step of the way to the chats, since a small file costs a page as much as a large one.
        codeSplitting: {
          groups: [
            { name: 'main', tags: ['$initial'], priority: 3 },
            { name: 'start', test: /src\/app\/bootstrap\.tsx$/, priority: 2 },
            { name: 'routed-app', test: /src\/app\/routed-app\.tsx$/, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    // As for the browser tests: a shared machine may stall, and only CI gives a second chance.
    retry: process.env.CI ? 1 : 0,
    // In development React warns about what jsdom lacks.
    silent: 'passed-only',
    // Property tests run thousands of cases, also on a busy machine; by hand FUZZ=1000000 runs that many.
    testTimeout: process.env.FUZZ ? 3_600_000 : 30_000,
    // Every core: by default one is left to whoever waits.
    maxWorkers: '100%',
    // Tests leave nothing behind, so those of a project share their modules, one project after the other: a worker that
    // alternates between them reads everything anew.
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{src,sandbox,scripts,bench,packaging}/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          isolate: false,
          sequence: { groupOrder: 1 },
          environment: 'jsdom',
          environmentOptions: { jsdom: { url: 'http://localhost:3000/' } },
          setupFiles: 'src/app/testing/setup.ts',
          include: ['src/{app,embed,react}/**/*.test.tsx'],
          server: { deps: { inline: [/react-router/] } },
        },
        // As in a browser; Node would load the router twice, with two contexts.
        resolve: { conditions: ['module', 'browser', 'development'] },
      },
    ],
  },
}))
