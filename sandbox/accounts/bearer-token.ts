import type { Context } from 'hono'

/** The token a request names, in the Authorization header or, as also documented, in `?code=`. */
export function bearerToken(c: Context): string | undefined {
  const [, bearer] = /^bearer\s+(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  return bearer ?? (c.req.query('code') || undefined)
}
