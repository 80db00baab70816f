import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

export interface BuiltServer {
  close(): Promise<void>
}

/** Builds a page with Vite into its own folder and serves it like a static host. */
export async function serveBuilt(
  root: string,
  port: number,
  config: InlineConfig = { configFile: false },
): Promise<BuiltServer> {
  const outDir = await mkdtemp(join(tmpdir(), 'sign-in-with-livechat-'))
  const options: InlineConfig = {
    ...config,
    root,
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  }
  await build(options)
  const server = await preview({
    ...options,
    preview: { host: '127.0.0.1', port, strictPort: true },
  })
  return {
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
