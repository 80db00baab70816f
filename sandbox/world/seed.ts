import type { Account, Group, Organization } from '../model/organization.ts'
import type { Client, PersonalAccessToken } from './world.ts'

/** The people, apps and groups every sandbox starts with; documented in sandbox/README.md. */

const acme = '390e44e6-f1e6-4368-b6dd-74c14508c2e4'
const northwind = '7d5f5b3c-2a0e-4e0b-9a43-6f3f0f6f5d11'

export const organizations: Organization[] = [
  { organizationId: acme, name: 'Acme Outdoor', license: 104130623, region: 'dal' },
  { organizationId: northwind, name: 'Northwind Coffee', license: 104130777, region: 'fra' },
]

export const groups: Record<string, Group[]> = {
  [acme]: [
    { id: 0, name: 'General' },
    { id: 1, name: 'Sales' },
    { id: 2, name: 'Support' },
    { id: 3, name: 'Billing' },
  ],
  [northwind]: [{ id: 0, name: 'General' }],
}

function member(organizationId: string, ...groupIds: number[]) {
  return {
    organizationId,
    accountsRole: 'member',
    liveChatRole: 'normal',
    groupIds,
  } as const satisfies Account['memberships'][number]
}

export const accounts: Account[] = [
  {
    accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    email: 'agent@example.com',
    password: 'sandbox',
    name: 'Ada Agent',
    avatarUrl: null,
    memberships: [member(acme, 1, 2)],
  },
  {
    accountId: '6b6a5b3e-93b4-4c4c-8a1b-2f6f2f5f4c01',
    email: 'smith@example.com',
    password: 'sandbox',
    name: 'Agent Smith',
    avatarUrl: null,
    memberships: [
      {
        organizationId: acme,
        accountsRole: 'owner',
        liveChatRole: 'administrator',
        groupIds: [1, 2, 3],
      },
    ],
  },
  {
    accountId: '2f1c9a54-7d0e-4d5a-9d0e-0d1b8a9c4e02',
    email: 'jones@example.com',
    password: 'sandbox',
    name: 'Jamie Jones',
    avatarUrl: null,
    memberships: [
      {
        organizationId: acme,
        accountsRole: 'administrator',
        liveChatRole: 'administrator',
        groupIds: [2, 3],
      },
      member(northwind),
    ],
  },
]

/** What a chat list and its companions need, as suggested for this project's app. */
const appScopes = [
  'chats--access:rw',
  'customers:ro',
  'agents--my:rw',
  'agents--all:ro',
  'agents-bot--all:ro',
  'groups--all:ro',
  'tags--groups:ro',
  'accounts--my:ro',
  'sessions--my:rw',
]

/** Those of them that agents of the public app may refuse. */
const refusable = ['sessions--my:rw', 'agents--my:rw']

const hours8 = 28_800

export const clients: Client[] = [
  {
    clientId: '9cbf3a968289727cb3cdfe83ab1d9836',
    name: 'Sign in with LiveChat',
    type: 'javascript',
    redirectUris: ['http://localhost:*', 'http://127.0.0.1:*', 'http://app.localhost:3000'],
    scopes: appScopes,
    visibility: 'private',
    organizationId: acme,
    tokenLifetime: hours8,
  },
  {
    clientId: '0805e283233042b37f460ed8fbf22160',
    name: 'Marketplace Inbox',
    type: 'javascript',
    redirectUris: ['http://localhost:*', 'http://127.0.0.1:*', 'http://app.localhost:3000'],
    scopes: appScopes.filter((scope) => !refusable.includes(scope)),
    optionalScopes: refusable,
    visibility: 'public',
    alwaysAsks: true,
    organizationId: northwind,
    tokenLifetime: hours8,
  },
  {
    clientId: '81e8a326ec4a63252faa0ae6f660c0c8',
    name: 'Authorization in practice',
    type: 'server',
    secret: 'test_d7MEp1YYo3',
    redirectUris: ['https://www.livechat.com/'],
    scopes: ['chats--all:ro', 'chats--access:ro'],
    visibility: 'private',
    organizationId: acme,
    tokenLifetime: hours8,
  },
]

export const personalAccessTokens: PersonalAccessToken[] = [
  {
    token: 'dal:sandbox-personal-access-token',
    accountId: 'b7eff798-f8df-4364-8059-649c35c9ed0c',
    organizationId: acme,
    scopes: ['chats--access:rw', 'accounts--my:ro'],
  },
]
