import type { LoggedRequest, World } from './world.ts'

const kept = 10_000

/** Logs a request; the oldest are forgotten. */
export function logRequest(world: World, entry: LoggedRequest): void {
  world.requests.push(entry)
  if (world.requests.length > kept) world.requests.shift()
}
