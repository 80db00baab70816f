import { expect } from '@playwright/test'
import type { World } from '../../sandbox/world/world.ts'

/** What an action or page of LiveChat was asked. */
export function asked(world: World, endpoint: string) {
  return world.requests.filter((one) => one.endpoint === endpoint)
}

/** Codes exchanged and tokens refreshed. */
export function tokenRequests(world: World) {
  return asked(world, 'token').filter((one) => one.method === 'POST')
}

/** What LiveChat was asked for each time an agent was sent there. */
export function authorizations(world: World): URLSearchParams[] {
  return asked(world, 'authorize')
    .filter((one) => one.method === 'GET')
    .map((one) => new URL(one.url).searchParams)
}

/** The last thing the page asks by itself once the chats are there. */
export async function expectProfileAsked(world: World) {
  await expect.poll(() => asked(world, 'get_agent').length).toBeGreaterThan(0)
}
