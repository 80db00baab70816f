import type { Inbox } from '../../sandbox/inbox/inbox.ts'
import type { World } from '../../sandbox/world/world.ts'

/** The inbox of the organization that most tests use. */
export function inboxOf(world: World): Inbox {
  const [inbox] = world.inboxes.values()
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** Makes LiveChat forget the page ids it has given. */
export function forgetPages(world: World): void {
  world.advance(-60_000)
}
