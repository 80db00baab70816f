import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { ApiError } from '../agent-chat/api-error.ts'
import { serveUpload, uploadFile } from '../agent-chat/upload-file.ts'
import type { Environment } from '../lib/hono-env.ts'
import type { World } from '../world/world.ts'
import { readVisitor, startVisit } from './customer-token.ts'

const types: Record<string, string> = {
  'customer.html': 'text/html; charset=utf-8',
  'customer.css': 'text/css; charset=utf-8',
  'customer.js': 'text/javascript; charset=utf-8',
}

/** The customer's page and what it needs over HTTP; the rest goes over its web socket. */
export function createCustomerRoutes(world: World): Hono<Environment> {
  const app = new Hono<Environment>()
  app.onError((error) => {
    if (error instanceof ApiError) return error.toResponse()
    throw error
  })
  app.get('/customer', () => asset('customer.html'))
  app.get('/customer/:name', (c) => asset(c.req.param('name')))
  app.post('/customer/token', (c) => c.json(startVisit(world)))
  app.post('/v3.6/customer/action/upload_file', async (c) => {
    const [, token = ''] = (c.req.header('Authorization') ?? '').split(/\s+/)
    if (!readVisitor(world, token)) throw new ApiError('authentication', 'Invalid access token')
    return c.json(await uploadFile(world, c.req.raw))
  })
  app.get('/files/:id/:name', (c) => serveUpload(world, new URL(c.req.url).pathname.slice(1)))
  return app
}

async function asset(name: string): Promise<Response> {
  const type = types[name]
  if (!type) return new ApiError('not_found').toResponse()
  const content = await readFile(new URL(`./assets/${name}`, import.meta.url))
  return new Response(content, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    },
  })
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')
