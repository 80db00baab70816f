import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { cacheControl } from '../scripts/security-headers.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export interface StaticHost {
  close(): Promise<void>
}

/**
 * Serves a built folder as a host on the web does: compressed with brotli, hashed files to be kept for good, and the page
 * for every path that is no file. Other addresses take the place of those it was built with.
 */
export async function serveFolder(
  folder: string,
  {
    port,
    headers = {},
    addresses = [],
  }: {
    port: number
    headers?: Record<string, string>
    addresses?: readonly (readonly [built: string, served: string])[]
  },
): Promise<StaticHost> {
  const files = new Map<string, Buffer>()
  for (const name of await readdir(folder, { recursive: true })) {
    if (!types[extname(name)]) continue
    const content = await readFile(join(folder, name))
    const isText = !name.endsWith('.woff2')
    const text = () =>
      addresses.reduce((all, [built, served]) => all.replaceAll(built, served), content.toString())
    files.set(`/${name}`, brotliCompressSync(isText ? text() : content))
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host')
    const path = files.has(pathname) ? pathname : '/index.html'
    response.writeHead(200, {
      ...headers,
      'Content-Type': types[extname(path)],
      'Content-Encoding': 'br',
      'Cache-Control': cacheControl(pathname, (one) => files.has(one)),
    })
    response.end(files.get(path))
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
