import type { Group } from '../seed.ts'
import type { Account, Membership, Organization } from '../world.ts'

export interface InboxOptions {
  seed: number
  organization: Organization
  agents: { account: Account; membership: Membership }[]
  groups: Group[]
  chats: number
  /** Milliseconds since 1970 at which the newest chat was just alive. */
  now: number
}

/** An organization's chats. */
export type Inbox = Record<never, never>

export function createInbox(_options: InboxOptions): Inbox {
  return {}
}
