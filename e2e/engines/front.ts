import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The host of the app in a test: it passes on what the app's server answers, and can be told to fail. */
export interface Front {
  url: string
  /** What browsers reported of the pages' Content-Security-Policy. */
  violations: string[]
  /** Paths that were asked for. */
  paths: string[]
  /** Answers the next requests for a path like this with an error; says how many of them are still to come. */
  refuse(path: RegExp, times: number): () => number
  /** Answers requests for a path like this once the promise is settled. */
  delay(path: RegExp, until: Promise<void>): void
  close(): Promise<void>
}

/** Puts a host of its own name and port before a server of built pages, with more headers where those send none. */
export async function startFront(
  pageUrl: string,
  headers: Record<string, string> = {},
): Promise<Front> {
  const { port: pagePort } = new URL(pageUrl)
  const violations: string[] = []
  const paths: string[] = []
  const refusals: { path: RegExp; times: number }[] = []
  const delays: { path: RegExp; until: Promise<void> }[] = []

  const server = createServer(async (request, response) => {
    const path = request.url ?? '/'
    if (path === '/violations') {
      violations.push(await bodyOf(request))
      response.writeHead(204).end()
      return
    }
    paths.push(path)
    const refusal = refusals.find((one) => one.times > 0 && one.path.test(path))
    if (refusal) {
      refusal.times -= 1
      response.writeHead(503).end()
      return
    }
    await delays.find((one) => one.path.test(path))?.until
    const answer = await fetch(`http://127.0.0.1:${pagePort}${path}`, {
      method: request.method ?? 'GET',
      headers: { accept: request.headers.accept ?? '*/*' },
    })
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    for (const [name, value] of answer.headers) {
      // fetch has undone these.
      if (/^(content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name))
        continue
      const isPolicy = name === 'content-security-policy'
      response.setHeader(name, isPolicy ? `${value}; report-uri /violations` : value)
    }
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://app.localhost:${(server.address() as AddressInfo).port}`,
    violations,
    paths,
    refuse(path, times) {
      const refusal = { path, times }
      refusals.push(refusal)
      return () => refusal.times
    },
    delay(path, until) {
      delays.push({ path, until })
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
