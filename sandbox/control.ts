import { Hono } from 'hono'
import type { Environment } from './environment.ts'
import type { World } from './world.ts'

export interface Control {
  reset(): void
}

export function createControl(_world: World, control: Control): Hono<Environment> {
  const app = new Hono<Environment>()
  app.post('/reset', (c) => {
    control.reset()
    return c.json({})
  })
  return app
}
