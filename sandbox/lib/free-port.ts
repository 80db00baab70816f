import { createServer } from 'node:net'

/** The first free port above one that is in use, for a message that offers it. */
export async function nextFreePort(used: number): Promise<number> {
  for (let port = used + 1; port < 65_536; port++) {
    if (await isFree(port)) return port
  }
  return 0
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** What to do when a port is in use. */
export async function portInUse(port: number, variable: string): Promise<string> {
  return `Port ${port} is in use. Stop what uses it, or take the next free one with ${variable}=${await nextFreePort(port)}.`
}
