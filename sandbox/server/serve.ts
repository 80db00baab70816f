import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { World } from '../world/world.ts'
import { DroppedConnection } from './fault-injection.ts'
import { createSandbox, type SandboxOptions, type SandboxServer } from './sandbox.ts'
import { acceptWebSockets } from './web-sockets.ts'

export interface ServeOptions extends SandboxOptions {
  /** 0 takes a free one; default 3001. */
  accountsPort?: number
  /** The same; default 3002. */
  apiPort?: number
  /** Address to listen at; default `127.0.0.1`, this machine only. */
  host?: string
}

export interface RunningSandbox {
  /** Everything it remembers, to be read and changed while it runs. */
  world: World
  accountsUrl: string
  apiUrl: string
  /** Starts over: the same people and chats, nobody signed in. */
  reset(): void
  close(): Promise<void>
}

/** Serves a sandbox over HTTP until it is closed. */
export async function startSandbox(options: ServeOptions = {}): Promise<RunningSandbox> {
  const { accountsPort = 3001, apiPort = 3002, host = '127.0.0.1' } = options
  const sandbox = createSandbox(options)
  const accounts = await listen(sandbox.accounts, accountsPort, host, 'ACCOUNTS_PORT')
  const api = await listen(sandbox.api, apiPort, host, 'API_PORT').catch(async (error: unknown) => {
    await close(accounts)
    throw error
  })
  const endWebSockets = acceptWebSockets(api, sandbox)
  return {
    world: sandbox.world,
    accountsUrl: urlOf(accounts),
    apiUrl: urlOf(api),
    reset: sandbox.reset,
    close: async () => {
      endWebSockets()
      await Promise.all([close(accounts), close(api)])
    },
  }
}

async function listen(
  handler: SandboxServer,
  port: number,
  host: string,
  variable: string,
): Promise<Server> {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(handler, request, env as HttpBindings),
    overrideGlobalObjects: false,
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(portInUse(port, variable)) : error)
    })
    server.listen(port, host, resolve)
  })
  return server
}

function portInUse(port: number, variable: string): string {
  return `Port ${port} is already in use. Stop what uses it, or set ${variable} to another port.`
}

async function answer(
  handler: SandboxServer,
  request: Request,
  { incoming }: HttpBindings,
): Promise<Response> {
  const { remoteAddress } = incoming.socket
  try {
    return await handler.fetch(request, remoteAddress ? { remoteAddress } : {})
  } catch (error) {
    if (!(error instanceof DroppedConnection || request.signal.aborted)) throw error
    incoming.socket.destroy()
    return new Response()
  }
}

/** The name a browser page would use, since cookies and redirect URIs tell localhost from 127.0.0.1. */
function urlOf(server: Server): string {
  const { port } = server.address() as AddressInfo
  return `http://localhost:${port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
