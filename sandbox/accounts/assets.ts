import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const types: Record<string, string> = {
  'accounts.css': 'text/css; charset=utf-8',
  'post-response.js': 'text/javascript; charset=utf-8',
  'delay-consent.js': 'text/javascript; charset=utf-8',
  'mark.svg': 'image/svg+xml',
}

export function serveAssets(): Hono {
  return new Hono().get('/:name', async (c) => {
    const name = c.req.param('name')
    const type = types[name]
    if (!type) return c.notFound()
    const content = await readFile(new URL(`./assets/${name}`, import.meta.url))
    return c.body(content, 200, { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff' })
  })
}
