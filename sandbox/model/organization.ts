export interface Organization {
  organizationId: string
  name: string
  license: number
  region: 'dal' | 'fra'
}

export interface Membership {
  organizationId: string
  accountsRole: 'owner' | 'administrator' | 'member'
  liveChatRole: 'administrator' | 'normal'
  /** LiveChat groups of this agent; every agent can also see group 0. */
  groupIds: number[]
  /** Whether a new RTM session takes chats; absent: not accepting. */
  loginStatus?: 'accepting chats' | 'not accepting chats'
}

/** A person: the Agent Chat API knows them by email, the accounts server by id. */
export interface Account {
  accountId: string
  email: string
  password: string
  name: string
  avatarUrl: string | null
  /** The first is the one a sign-in without `organization_id` uses. */
  memberships: [Membership, ...Membership[]]
}

export interface Group {
  id: number
  name: string
}
