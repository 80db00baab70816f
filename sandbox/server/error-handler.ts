import type { ErrorHandler } from 'hono'
import { DroppedConnection } from './fault-injection.ts'

/** Turns a bug of the sandbox into a 500 and a line on the terminal; a dropped connection stays dropped. */
export function errorHandler(body: () => string): ErrorHandler {
  return (error, c) => {
    if (error instanceof DroppedConnection || c.req.raw.signal.aborted) throw error
    console.error(error)
    return c.body(body(), 500, { 'Content-Type': 'application/json' })
  }
}
