import type { World } from '../world/world.ts'

/** A line for each person one can sign in as. */
export function sampleLogins(world: World): string[] {
  return [...world.accounts.values()].map(
    ({ email, password, name }) => `  ${email} / ${password}  (${name})`,
  )
}
