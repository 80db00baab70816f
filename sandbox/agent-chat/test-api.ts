import type { ChatIndexEntry } from '../inbox/chat-index-entry.ts'
import type { Inbox } from '../inbox/inbox.ts'
import type { Chat } from '../model/chat.ts'
import { createWorld, type WorldOptions } from '../world/create-world.ts'
import { accounts, organizations } from '../world/seed.ts'
import type { World } from '../world/world.ts'
import { createAgentChat } from './agent-chat.ts'

const noon = Date.parse('2026-03-20T12:00:00Z')

/** For tests: a world at a fixed noon, and a way to call its API as one of its agents. */
export function createTestApi(options: WorldOptions = {}) {
  const world = createWorld({ realNow: () => noon, ...options })
  const api = createAgentChat(world)
  const inbox = firstInbox(world)

  /** Gives an agent a token; `kind` may make it a customer's. */
  function tokenFor(
    email: string,
    scopes: string[],
    more: { kind?: 'agent' | 'customer'; organizationId?: string; lifetime?: number } = {},
  ): string {
    const account = accounts.find((one) => one.email === email)
    if (!account) throw new Error(`The seed does not know ${email}`)
    const token = `dal:test-${world.accessTokens.size}`
    world.accessTokens.set(token, {
      token,
      kind: more.kind ?? 'agent',
      clientId: 'test',
      accountId: account.accountId,
      organizationId: more.organizationId ?? account.memberships[0].organizationId,
      scopes,
      issuedAt: world.now(),
      expiresAt: world.now() + (more.lifetime ?? 1e12),
    })
    return token
  }

  function send(action: string, init: RequestInit & { version?: string }): Promise<Response> {
    const path = `/v${init.version ?? '3.6'}/agent/action/${action}`
    return Promise.resolve(api.request(path, { method: 'POST', ...init }))
  }

  /** An agent with a token, who gets answers as parsed JSON. */
  function agent(email = 'agent@example.com', scopes = ['chats--access:rw']) {
    const Authorization = `Bearer ${tokenFor(email, scopes)}`
    return async (action: string, body: object = {}, version = '3.6'): Promise<Json> => {
      const headers = { Authorization, 'Content-Type': 'application/json' }
      const response = await send(action, { headers, body: JSON.stringify(body), version })
      return asJson(await response.json())
    }
  }

  /** The first chat that fits, newest first. */
  function find(matches: (chat: Chat, entry: ChatIndexEntry) => boolean): Chat {
    for (const entry of inbox.index.after(undefined, 'desc')) {
      const chat = inbox.read(entry.id)
      if (chat && matches(chat, entry)) return structuredClone(chat)
    }
    throw new Error('The inbox has no such chat')
  }

  return { world, inbox, api, send, tokenFor, agent, find }
}

function firstInbox(world: World): Inbox {
  for (const { organizationId } of organizations) {
    const inbox = world.inboxes.get(organizationId)
    if (inbox) return inbox
  }
  throw new Error('The seed has no organization')
}

/** Parsed JSON that a test may walk freely: `chats.at(0).get('id')` without types of its own. */
export interface Json {
  value: unknown
  get(name: string): Json
  list(): Json[]
  has(name: string): boolean
  text(): string
}

export function asJson(value: unknown): Json {
  return {
    value,
    get(name) {
      const found =
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([key]) => key === name)?.[1]
          : undefined
      return asJson(found)
    },
    list: () => (Array.isArray(value) ? value.map(asJson) : []),
    has: (name) => typeof value === 'object' && value !== null && name in value,
    text: () => String(value),
  }
}

export const idsOf = (list: Json): string[] => list.list().map((one) => one.get('id').text())

export const errorType = (answer: Json): unknown => answer.get('error').get('type').value
