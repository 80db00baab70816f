import { issueAccessToken } from '../sandbox/accounts/token-store.ts'
import { clients } from '../sandbox/world/seed.ts'
import type { Group } from './bench.ts'
import type { Samples } from './race.ts'
import { agentEmail, type Servers } from './servers.ts'

const sizes = [250, 10_000, 100_000]
const counted = 5
const pages = 100

/** How many pages of a list the sandbox serves in a second, over HTTP, to one client that asks for one after another. */
export const sandbox: Group = {
  name: 'sandbox',
  title: 'The sandbox',
  async measure({ servers }) {
    const samples: Samples = {}
    for (const size of sizes) {
      servers.resetWorld(size)
      const token = tokenFor(servers)
      const rates: number[] = []
      for (let sample = 0; sample <= counted; sample += 1) {
        const start = performance.now()
        await walk(servers.addresses.local.api, token)
        // The first walk makes the chats that the others find made.
        if (sample > 0) rates.push((pages * 1000) / (performance.now() - start))
      }
      samples[`${size.toLocaleString('en')} chats`] = rates
    }
    return [{ work: '`list_chats`, 50 chats each', unit: 'a second', samples, goal: '≥ 400' }]
  },
}

/** Asks for page after page, from the first again after the last. */
async function walk(apiUrl: string, token: string): Promise<void> {
  let body: object = { limit: 50 }
  for (let page = 0; page < pages; page += 1) {
    const response = await fetch(`${apiUrl.replace('api.', '')}/v3.6/agent/action/list_chats`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { next_page_id: pageId }: { next_page_id?: string } = await response.json()
    body = pageId === undefined ? { limit: 50 } : { page_id: pageId }
  }
}

function tokenFor({ world }: Servers): string {
  const account = [...world.accounts.values()].find(({ email }) => email === agentEmail)
  const [client] = clients
  const organizationId = account?.memberships[0]?.organizationId
  if (!account || !client || !organizationId) throw new Error(`Nobody is ${agentEmail}.`)
  const { clientId, scopes } = client
  const { accountId } = account
  return issueAccessToken(world, { clientId, accountId, organizationId, scopes }).token
}
