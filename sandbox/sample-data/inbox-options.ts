import type { Account, Group, Membership, Organization } from '../model/organization.ts'

export interface InboxOptions {
  seed: number
  organization: Organization
  agents: { account: Account; membership: Membership }[]
  groups: Group[]
  chats: number
  /** Milliseconds since 1970 at which the newest chat was just alive. */
  now: number
}
