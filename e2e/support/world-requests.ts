import { expect } from '@playwright/test'
import type { World } from '../../sandbox/world/world.ts'

/** The requests to an action or page of LiveChat. */
export function asked(world: World, endpoint: string) {
  return world.requests.filter((one) => one.endpoint === endpoint)
}

/** Those before the agent was connected to the push feed, when the page asks for all it shows once more. */
export function askedUntilLive({ requests }: World, endpoint: string) {
  const login = requests.findIndex((one) => one.endpoint === 'login')
  return requests
    .slice(0, login === -1 ? requests.length : login)
    .filter((one) => one.endpoint === endpoint)
}

/** The requests that exchanged codes or refreshed tokens. */
export function tokenRequests(world: World) {
  return asked(world, 'token').filter((one) => one.method === 'POST')
}

/** The authorization requests, one for each time an agent was sent to LiveChat. */
export function authorizations(world: World): URLSearchParams[] {
  return asked(world, 'authorize')
    .filter((one) => one.method === 'GET')
    .map((one) => new URL(one.url).searchParams)
}

/** The last request the page sends by itself once the chats are there. */
export async function expectProfileAsked(world: World) {
  await expect.poll(() => asked(world, 'get_agent').length).toBeGreaterThan(0)
}
