import type { Inbox } from '../inbox/inbox.ts'
import type { Channel } from '../lib/channel.ts'
import type { Account, Membership, Organization } from '../model/organization.ts'

export type { Account, Membership, Organization } from '../model/organization.ts'

/** An app as Developer Console knows it. */
export interface Client {
  clientId: string
  name: string
  type: 'javascript' | 'server'
  secret?: string
  redirectUris: string[]
  /** Those an agent has to grant. */
  scopes: string[]
  /** Those an agent may refuse. */
  optionalScopes?: string[]
  /** A private app skips consent for agents of its own organization; a public one always asks. */
  visibility: 'private' | 'public'
  /** Shows the grant page at every sign-in, as for `prompt=consent`; a consent is not remembered. */
  alwaysAsks?: boolean
  organizationId: string
  /** Seconds an access token lives. */
  tokenLifetime: number
}

/** A browser signed in on the accounts server. */
export interface AccountsSession {
  sessionId: string
  cookie: string
  accountId: string
  userAgent: string
  ip: string
  clientIds: Set<string>
  /** A form was submitted since the last response, so the next one is no step of a redirect loop. */
  submittedForm: boolean
}

export interface AccessToken {
  token: string
  kind: 'agent' | 'customer'
  clientId: string
  accountId: string
  organizationId: string
  scopes: string[]
  /** Milliseconds of the world's clock. */
  issuedAt: number
  expiresAt: number
  sessionId?: string
  refreshToken?: string
  /** All tokens that descend from one authorization code. */
  family?: string
}

export interface RefreshToken {
  token: string
  clientId: string
  accountId: string
  organizationId: string
  scopes: string[]
  expiresAt: number
  sessionId?: string
  family: string
  /** Rotated tokens are kept, so that a second use is recognized. */
  used: boolean
}

export interface AuthorizationCode {
  code: string
  clientId: string
  accountId: string
  organizationId: string
  redirectUri: string
  scopes: string[]
  challenge?: { value: string; method: 'plain' | 'S256' }
  expiresAt: number
  sessionId?: string
  family: string
  used: boolean
}

export interface PersonalAccessToken {
  token: string
  accountId: string
  organizationId: string
  scopes: string[]
}

/** How the next responses of one endpoint go wrong. */
export interface Fault {
  /**
   * An action (`list_chats`) or an accounts endpoint: `authorize`, `token`, `info`, `sessions`,
   * `accounts/me`, `organizations/my`.
   */
  endpoint: string
  /** How many more responses it changes. */
  times: number
  /** Status of the response. */
  status?: number
  /** LiveChat's error type or exception. */
  errorType?: string
  headers?: Record<string, string>
  /** Milliseconds before the response. */
  delay?: number
  /** A body sent as it is, instead of the usual one. */
  body?: string
  /** Close the connection without a response, before the request has any effect. */
  drop?: boolean
  /** Let the request take effect, then close the connection: nobody hears of it. */
  loseResponse?: boolean
}

/** How the next pushes of the RTM API go wrong; each connection counts. */
export interface PushFault {
  /** Name of the pushes it changes; absent: all of them. */
  action?: string
  /** How many more pushes it changes. */
  times: number
  /** Milliseconds before the push; later ones may overtake it. */
  delay?: number
  /** Send it twice. */
  duplicate?: boolean
  /** Send it after the connection's next push. */
  swap?: boolean
  /** Send it not at all. */
  lose?: boolean
  /** Send it without its payload. */
  withoutPayload?: boolean
}

export interface LoggedRequest {
  /** As in a fault; `preflight` for a browser's question before the real request. */
  endpoint: string
  method: string
  url: string
  headers: Record<string, string>
  /** Status of the response; absent when the connection was dropped. */
  status?: number
}

/** Switches where LiveChat does one of two things, or where its documents do not say which. */
export interface Behaviour {
  /** Send token_type, expires_in and scopes in a pop-up's token response; the live server sends null. */
  completePopupAnswer: boolean
  /** Send an empty `state` in a redirect when the request had none. */
  echoEmptyState: boolean
  /** Tell the opener when the agent chooses Deny in a pop-up; otherwise only show a page. */
  announceDenial: boolean
  /** Refuse the fourth redirect of an agent to an app within 30 s, not counting those right after a form. */
  limitRedirects: boolean
  /** Close a pop-up in the task that posts its response; otherwise a moment later. */
  closePopupAtOnce: boolean
  /** Also accept the malformed S256 challenge that `@livechat/accounts-sdk` 2.1 computes. */
  acceptLegacyChallenge: boolean
}

export interface Upload {
  content: Uint8Array
  contentType: string
}

/** Limits and choices of the RTM API; LiveChat's documents give some of the numbers (docs/protocol.md 9). */
export interface RtmSettings {
  /** Milliseconds from opening a connection to its `login`. */
  loginTimeout: number
  /** Milliseconds a connection may be silent. */
  idleTimeout: number
  /** Requests a connection may have unanswered. */
  pendingRequests: number
  /** Connections an agent may have; one more closes the oldest. */
  connectionsPerAgent: number
  /** Bytes in a frame from a client. */
  frameSize: number
  /** Refuse an address without `organization_id`. */
  requireOrganization: boolean
  /** Refuse pages whose origin no app has registered. */
  refuseForeignOrigins: boolean
  /** Send the pushes of a request before its response. */
  pushFirst: boolean
  /** Push the messages of queued chats to everybody who may open them. */
  pushQueuedMessages: boolean
}

/** A change outside the inboxes that ends connections. */
export type WorldChange =
  /** Tokens expired or were revoked, or the clock moved. */
  | { type: 'tokens' }
  | { type: 'role'; accountId: string; changes: Partial<Omit<Membership, 'organizationId'>> }
  | { type: 'reset' }

/** Everything the sandbox remembers, and its clock. */
export interface World {
  /** Milliseconds since 1970; `advance` moves it. */
  now(): number
  advance(milliseconds: number): void
  clients: Map<string, Client>
  organizations: Map<string, Organization>
  accounts: Map<string, Account>
  /** By cookie value. */
  sessions: Map<string, AccountsSession>
  /**
   * Whether an agent allowed an app a scope that it asked for, by `${clientId} ${accountId} ${organizationId}` and scope.
   */
  consents: Map<string, Map<string, boolean>>
  /** By token, oldest first. */
  accessTokens: Map<string, AccessToken>
  /** By token, oldest first. */
  refreshTokens: Map<string, RefreshToken>
  codes: Map<string, AuthorizationCode>
  personalAccessTokens: Map<string, PersonalAccessToken>
  /** Times of redirects to the server, by `${clientId} ${accountId}`. */
  redirects: Map<string, number[]>
  /** Chats, by organization id. */
  inboxes: Map<string, Inbox>
  behaviour: Behaviour
  rtm: RtmSettings
  /** What ends connections; it stays the same through a reset. */
  changes: Channel<WorldChange>
  /** Files that were sent, by the path of their address; the oldest are forgotten. */
  uploads: Map<string, Upload>
  faults: Fault[]
  pushFaults: PushFault[]
  requests: LoggedRequest[]
}
