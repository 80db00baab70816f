import { type CustomerServer, createCustomerServer } from '../customer/customer-server.ts'
import type { Peer } from '../lib/hono-env.ts'
import { createRtmServer, type RtmServer } from '../rtm/rtm-server.ts'
import { createWorld, type WorldOptions } from '../world/create-world.ts'
import type { World } from '../world/world.ts'
import { createAccountsServer } from './accounts-server.ts'
import { createApiServer } from './api-server.ts'

export interface SandboxOptions extends WorldOptions {
  /** Serves the control calls under `/sandbox/` on the accounts server; default true. */
  control?: boolean
}

export interface SandboxServer {
  /** Rejects with a TypeError when a fault drops the connection, as the platform's `fetch` does. */
  fetch(request: Request, peer?: Peer): Promise<Response>
}

export interface Sandbox {
  world: World
  accounts: SandboxServer
  api: SandboxServer
  /** The web socket side of the API server. */
  rtm: RtmServer
  customers: CustomerServer
  /** Starts over: the same people and chats, nobody signed in. */
  reset(): void
}

/** LiveChat's accounts server and Agent Chat API around one world, without any network. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const world = createWorld(options)
  const reset = () => {
    Object.assign(world, createWorld(options, world.changes))
    world.changes.publish({ type: 'reset' })
  }
  const rtm = createRtmServer(world)
  const accounts = createAccountsServer(
    world,
    options.control === false ? undefined : { reset, rtm },
  )
  const api = createApiServer(world)
  return {
    world,
    accounts: { fetch: async (request, peer = {}) => accounts.fetch(request, peer) },
    api: { fetch: async (request, peer = {}) => api.fetch(request, peer) },
    rtm,
    customers: createCustomerServer(world),
    reset,
  }
}
