import type { SignInError } from '../auth/index.ts'
import { asSignInError } from '../auth/internal.ts'

interface Handling {
  method: 'GET' | 'POST'
  /** The only site whose pages may send it; undefined: any, such as LiveChat's. */
  origin?: string
  /** @param headers Of the response, also of one that `fail` makes. */
  handle: (request: Request, headers: Headers) => Promise<Response>
  fail: (error: SignInError, request: Request) => Response | Promise<Response>
}

/** Creates a handler that never throws, and whose responses no cache keeps and no referrer names. */
export function createHandler({ method, origin, handle, fail }: Handling) {
  return async (request: Request): Promise<Response> => {
    if (request.method !== method) {
      return new Response(null, { status: 405, headers: { Allow: method } })
    }
    if (origin !== undefined && !isFrom(origin, request)) return new Response(null, { status: 403 })
    const headers = new Headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    try {
      return await handle(request, headers)
    } catch (thrown) {
      return withHeaders(await fail(asSignInError(thrown, 'unknown_error'), request), headers)
    }
  }
}

/**
 * Whether a page of this origin sent a request that is no GET. Browsers say so in headers that no page can write; `Origin`
 * is `null` in a form on a page with `Referrer-Policy: no-referrer`.
 *
 * @see Fetch Metadata Request Headers; Fetch, "append a request `Origin` header"
 */
function isFrom(origin: string, { headers }: Request): boolean {
  const sender = headers.get('Origin')
  if (sender !== null && sender !== 'null') return sender === origin
  return headers.get('Sec-Fetch-Site') === 'same-origin'
}

function withHeaders({ body, status, headers }: Response, more: Headers): Response {
  // Those of some responses, such as `Response.redirect()`, cannot be changed.
  const all = new Headers(headers)
  for (const [name, value] of more) {
    if (name === 'set-cookie') all.append(name, value)
    else all.set(name, value)
  }
  return new Response(body, { status, headers: all })
}
