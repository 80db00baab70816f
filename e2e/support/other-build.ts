import { join } from 'node:path'
import { clientId, test as stackTest } from './fixtures.ts'
import { type BuiltServer, serveBuilt } from './serve-built.ts'

/** Builds the app with other environment variables, serves it, and returns its URL. */
type ServeOtherBuild = (variables: Readonly<Record<string, string>>) => Promise<string>

export const test = stackTest.extend<{ serveOtherBuild: ServeOtherBuild }>({
  serveOtherBuild: async ({ stack, world }, use) => {
    const port = Number(new URL(stack.appUrl).port) + 6
    const url = `http://app.localhost:${port}`
    let server: BuiltServer | undefined
    await use(async (variables) => {
      const before = { ...process.env }
      Object.assign(process.env, variables)
      server = await serveBuilt(join(import.meta.dirname, '../..'), port, {})
      for (const name of Object.keys(variables)) {
        if (before[name] === undefined) delete process.env[name]
        else process.env[name] = before[name]
      }
      world.clients.get(clientId)?.redirectUris.push(url)
      return url
    })
    await server?.close()
  },
})
