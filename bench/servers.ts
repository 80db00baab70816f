import { rm } from 'node:fs/promises'
import { openSession, sessionCookie } from '../sandbox/accounts/browser-session.ts'
import { startSandbox } from '../sandbox/server/serve.ts'
import { createWorld } from '../sandbox/world/create-world.ts'
import type { World } from '../sandbox/world/world.ts'
import { securityHeaders, webSocketOrigin } from '../scripts/security-headers.ts'
import { type Browser, type Context, until } from './browser.ts'
import { buildApp, buildPages } from './build.ts'
import { instrument } from './instrument.ts'
import { createSlowNetwork } from './slow-network.ts'
import { serveFolder } from './static-host.ts'

const firstPort = Number(process.env.BENCH_PORT ?? 4900)
const clientId = '9cbf3a968289727cb3cdfe83ab1d9836'

/** The addresses of the four servers, as a browser reaches them. */
export interface Addresses {
  app: string
  pages: string
  accounts: string
  api: string
}

function addressesFrom(port: number): Addresses {
  return {
    app: `http://app.localhost:${port}`,
    accounts: `http://accounts.localhost:${port + 1}`,
    api: `http://api.localhost:${port + 2}`,
    pages: `http://pages.localhost:${port + 3}`,
  }
}

const networks = { local: addressesFrom(firstPort), slow4g: addressesFrom(firstPort + 10) }
export type Network = keyof typeof networks

/** The app, the pages of the bench and a sandbox, each on this machine and behind a slow line. */
export interface Servers {
  readonly addresses: Record<Network, Addresses>
  readonly world: World
  /** Starts the sandbox over with so many chats. */
  resetWorld(chats: number): void
  /** A browser in which the agent is signed in to LiveChat, so that its windows respond by themselves. */
  openContext(browser: Browser): Promise<Context>
  /** Resolves when nothing has been on its way for a moment. */
  quiet(network: Network): Promise<void>
  close(): Promise<void>
}

/** An agent who sees all groups. */
export const agentEmail = 'smith@example.com'

const options = {
  redirectUris: {
    [clientId]: Object.values(networks).flatMap(({ app, pages }) => [app, pages]),
  },
  behaviour: { limitRedirects: false },
}

export async function startServers(): Promise<Servers> {
  const { local, slow4g } = networks
  const folders = { app: await buildApp(local), pages: await buildPages(local) }
  const sandbox = await startSandbox({
    ...options,
    accountsPort: portOf(local.accounts),
    apiPort: portOf(local.api),
  })
  const line = createSlowNetwork()
  const hosts = await Promise.all(
    [local, slow4g].flatMap((addresses) =>
      (['app', 'pages'] as const).map((name) => {
        const { accounts, api } = addresses
        // The slow line ends at the port of the address; the host behind it has another.
        const port = portOf(addresses[name]) + (addresses === slow4g ? behindLine : 0)
        return serveFolder(folders[name], {
          port,
          headers: name === 'app' ? securityHeaders({ accountsUrl: accounts, apiUrl: api }) : {},
          addresses: [
            [local.accounts, accounts],
            [local.api, api],
            [webSocketOrigin(local.api), webSocketOrigin(api)],
          ],
        })
      }),
    ),
  )
  await line.serve(portOf(slow4g.app), portOf(slow4g.app) + behindLine)
  await line.serve(portOf(slow4g.pages), portOf(slow4g.pages) + behindLine)
  await line.serve(portOf(slow4g.accounts), portOf(local.accounts))
  await line.serve(portOf(slow4g.api), portOf(local.api))

  return {
    addresses: networks,
    world: sandbox.world,
    resetWorld(chats) {
      Object.assign(sandbox.world, createWorld({ ...options, chats }))
    },
    async openContext(browser) {
      const account = [...sandbox.world.accounts.values()].find((one) => one.email === agentEmail)
      if (!account) throw new Error(`The sandbox has no ${agentEmail}.`)
      const { cookie } = openSession(sandbox.world, account, { userAgent: '', ip: '127.0.0.1' })
      const context = await browser.newContext()
      await context.setCookie({ name: sessionCookie, value: cookie, url: local.accounts })
      return {
        ...context,
        async newPage(size) {
          const page = await context.newPage(size)
          await instrument(page)
          return page
        },
      }
    },
    async quiet(network) {
      let busyAt = performance.now()
      await until(async () => {
        if (network === 'slow4g' && !line.isIdle()) busyAt = performance.now()
        return performance.now() - busyAt > (network === 'slow4g' ? 500 : 200)
      })
    },
    async close() {
      await line.close()
      await Promise.all([...hosts.map((host) => host.close()), sandbox.close()])
      for (const folder of Object.values(folders)) await rm(folder, { recursive: true })
    },
  }
}

const behindLine = 10

function portOf(address: string): number {
  return Number(new URL(address).port)
}
