import * as v from 'valibot'
import { groupStatus, type Inbox } from '../inbox/inbox.ts'
import { sampleTags } from '../sample-data/sample-tags.ts'
import { scopeAllows } from '../world/scopes.ts'
import { action, requireScope } from './action.ts'
import { findAgent } from './change-chat.ts'

/** Actions of the Configuration API: agents, groups, tags and bots by name (docs/protocol.md 8.9). */

const fields = v.optional(v.array(v.string()), [])

type Agent = Inbox['agents'][number]

function wireAgent({ account, membership }: Agent) {
  const owner = membership.accountsRole === 'owner' && membership.liveChatRole === 'administrator'
  return {
    id: account.email,
    account_id: account.accountId,
    name: account.name,
    role: owner ? 'owner' : membership.liveChatRole,
    login_status: membership.loginStatus ?? 'not accepting chats',
  }
}

function groupsOf({ membership }: Agent) {
  return membership.groupIds.map((id) => ({ id, priority: 'normal' }))
}

export const getAgent = action({
  scopes: [['agents--my:ro', 'agents--all:ro']],
  body: v.object({ id: v.string() }),
  answer({ inbox, caller, agentId }, { id }) {
    if (id !== agentId) requireScope(caller, ['agents--all:ro'])
    const agent = findAgent(inbox, id)
    const { avatarUrl } = agent.account
    return {
      ...wireAgent(agent),
      ...(avatarUrl ? { avatar: avatarUrl } : {}),
      groups: groupsOf(agent),
    }
  },
})

export const listAgents = action({
  scopes: [['agents--all:ro']],
  body: v.object({
    filters: v.optional(
      v.object({
        group_ids: v.optional(v.array(v.number())),
        suspended: v.optional(v.boolean(), false),
      }),
      {},
    ),
    fields,
  }),
  answer({ inbox }, { filters: { group_ids, suspended }, fields: asked }) {
    const extra = (agent: Agent): Record<string, unknown> => ({
      groups: groupsOf(agent),
      max_chats_count: 20,
      suspended: false,
      awaiting_approval: false,
    })
    // Nobody here is suspended.
    return (suspended ? [] : inbox.agents)
      .filter(
        ({ membership }) =>
          !group_ids || group_ids.some((id) => id === 0 || membership.groupIds.includes(id)),
      )
      .map((agent) => {
        const { avatarUrl } = agent.account
        return {
          ...wireAgent(agent),
          ...(avatarUrl ? { avatar_path: avatarUrl.replace(/^https?:\/\//, '') } : {}),
          ...pick(extra(agent), asked),
        }
      })
  },
})

export const listGroups = action({
  scopes: [['groups--all:ro']],
  body: v.object({ fields }),
  answer: ({ inbox }, { fields: asked }) =>
    inbox.groups.map(({ id, name }) => {
      const agents = inbox.agents.filter(({ membership }) => membership.groupIds.includes(id))
      const extra = {
        agent_priorities: Object.fromEntries(
          agents.map(({ account }) => [account.email, 'normal']),
        ),
        routing_status: groupStatus(inbox, id),
      }
      return { id, name, language_code: 'en', ...pick(extra, asked) }
    }),
})

export const listTags = action({
  scopes: [['tags--all:ro', 'tags--groups:ro']],
  body: v.object({ filters: v.optional(v.object({ group_ids: v.array(v.number()) })) }),
  answer({ inbox, caller }, { filters }) {
    const mayAll = scopeAllows(caller.scopes, 'tags--all:ro')
    const own = [0, ...caller.membership.groupIds]
    const known = inbox.groups.map(({ id }) => id)
    return sampleTags()
      .map(({ name, groupIds }) => ({
        name,
        group_ids: groupIds.filter((id) => known.includes(id)),
        created_at: '2024-03-04T09:00:00.000000Z',
        author_id: '',
      }))
      .filter(
        ({ group_ids }) =>
          group_ids.some((id) => mayAll || own.includes(id)) &&
          (!filters || group_ids.some((id) => filters.group_ids.includes(id))),
      )
  },
})

/** Lists the bots; the sandbox has none. */
export const listBots = action({
  scopes: [['agents-bot--my:ro', 'agents-bot--all:ro']],
  body: v.object({ all: v.optional(v.boolean(), false), fields }),
  answer({ caller }, { all }) {
    if (all) requireScope(caller, ['agents-bot--all:ro'])
    return []
  },
})

function pick(from: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)))
}
