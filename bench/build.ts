import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import type { Addresses } from './servers.ts'

const root = join(import.meta.dirname, '..')

const pages = [
  'floor',
  'core',
  'react',
  'element',
  'accounts-sdk',
  'oidc-client',
  'bare-react',
  'textarea',
  'auth0-react',
]

/** Seconds between two polls of the list, instead of ten, so that a run sees many. */
const pollSeconds = '1'

/** Builds the app as `npm run build` does, and returns its folder. */
export function buildApp(addresses: Addresses): Promise<string> {
  setEnvironment(addresses)
  return buildInto({ root })
}

/** Builds the floor and the pages of the peers. */
export function buildPages(addresses: Addresses): Promise<string> {
  setEnvironment(addresses)
  const folder = join(root, 'bench/pages')
  return buildInto({
    root: folder,
    configFile: false,
    plugins: [react()],
    build: {
      target: 'baseline-widely-available',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: pages.map((name) => join(folder, `${name}.html`)) },
    },
  })
}

async function buildInto(config: InlineConfig): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'sign-in-with-livechat-'))
  const options = { ...config.build, outDir, emptyOutDir: true }
  await build({ ...config, logLevel: 'error', build: options })
  return outDir
}

function setEnvironment({ accounts, api }: Addresses): void {
  process.env.VITE_LIVECHAT_ACCOUNTS_URL = accounts
  process.env.VITE_LIVECHAT_API_URL = api
  process.env.VITE_LIVECHAT_POLL_SECONDS = pollSeconds
}
