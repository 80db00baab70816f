import type { Inbox } from '../../sandbox/inbox/inbox.ts'
import type { World } from '../../sandbox/world/world.ts'

/** The chats of the one organization most tests are in. */
export function inboxOf(world: World): Inbox {
  const [inbox] = world.inboxes.values()
  if (!inbox) throw new Error('the sandbox has no inbox')
  return inbox
}

/** LiveChat no longer knows the page ids it gave: to its clock they are none of its own. */
export function forgetPages(world: World): void {
  world.advance(-60_000)
}
