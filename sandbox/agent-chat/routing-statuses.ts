import * as v from 'valibot'
import { action, requireScope } from './action.ts'
import { findAgent } from './change-chat.ts'

export const listRoutingStatuses = action({
  scopes: [['agents--all:ro'], ['agents-bot--all:ro']],
  body: v.object({
    filters: v.optional(v.object({ group_ids: v.optional(v.array(v.number())) }), {}),
  }),
  answer: ({ inbox }, { filters: { group_ids } }) =>
    inbox.agents
      .filter(
        ({ membership }) =>
          !group_ids || group_ids.some((id) => id === 0 || membership.groupIds.includes(id)),
      )
      .map(({ account }) => ({
        agent_id: account.email,
        status: inbox.routingStatus(account.email),
      })),
})

export const setRoutingStatus = action({
  scopes: [],
  body: v.object({
    status: v.picklist(['accepting_chats', 'not_accepting_chats']),
    agent_id: v.optional(v.string()),
  }),
  answer(call, { status, agent_id = call.agentId }) {
    const own = agent_id === call.agentId
    requireScope(call.caller, own ? ['agents--my:rw', 'agents--all:rw'] : ['agents--all:rw'])
    findAgent(call.inbox, agent_id)
    call.inbox.setRoutingStatus(agent_id, status, call.cause)
    return {}
  },
})
