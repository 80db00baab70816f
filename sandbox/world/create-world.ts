import { createInbox } from '../inbox/inbox.ts'
import { createChannel } from '../lib/channel.ts'
import { accounts, clients, groups, organizations, personalAccessTokens } from './seed.ts'
import type { Behaviour, Client, RtmSettings, World, WorldChange } from './world.ts'

export interface WorldOptions {
  /** Chats in the first organization, default 250; the others are small. */
  chats?: number
  /** Real time in milliseconds; tests pass a fixed one. */
  realNow?: () => number
  /** Apps beside the known ones; one with a known id replaces it. */
  clients?: readonly Client[]
  /** Redirect URIs beside the known ones, by client id. */
  redirectUris?: Readonly<Record<string, readonly string[]>>
  /** Leaves out the redirect URIs that match any port of this machine. */
  strictRedirectUris?: boolean
  /** Switches to set from the start. */
  behaviour?: Partial<Behaviour>
  /** Limits and choices of the RTM API. */
  rtm?: Partial<RtmSettings>
}

export function createWorld(
  options: WorldOptions = {},
  changes = createChannel<WorldChange>(),
): World {
  const realNow = options.realNow ?? Date.now
  let advanced = 0
  const now = () => realNow() + advanced
  // Inboxes and accounts share people, so that a change of role reaches both.
  const people = accounts.map((one) => structuredClone(one))
  return {
    now,
    advance(milliseconds) {
      advanced += milliseconds
      changes.publish({ type: 'tokens' })
    },
    clients: new Map(
      [...clients, ...(options.clients ?? [])].map((one) => [
        one.clientId,
        {
          ...structuredClone(one),
          redirectUris: [
            ...one.redirectUris.filter(
              (uri) => !(options.strictRedirectUris && uri.endsWith(':*')),
            ),
            ...(options.redirectUris?.[one.clientId] ?? []),
          ],
        },
      ]),
    ),
    organizations: new Map(organizations.map((one) => [one.organizationId, one])),
    accounts: new Map(people.map((one) => [one.accountId, one])),
    sessions: new Map(),
    consents: new Map(),
    accessTokens: new Map(),
    refreshTokens: new Map(),
    codes: new Map(),
    personalAccessTokens: new Map(personalAccessTokens.map((one) => [one.token, one])),
    redirects: new Map(),
    inboxes: new Map(
      organizations.map((organization, index) => [
        organization.organizationId,
        createInbox({
          seed: organization.license,
          organization,
          agents: people.flatMap((account) => {
            const membership = account.memberships.find(
              (one) => one.organizationId === organization.organizationId,
            )
            return membership ? [{ account, membership }] : []
          }),
          groups: groups[organization.organizationId] ?? [],
          chats: index === 0 ? (options.chats ?? 250) : 12,
          now: now(),
        }),
      ]),
    ),
    behaviour: {
      completePopupAnswer: false,
      echoEmptyState: false,
      announceDenial: true,
      limitRedirects: true,
      closePopupAtOnce: false,
      acceptLegacyChallenge: false,
      ...options.behaviour,
    },
    rtm: {
      loginTimeout: 30_000,
      idleTimeout: 30_000,
      pendingRequests: 10,
      connectionsPerAgent: 10,
      frameSize: 256 * 1024,
      requireOrganization: false,
      refuseForeignOrigins: false,
      pushFirst: false,
      pushQueuedMessages: false,
      ...options.rtm,
    },
    changes,
    uploads: new Map(),
    faults: [],
    pushFaults: [],
    requests: [],
  }
}
