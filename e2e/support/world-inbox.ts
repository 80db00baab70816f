import type { World } from '../../sandbox/world/world.ts'

export { inboxOf, say, textsOf } from '../../sandbox/world/test-inbox.ts'

/** Makes LiveChat forget the page ids it has given. */
export function forgetPages(world: World): void {
  world.advance(-24 * 3_600_000)
}
