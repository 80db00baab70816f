import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A hostile site that serves a test's pages and records every request. */
export interface EvilSite {
  url: string
  requests: string[]
  /** Serves a page with this script. */
  serve(path: string, script: string): string
  close(): Promise<void>
}

export async function startEvilSite(hostname = 'evil.localhost'): Promise<EvilSite> {
  const pages = new Map<string, string>()
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    requests.push(
      `${request.method} ${request.url} ${JSON.stringify(request.headers)} ${await bodyOf(request)}`,
    )
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*, authorization')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    const script = pages.get(new URL(request.url ?? '/', 'http://evil').pathname) ?? ''
    response.end(`<!doctype html><title>evil</title><body><script>${script}</script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://${hostname}:${(server.address() as AddressInfo).port}`
  return {
    url,
    requests,
    serve(path, script) {
      pages.set(path, script)
      return url + path
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
