import { issueAccessToken } from '../sandbox/accounts/token-store.ts'
import { createSandbox } from '../sandbox/server/sandbox.ts'
import { clients } from '../sandbox/world/seed.ts'
import type { World } from '../sandbox/world/world.ts'
import type { Group, Line } from './bench.ts'
import type { Samples } from './race.ts'
import { agentEmail } from './servers.ts'

const sizes = [250, 10_000, 100_000]
const counted = 5
const requests = 40
/** Requests before any counts: the compiler still works at the code of the first ones. */
const warmUp = 400

/** How many pages of a list the sandbox writes in a second of processor time, without the network. */
export const sandbox: Group = {
  name: 'sandbox',
  title: 'The sandbox',
  async measure() {
    const again: Samples = {}
    const further: Samples = {}
    const first = askerOf(250)
    for (let count = 0; count < warmUp; count += 1) await read(await first({ limit: 50 }))
    for (const size of sizes) {
      const ask = askerOf(size)
      const name = `${size.toLocaleString('en')} chats`
      again[name] = await rates(async () => read(await ask({ limit: 50 })))
      let body: object = { limit: 50 }
      further[name] = await rates(async () => {
        const pageId = /"next_page_id":"([^"]+)"/.exec(await read(await ask(body)))?.[1]
        body = pageId === undefined ? { limit: 50 } : { page_id: pageId }
      })
    }
    const line = { unit: 'a second' } as const
    return [
      { ...line, work: '`list_chats`, the same 50 chats', samples: again, goal: '≥ 400' },
      { ...line, work: '`list_chats`, page after page', samples: further, goal: '' },
    ] satisfies Line[]
  },
}

function askerOf(chats: number): (body: object) => Promise<Response> {
  const { world, api } = createSandbox({ chats })
  const token = tokenFor(world)
  return async (body) => {
    const request = new Request('http://localhost:3002/v3.6/agent/action/list_chats', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    return api.fetch(request)
  }
}

/** The bytes of a page as text of one byte a letter: to decode them is the work of who asked. */
async function read(response: Response): Promise<string> {
  const bytes = Buffer.from(await response.arrayBuffer())
  if (!response.ok) throw new Error(bytes.toString())
  return bytes.toString('latin1')
}

/** Requests in a second of processor time; the first of six rounds warms up. */
async function rates(request: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = []
  for (let sample = 0; sample <= counted; sample += 1) {
    const before = process.cpuUsage()
    for (let count = 0; count < requests; count += 1) await request()
    const { user, system } = process.cpuUsage(before)
    if (sample > 0) found.push(requests / ((user + system) / 1e6))
  }
  return found
}

function tokenFor(world: World): string {
  const account = [...world.accounts.values()].find(({ email }) => email === agentEmail)
  const [client] = clients
  const organizationId = account?.memberships[0]?.organizationId
  if (!account || !client || !organizationId) throw new Error(`Nobody is ${agentEmail}.`)
  const { clientId, scopes } = client
  const { accountId } = account
  return issueAccessToken(world, { clientId, accountId, organizationId, scopes }).token
}
