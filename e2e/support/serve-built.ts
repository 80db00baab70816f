import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build, type InlineConfig, preview } from 'vite'

interface BuiltServer {
  close(): Promise<void>
}

/** Builds a page with Vite into its own folder and serves it like a static host. */
export async function serveBuilt(
  root: string,
  port: number,
  config: InlineConfig = { configFile: false },
): Promise<BuiltServer> {
  const outDir = await newFolder()
  await buildPage(root, outDir, config)
  return serveFolder(root, outDir, port, config)
}

/** Serves a copy of a built page in which other URLs take the place of those it was built with. */
export async function serveCopy(
  root: string,
  built: string,
  port: number,
  urls: readonly (readonly [before: string, now: string])[],
): Promise<BuiltServer> {
  const outDir = await newFolder()
  await cp(built, outDir, { recursive: true })
  for (const entry of await readdir(outDir, { recursive: true })) {
    if (!['.js', '.html'].includes(extname(entry))) continue
    const file = join(outDir, entry)
    const text = await readFile(file, 'utf8')
    await writeFile(
      file,
      urls.reduce((changed, [before, now]) => changed.replaceAll(before, now), text),
    )
  }
  return serveFolder(root, outDir, port, {})
}

export async function buildPage(root: string, outDir: string, config: InlineConfig) {
  await build({ ...config, root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
}

export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sign-in-with-livechat-'))
}

async function serveFolder(
  root: string,
  outDir: string,
  port: number,
  config: InlineConfig,
): Promise<BuiltServer> {
  const server = await preview({
    ...config,
    root,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: true },
  })
  return {
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
