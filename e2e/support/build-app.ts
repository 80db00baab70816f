import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildPage, newFolder } from './serve-built.ts'
import { serversOf } from './servers.ts'

const root = join(import.meta.dirname, '../..')

/** Builds the app once for all workers, for the servers of the first; each worker serves a copy with its own. */
export default async function buildApp(): Promise<(() => Promise<void>) | undefined> {
  // A run that a test starts uses what the outer run has built.
  if (process.env.E2E_BUILT_APP !== undefined) return undefined
  const outDir = await newFolder()
  setAppEnvironment(0)
  await buildPage(root, outDir, {})
  process.env.E2E_BUILT_APP = outDir
  return () => rm(outDir, { recursive: true })
}

/** What the app reads of the environment, at its build and for the headers it is served with. */
export function setAppEnvironment(worker: number): void {
  const { accountsUrl, apiUrl } = serversOf(worker)
  process.env.VITE_LIVECHAT_ACCOUNTS_URL = accountsUrl
  process.env.VITE_LIVECHAT_API_URL = apiUrl
  process.env.VITE_LIVECHAT_PERSONAL_TOKENS = 'on'
}
