import { setTimeout as wait } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { Environment } from '../lib/hono-env.ts'
import { takeFault } from '../world/take-fault.ts'
import type { Fault, World } from '../world/world.ts'

/** A connection that closed without a response; in process it is thrown, as `fetch` would. */
export class DroppedConnection extends TypeError {
  override name = 'DroppedConnection'
}

/** How one server writes its errors. */
export interface ErrorFormat {
  /** The status that goes with an error type. */
  status(errorType: string): number
  body(errorType: string | undefined, status: number): string
  contentType(endpoint: string): string
}

interface FaultOptions {
  world: World
  endpointOf: (request: Request) => string | undefined
  errorFormat: ErrorFormat
  /** Faults that a handler applies itself. */
  skip?: (fault: Fault) => boolean
}

/** Replaces or changes the responses of endpoints for which a fault was set. */
export function injectFaults(options: FaultOptions): MiddlewareHandler<Environment> {
  const { world, endpointOf, errorFormat, skip } = options
  return async (c, next) => {
    const endpoint = endpointOf(c.req.raw)
    const fault = endpoint && takeFault(world, endpoint, (one) => !skip?.(one))
    if (!endpoint || !fault) return next()

    if (fault.delay) await wait(fault.delay, undefined, { signal: c.req.raw.signal })
    if (fault.loseResponse) await next()
    if (fault.drop || fault.loseResponse) {
      throw new DroppedConnection(`The sandbox dropped ${c.req.method} ${c.req.url}`)
    }
    if (fault.status === undefined && fault.errorType === undefined && fault.body === undefined) {
      await next()
      for (const [name, value] of Object.entries(fault.headers ?? {})) c.header(name, value)
      return
    }
    const status = fault.status ?? (fault.errorType ? errorFormat.status(fault.errorType) : 200)
    c.res = new Response(
      hasNoBody(status) ? null : (fault.body ?? errorFormat.body(fault.errorType, status)),
      { status, headers: { 'Content-Type': errorFormat.contentType(endpoint), ...fault.headers } },
    )
  }
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}
