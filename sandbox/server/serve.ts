import { once } from 'node:events'
import type { Server } from 'node:http'
import { createServer as createTlsServer, Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { portInUse } from '../lib/free-port.ts'
import type { RtmServer } from '../rtm/rtm-server.ts'
import type { World } from '../world/world.ts'
import { DroppedConnection } from './fault-injection.ts'
import { createSandbox, type SandboxOptions, type SandboxServer } from './sandbox.ts'
import { acceptWebSockets } from './web-sockets.ts'

export { type LiveChatConfig, readLiveChatConfig } from '../lib/livechat-config.ts'

export interface ServeOptions extends SandboxOptions {
  /** 0 takes a free one; default 3001. */
  accountsPort?: number
  /** The same; default 3002. */
  apiPort?: number
  /** Address to listen at; default `127.0.0.1`, this machine only. */
  host?: string
  /** Certificate and key as PEM text, to serve `https:` and `wss:`. */
  tls?: { cert: string; key: string }
}

export interface RunningSandbox {
  /** Everything it remembers, to be read and changed while it runs. */
  world: World
  /** Who is connected with the RTM API. */
  rtm: RtmServer
  accountsUrl: string
  apiUrl: string
  /** Starts over: the same people and chats, nobody signed in. */
  reset(): void
  /** Ends all connections, answers nobody for so many milliseconds, and goes on with everything as it was. */
  interrupt(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Serves a sandbox over HTTP until it is closed. */
export async function startSandbox(options: ServeOptions = {}): Promise<RunningSandbox> {
  const { accountsPort = 3001, apiPort = 3002 } = options
  const sandbox = createSandbox(options)
  const accounts = await listen(sandbox.accounts, accountsPort, 'ACCOUNTS_PORT', options)
  const api = await listen(sandbox.api, apiPort, 'API_PORT', options).catch(async (error) => {
    await close(accounts)
    throw error
  })
  const endWebSockets = acceptWebSockets(api, sandbox)
  const stop = async () => {
    endWebSockets()
    await Promise.all([close(accounts), close(api)])
  }
  return {
    world: sandbox.world,
    rtm: sandbox.rtm,
    accountsUrl: urlOf(accounts),
    apiUrl: urlOf(api),
    reset: sandbox.reset,
    async interrupt(milliseconds) {
      const ports = [portOf(accounts), portOf(api)]
      await stop()
      await wait(milliseconds)
      await Promise.all([accounts, api].map((server, at) => bind(server, ports[at], options.host)))
    },
    close: stop,
  }
}

async function listen(
  handler: SandboxServer,
  port: number,
  variable: string,
  { host, tls }: Pick<ServeOptions, 'host' | 'tls'>,
): Promise<Server> {
  const server = createAdaptorServer({
    fetch: (request, env) => answer(handler, request, env as HttpBindings),
    overrideGlobalObjects: false,
    ...(tls && { createServer: createTlsServer, serverOptions: tls }),
  }) as Server
  try {
    await bind(server, port, host)
  } catch (cause) {
    const inUse = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
    if (!inUse) throw cause
    const what = await portInUse(port, variable)
    throw new Error(`${what} A sandbox that is running there can be used as it is.`, { cause })
  }
  return server
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

function bind(server: Server, port = 0, host = '127.0.0.1'): Promise<unknown> {
  return once(server.listen(port, host), 'listening')
}

/** The name a browser page would use, since cookies and redirect URIs tell localhost from 127.0.0.1. */
function urlOf(server: Server): string {
  return `${server instanceof TlsServer ? 'https' : 'http'}://localhost:${portOf(server)}`
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
