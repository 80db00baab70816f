import { Hono } from 'hono'
import type { World } from '../world.ts'

/** The Agent Chat Web API (section 8 of the protocol notes). */
export function createAgentChat(_world: World): Hono {
  return new Hono()
}
