import type { Client } from './world.ts'

export type Role = 'anyone' | 'livechat-administrator' | 'accounts-administrator' | 'accounts-owner'

interface ScopeEntry {
  /** What an app with this scope may do, as the consent page says it. */
  means: string
  /** The lowest role that may hold it. */
  role: Role
}

const anyone = (means: string): ScopeEntry => ({ means, role: 'anyone' })
const administrator = (means: string): ScopeEntry => ({ means, role: 'livechat-administrator' })

/** Every scope LiveChat knows (docs/protocol.md 6.2). */
export const scopeCatalogue: ReadonlyMap<string, ScopeEntry> = new Map(
  Object.entries({
    'chats--all:ro': administrator('Read every chat of your organization'),
    'chats--all:rw': administrator('Read and answer every chat of your organization'),
    'chats--access:ro': anyone('Read the chats of your groups'),
    'chats--access:rw': anyone('Read and answer the chats of your groups'),
    'chats--my:ro': anyone('Read the chats you take part in'),
    'chats--my:rw': anyone('Read and answer the chats you take part in'),
    'chats.conversation--all:rw': administrator(
      'Read and write messages in every chat of your organization',
    ),
    'chats.conversation--access:rw': anyone('Read and write messages in the chats of your groups'),
    'chats.conversation--my:rw': anyone('Read and write messages in the chats you take part in'),
    'agents--my:ro': anyone('See your agent profile'),
    'agents--my:rw': anyone('See and change your agent profile'),
    'agents--all:ro': anyone('See the profiles of all agents'),
    'agents--all:rw': administrator('See and change the profiles of all agents'),
    'agents-bot--all:ro': anyone('See all bots'),
    'agents-bot--all:rw': administrator('Delete any bot'),
    'agents-bot--my:ro': administrator('See the bots this app made'),
    'agents-bot--my:rw': administrator('Make and change bots of its own'),
    'groups--my:ro': anyone('See your groups'),
    'groups--all:ro': anyone('See all groups'),
    'groups--my:rw': administrator('See and change your groups'),
    'groups--all:rw': administrator('See and change all groups'),
    'customers:ro': anyone('See your customers and their details'),
    'customers:rw': anyone('See your customers and change their details'),
    'customers.ban:rw': anyone('Ban customers'),
    'customers:own': administrator('Create customers and act in their name'),
    'multicast:rw': anyone('Send messages to agents and customers who are online'),
    'access_rules:ro': administrator('See the rules that share chats out to groups'),
    'access_rules:rw': administrator('See and change the rules that share chats out to groups'),
    'canned_responses--groups:ro': anyone('See the canned responses of your groups'),
    'canned_responses--groups:rw': administrator(
      'See and change the canned responses of your groups',
    ),
    'canned_responses--all:ro': administrator('See all canned responses'),
    'canned_responses--all:rw': administrator('See and change all canned responses'),
    'properties--my:ro': administrator('See the properties this app defined'),
    'properties--my:rw': administrator('Define properties of its own'),
    'properties--all:ro': administrator('See all property definitions'),
    'properties.configuration:rw': administrator('See and change property definitions'),
    'properties.license.value--my:rw': administrator(
      "See and set this app's own properties of your organization",
    ),
    'properties.license.value--all:rw': administrator(
      'See and set all properties of your organization',
    ),
    'properties.group.value--my:rw': administrator(
      "See and set this app's own properties of your groups",
    ),
    'properties.group.value--all:rw': administrator('See and set all properties of your groups'),
    'tags--groups:ro': anyone('See the tags of your groups'),
    'tags--groups:rw': anyone('See and change the tags of your groups'),
    'tags--all:ro': anyone('See all tags'),
    'tags--all:rw': administrator('See and change all tags'),
    'webhooks--my:ro': administrator('See the webhooks this app registered'),
    'webhooks--my:rw': administrator('Register webhooks of its own'),
    'webhooks--all:ro': administrator('See all webhooks'),
    'webhooks--all:rw': administrator('See and change all webhooks'),
    'webhooks.state:ro': administrator('See whether webhooks are turned on'),
    'webhooks.state:rw': administrator('Turn webhooks on and off'),
    'webhooks.configuration:rw': administrator('See and change the webhook configuration'),
    'accounts--my:ro': anyone('See your name, email address and avatar'),
    'accounts--my:rw': anyone('See and change your name, email address and avatar'),
    'accounts--all:ro': anyone('See the accounts of your organization'),
    'accounts--all:rc': anyone('See the accounts of your organization and invite new ones'),
    'accounts--all:rw': {
      means: 'See and change the accounts of your organization',
      role: 'accounts-administrator',
    },
    'accounts.roles--all:ro': anyone('See the roles of the people in your organization'),
    'accounts.roles--all:rw': {
      means: 'See and change the roles of the people in your organization',
      role: 'accounts-administrator',
    },
    'accounts.roles.lc--all:rw': administrator('Change who is an administrator in LiveChat'),
    'sessions--my:ro': anyone('See where you are signed in'),
    'sessions--my:rw': anyone('See where you are signed in, and sign you out'),
    'organization--my:rw': {
      means: 'See and change the settings of your organization',
      role: 'accounts-owner',
    },
  } satisfies Record<string, ScopeEntry>),
)

/** All scopes of an app. */
export function scopesOf({ scopes, optionalScopes = [] }: Client): string[] {
  return [...scopes, ...optionalScopes]
}

/** Splits a `scope` parameter; commas as documented, spaces as newer clients send. */
export function splitScopes(scope: string): string[] {
  return [...new Set(scope.split(/[\s,]+/).filter((one) => one !== ''))]
}

/**
 * Whether any of the granted scopes gives the needed one: `rw` includes `ro`, `all` includes
 * `access`, `access` includes `my`, and all of a chat includes its conversation part.
 */
export function scopeAllows(granted: Iterable<string>, needed: string): boolean {
  const wanted = readScope(needed)
  for (const scope of granted) {
    if (scope === needed) return true
    const given = readScope(scope)
    if (wanted && given && includes(given, wanted)) return true
  }
  return false
}

interface ScopeParts {
  resource: string
  reach: string
  right: string
}

function readScope(scope: string): ScopeParts | undefined {
  const [, resource, reach = '', right] = /^([a-z_.-]+?)(?:--([a-z]+))?:([a-z]+)$/.exec(scope) ?? []
  return resource && right ? { resource, reach, right } : undefined
}

const widerReaches: Record<string, string[]> = {
  my: ['access', 'groups', 'all'],
  access: ['all'],
  groups: ['all'],
}

const widerRights: Record<string, string[]> = { ro: ['rc', 'rw'], rc: ['rw'] }

function includes(given: ScopeParts, wanted: ScopeParts): boolean {
  const resource =
    given.resource === wanted.resource ||
    (given.resource === 'chats' && wanted.resource === 'chats.conversation')
  const reach = given.reach === wanted.reach || widerReaches[wanted.reach]?.includes(given.reach)
  const right = given.right === wanted.right || widerRights[wanted.right]?.includes(given.right)
  return resource && reach === true && right === true
}
